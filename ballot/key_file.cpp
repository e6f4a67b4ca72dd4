#include "ballot/key_file.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ballot/ceremony.h"
#include "ballot/election.h"
#include "ballot/field.h"
#include "ballot/json.h"
#include "crypto/credential.h"
#include "crypto/ensure.h"
#include "crypto/keyfile.h"

namespace minhtin {
namespace {

constexpr std::string_view format = "minhtin-key-1";

struct LockedFile {
    KeyFileLabel label;
    KeyfileParameters parameters;  // passes and memory as they are by default, always
    Bytes sealed;
};

Json::Object open_json(const LockedFile& f) {
    auto number = [](std::size_t n) { return Json::integer(static_cast<std::int64_t>(n)); };
    const KeyfileParameters& p = f.parameters;
    Json::Object o{{"format", format},
                   {"election", f.label.election},
                   {"ceremony", f.label.ceremony},
                   {"trustee", number(f.label.trustee)},
                   {"size", number(f.label.size)},
                   {"threshold", number(f.label.threshold)},
                   {"name", f.label.name},
                   {"complete", Json::boolean(f.label.complete)}};
    if (f.label.certificates) o.push_back({"certificates", *f.label.certificates});
    o.push_back({"kdf", Json::Object{{"name", "argon2id"},
                                     {"salt", to_hex(p.salt)},
                                     {"t", number(p.passes)},
                                     {"m", number(p.memory_kib)},
                                     {"p", number(1)}}});
    o.push_back({"nonce", to_hex(p.nonce)});
    return o;
}

Json file_json(const LockedFile& f) {
    Json::Object o = open_json(f);
    o.push_back({"sealed", to_hex(f.sealed)});
    return o;
}

bool fits_single(const KeyFileLabel& l) {
    return l.complete && l.trustee == 1 && l.size == 1 && l.threshold == 1;
}

Bytes read_hex(Field f) {
    auto bytes = from_hex(f.text());
    if (!bytes) f.refuse(Reject::key_file_format);
    return std::move(bytes).value_or(Bytes());
}

template <std::size_t n>
std::array<std::uint8_t, n> read_hex_of(Field f) {
    const Bytes bytes = read_hex(f);
    std::array<std::uint8_t, n> out{};
    if (bytes.size() == n)
        std::copy(bytes.begin(), bytes.end(), out.begin());
    else
        f.refuse(Reject::key_file_format);
    return out;
}

// Parameters other than ours change the bytes that file_json gives, and are refused by that.
LockedFile read_file(Field f) {
    LockedFile file;
    KeyFileLabel& l = file.label;
    l.election = f["election"].text();
    l.ceremony = f["ceremony"].text();
    l.trustee = f["trustee"].integer(1, max_trustees);
    l.size = f["size"].integer(1, max_trustees);
    l.threshold = f["threshold"].integer(1, max_trustees);
    l.name = f["name"].text();
    l.complete = f["complete"].flag();
    if (const auto list = f.maybe("certificates")) l.certificates = list->digest();
    if (l.single() && !fits_single(l)) f.refuse(Reject::key_file_format);
    if (l.complete && l.certificates) f.refuse(Reject::key_file_format);
    file.parameters.salt = read_hex_of<16>(f["kdf"]["salt"]);
    file.parameters.nonce = read_hex_of<24>(f["nonce"]);
    file.sealed = read_hex(f["sealed"]);
    if (file.sealed.size() < 16) f.refuse(Reject::key_file_format);  // no room for the tag
    return file;
}

Result<LockedFile, Rejection> read_locked(std::string_view bytes) {
    while (bytes.ends_with('\n') || bytes.ends_with('\r')) bytes.remove_suffix(1);
    auto file = read_canonical(bytes, read_file, file_json, {.bytes = 64 * 1024, .depth = 4, .values = 64});
    if (!file) return Refused{Rejection{Reject::key_file_format, file.reason().where}};
    return file;
}

// Seed and key have no character that JSON escapes; written in one piece of memory, so that no copy stays.
SecretString secrets_text(const KeyFileSecrets& secrets) {
    std::string text;
    text.reserve(256);
    char before = '{';
    auto add = [&](std::string_view name, const std::string& value) {
        text += std::exchange(before, ',');
        text.append("\"").append(name).append("\":\"").append(value).append("\"");
    };
    if (!secrets.seed.expose().empty()) add("seed", secrets.seed.expose());
    if (secrets.decryption_key) add("decryption_key", secrets.decryption_key->encode().expose());
    text += '}';
    return SecretString(std::move(text));
}

std::string_view value_of(std::string_view text, std::string_view member) {
    const std::size_t at = text.find(member);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + member.size());
    return text.substr(0, text.find('"'));
}

// Cut by hand, because a JSON tree would leave copies that nobody wipes; that the text is what we write for
// what was found makes up for the rest of a parser.
std::optional<KeyFileSecrets> read_secrets(const SecretString& plain, const KeyFileLabel& label) {
    KeyFileSecrets secrets{SecretString(std::string(value_of(plain.expose(), R"("seed":")"))),
                           SecretScalar::decode(value_of(plain.expose(), R"("decryption_key":")"))};
    const bool right_seed = label.single() ? secrets.seed.expose().empty() : is_seed(secrets.seed.expose());
    if (!right_seed || secrets.decryption_key.has_value() != label.complete) return {};
    const SecretString again = secrets_text(secrets);
    if (!equal_ct(as_bytes(again.expose()), as_bytes(plain.expose()))) return {};
    return secrets;
}

}  // namespace

std::string seal_key_file(KeyFileLabel label, const KeyFileSecrets& secrets, const SecretString& passphrase,
                          Random& random) {
    label.complete = secrets.decryption_key.has_value();
    ENSURE(label.single() == secrets.seed.expose().empty() && (!label.single() || fits_single(label)));
    if (label.complete) label.certificates.reset();
    LockedFile file{std::move(label), fresh_parameters(random), {}};
    file.sealed =
        lock_secret(secrets_text(secrets), passphrase, file.parameters, write_json(open_json(file)));
    return write_json(file_json(file));
}

Result<KeyFileLabel, Rejection> read_key_file_label(std::string_view bytes) {
    auto file = read_locked(bytes);
    if (!file) return Refused{file.reason()};
    return std::move(file->label);
}

Result<KeyFile, Rejection> open_key_file(std::string_view bytes, const SecretString& passphrase) {
    auto file = read_locked(bytes);
    if (!file) return Refused{file.reason()};
    const auto plain =
        unlock_secret(file->sealed, passphrase, file->parameters, write_json(open_json(*file)));
    if (!plain) return Refused{Rejection{Reject::key_file_passphrase, ""}};
    auto secrets = read_secrets(*plain, file->label);
    if (!secrets) return Refused{Rejection{Reject::key_file_format, "sealed"}};
    return KeyFile{std::move(file->label), std::move(*secrets)};
}

}  // namespace minhtin
