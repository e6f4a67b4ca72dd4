#include "ballot/letter.h"

#include "ballot/field.h"
#include "ballot/trustees.h"
#include "crypto/channel.h"
#include "crypto/ensure.h"
#include "crypto/signature.h"

namespace minhtin {
namespace {

struct SealedLetter {
    ChannelCipher cipher = ChannelCipher::ccm;
    Sealed sealed;
};

// Without "algorithm" it is CCM; see protocol.md 6.2 on the versions.
SealedLetter read_sealed(Field f) {
    SealedLetter letter;
    if (const auto algorithm = f.maybe("algorithm")) {
        const std::string name = algorithm->text();
        if (name == "AES-GCM") {
            letter.cipher = ChannelCipher::gcm;
        } else if (name != "AES-CCM") {
            algorithm->refuse(Reject::channel_message);
        }
    }
    letter.sealed.alpha = f["alpha"].key();
    letter.sealed.beta = f["beta"].element();
    const Field data = f["data"];
    auto bytes = from_hex(data.text());
    if (!bytes) data.refuse(Reject::channel_message);
    letter.sealed.data = std::move(bytes).value_or(Bytes());
    return letter;
}

// The plain letter holds a secret in a text in a text. It is written into one piece of memory and cut by
// hand, because a JSON tree would leave copies that nobody wipes; so only the spelling that everybody writes
// is read: no spaces, fields in their order, and nothing to escape but quotes and backslashes.
void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        ENSURE(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
}

// What follows `before` up to the closing quote, which is taken off `text` too.
std::optional<SecretString> cut_text(std::string_view& text, std::string_view before) {
    if (!text.starts_with(before)) return {};
    text.remove_prefix(before.size());
    SecretString out;
    out.expose().reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return out;
        }
        if (text[i] == '\\' && (++i == text.size() || (text[i] != '"' && text[i] != '\\'))) return {};
        out.expose() += text[i];
    }
    return {};
}

constexpr std::string_view message_before = R"({"message":")", recipient_before = R"({"recipient":")",
                           inner_before = R"(,"message":")";

const JsonLimits letter_limits{.bytes = 1u << 20, .depth = 4, .values = 64};

}  // namespace

std::string seal_letter(const SecretScalar& sender_signing_key, const Element& recipient,
                        const SecretString& text, Random& random) {
    SecretString message;
    std::string& m = message.expose();
    m.reserve(128 + 2 * text.expose().size());
    m.append(recipient_before).append(recipient.encode()).append("\"").append(inner_before);
    append_escaped(m, text.expose());
    m += "\"}";
    const std::string signature = write_json(proof_json(sign(sender_signing_key, m, random)));
    SecretString plain;
    std::string& p = plain.expose();
    p.reserve(64 + 2 * m.size() + signature.size());
    p += message_before;
    append_escaped(p, m);
    p.append(R"(","signature":)").append(signature).append("}");

    const Sealed sealed = seal_for(recipient, plain.expose(), random);
    return write_json(Json::Object{{"algorithm", "AES-GCM"},
                                   {"alpha", sealed.alpha.encode()},
                                   {"beta", sealed.beta.encode()},
                                   {"data", to_hex(sealed.data)}});
}

Result<SecretString, Rejection> open_letter(const SecretScalar& opening_key, const Element& sender,
                                            std::string_view sealed) {
    auto letter = read_document(sealed, read_sealed, letter_limits);
    if (!letter) return Refused{letter.reason()};
    const auto plain = open_sealed(opening_key, letter->cipher, letter->sealed);
    if (!plain) return Refused{Rejection{Reject::channel_message, ""}};
    const Refused malformed{Rejection{Reject::channel_message, ""}};
    std::string_view rest = plain->expose();
    const auto message = cut_text(rest, message_before);
    if (!message || !rest.starts_with(',')) return malformed;
    const auto signature = read_document(
        "{" + std::string(rest.substr(1)), [](Field f) { return read_proof(f["signature"]); }, letter_limits);
    if (!signature) return malformed;
    if (!verify_signature(sender, message->expose(), *signature))
        return Refused{Rejection{Reject::channel_signature, ""}};
    rest = message->expose();
    const auto recipient = cut_text(rest, recipient_before);
    auto text = recipient ? cut_text(rest, inner_before) : std::nullopt;
    if (!text || rest != "}") return malformed;
    if (recipient->expose() != base(opening_key).encode())
        return Refused{Rejection{Reject::channel_recipient, ""}};
    return std::move(*text);
}

Result<void, Rejection> check_letter_form(std::string_view sealed) {
    auto letter = read_document(sealed, read_sealed, letter_limits);
    if (!letter) return Refused{letter.reason()};
    return {};
}

}  // namespace minhtin
