#include "ballot/key_file.h"

#include <sodium.h>

#include <array>
#include <new>

#include "ballot/ceremony.h"
#include "ballot/election.h"
#include "ballot/field.h"
#include "ballot/json.h"
#include "crypto/credential.h"

namespace minhtin {
namespace {

constexpr std::string_view format = "minhtin-key-1";
constexpr std::size_t salt_bytes = 16, nonce_bytes = 24, tag_bytes = 16;
constexpr std::int64_t passes = 3, memory_kib = 64 * 1024;
static_assert(salt_bytes == crypto_pwhash_SALTBYTES &&
              nonce_bytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES &&
              tag_bytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

struct LockedFile {
    KeyFileLabel label;
    Bytes salt, nonce, sealed;
};

Json::Object open_json(const LockedFile& f) {
    auto number = [](std::size_t n) { return Json::integer(static_cast<std::int64_t>(n)); };
    return {{"format", format},
            {"election", f.label.election},
            {"ceremony", f.label.ceremony},
            {"trustee", number(f.label.trustee)},
            {"size", number(f.label.size)},
            {"threshold", number(f.label.threshold)},
            {"name", f.label.name},
            {"complete", Json::boolean(f.label.complete)},
            {"kdf", Json::Object{{"name", "argon2id"},
                                 {"salt", to_hex(f.salt)},
                                 {"t", Json::integer(passes)},
                                 {"m", Json::integer(memory_kib)},
                                 {"p", Json::integer(1)}}},
            {"nonce", to_hex(f.nonce)}};
}

Json file_json(const LockedFile& f) {
    Json::Object o = open_json(f);
    o.push_back({"sealed", to_hex(f.sealed)});
    return o;
}

Bytes read_hex(Field f) {
    auto bytes = from_hex(f.text());
    if (!bytes) f.refuse(Reject::key_file_format);
    return std::move(bytes).value_or(Bytes());
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
    file.salt = read_hex(f["kdf"]["salt"]);
    file.nonce = read_hex(f["nonce"]);
    file.sealed = read_hex(f["sealed"]);
    if (file.salt.size() != salt_bytes || file.nonce.size() != nonce_bytes || file.sealed.size() < tag_bytes)
        f.refuse(Reject::key_file_format);
    return file;
}

Result<LockedFile, Rejection> read_locked(std::string_view bytes) {
    while (bytes.ends_with('\n') || bytes.ends_with('\r')) bytes.remove_suffix(1);
    auto file = read_canonical(bytes, read_file, file_json, {.bytes = 64 * 1024, .depth = 4, .values = 64});
    if (!file) return Refused{Rejection{Reject::key_file_format, file.reason().where}};
    return file;
}

SecretKey32 derive(const SecretString& passphrase, const Bytes& salt) {
    SecretKey32 key;
    const std::string& p = passphrase.expose();
    if (crypto_pwhash(key.expose().data(), key.expose().size(), p.data(), p.size(), salt.data(), passes,
                      static_cast<std::size_t>(memory_kib) * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return key;
}

Json secrets_json(const KeyFileSecrets& secrets) {
    Json::Object o{{"seed", secrets.seed.expose()}};
    if (secrets.decryption_key) o.push_back({"decryption_key", secrets.decryption_key->encode().expose()});
    return o;
}

KeyFileSecrets read_secrets(Field f) {
    KeyFileSecrets secrets{SecretString(f["seed"].text()), {}};
    if (!is_seed(secrets.seed.expose())) f.refuse(Reject::key_file_format);
    if (const auto key = f.maybe("decryption_key")) {
        secrets.decryption_key = SecretScalar::decode(key->text());
        if (!secrets.decryption_key) f.refuse(Reject::key_file_format);
    }
    return secrets;
}

}  // namespace

std::string seal_key_file(KeyFileLabel label, const KeyFileSecrets& secrets, const SecretString& passphrase,
                          Random& random) {
    label.complete = secrets.decryption_key.has_value();
    LockedFile file{std::move(label), Bytes(salt_bytes), Bytes(nonce_bytes), {}};
    random.fill(file.salt);
    random.fill(file.nonce);
    const SecretString plain{write_json(secrets_json(secrets))};
    const std::string open = write_json(open_json(file));
    const SecretKey32 key = derive(passphrase, file.salt);
    const ByteView in = as_bytes(plain.expose()), bound = as_bytes(open);
    file.sealed.resize(in.size() + tag_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(file.sealed.data(), nullptr, in.data(), in.size(),
                                               bound.data(), bound.size(), nullptr, file.nonce.data(),
                                               key.expose().data());
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
    const std::string open = write_json(open_json(*file));
    const SecretKey32 key = derive(passphrase, file->salt);
    SecretString plain{std::string(file->sealed.size() - tag_bytes, '\0')};
    const ByteView bound = as_bytes(open);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char*>(plain.expose().data()), nullptr, nullptr, file->sealed.data(),
            file->sealed.size(), bound.data(), bound.size(), file->nonce.data(), key.expose().data()) != 0)
        return Refused{Rejection{Reject::key_file_passphrase, ""}};
    auto secrets = read_canonical(plain.expose(), read_secrets, secrets_json);
    if (!secrets || secrets->decryption_key.has_value() != file->label.complete)
        return Refused{Rejection{Reject::key_file_format, "sealed"}};
    return KeyFile{std::move(file->label), std::move(*secrets)};
}

}  // namespace minhtin
