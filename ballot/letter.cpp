#include "ballot/letter.h"

#include "ballot/field.h"
#include "ballot/trustees.h"
#include "crypto/channel.h"
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

struct Envelope {
    std::string recipient, message;
};

Envelope read_envelope(Field f) {
    return {f["recipient"].text(), f["message"].text()};
}

const JsonLimits letter_limits{.bytes = 1u << 20, .depth = 4, .values = 64};

}  // namespace

std::string seal_letter(const SecretScalar& sender_signing_key, const Element& recipient,
                        const SecretString& text, Random& random) {
    SignedMessage letter;
    letter.message = write_json(Json::Object{{"recipient", recipient.encode()}, {"message", text.expose()}});
    letter.signature = sign(sender_signing_key, letter.message, random);
    const SecretString plain{write_json(signed_json(letter))};
    const SecretString message{std::move(letter.message)};  // wiped with it

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
    const auto message = read_document(plain->expose(), read_signed, letter_limits);
    if (!message) return Refused{Rejection{Reject::channel_message, ""}};
    if (!verify_signature(sender, message->message, message->signature))
        return Refused{Rejection{Reject::channel_signature, ""}};
    auto envelope = read_document(message->message, read_envelope, letter_limits);
    if (!envelope) return Refused{Rejection{Reject::channel_message, ""}};
    if (envelope->recipient != base(opening_key).encode())
        return Refused{Rejection{Reject::channel_recipient, ""}};
    return SecretString(std::move(envelope->message));
}

Result<void, Rejection> check_letter_form(std::string_view sealed) {
    auto letter = read_document(sealed, read_sealed, letter_limits);
    if (!letter) return Refused{letter.reason()};
    return {};
}

}  // namespace minhtin
