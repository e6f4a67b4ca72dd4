#include "ballot/key_file.h"

#include <gtest/gtest.h>

#include "crypto/credential.h"
#include "tests/ballot/json_edit.h"
#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

template <class T>
std::string code_of(const Result<T, Rejection>& result) {
    return result ? "" : std::string(sentence(result.reason().reason).code);
}

struct Locked {
    Locked() {
        KeyFileSecrets secrets{generate_seed(random), SecretScalar::random(random)};
        key = base(*secrets.decryption_key);
        seed = secrets.seed.expose();
        bytes = seal_key_file({"MinhTinThuNghiem1", "ceremony", 2, 3, 2, "Trần Thị Mẫu", false}, secrets,
                              passphrase, random);
    }
    SeededRandom random{"key file"};
    SecretString passphrase{std::string("mật khẩu thử")};
    Element key;
    std::string seed, bytes;
};

TEST(KeyFile, OpensWithItsPassphraseOnly) {
    Locked l;
    const auto opened = open_key_file(l.bytes + "\n", l.passphrase);
    ASSERT_TRUE(opened) << code_of(opened);
    EXPECT_EQ(opened->secrets.seed.expose(), l.seed);
    EXPECT_EQ(base(*opened->secrets.decryption_key), l.key);
    EXPECT_TRUE(opened->label.complete);
    EXPECT_EQ(opened->label, *read_key_file_label(l.bytes));
    EXPECT_EQ(opened->label.name, "Trần Thị Mẫu");
    EXPECT_EQ(code_of(open_key_file(l.bytes, SecretString{std::string("mật khẩu thư")})),
              "key-file-passphrase");
    EXPECT_EQ(code_of(open_key_file(l.bytes, SecretString{std::string()})), "key-file-passphrase");
}

// The label is bound to the secret, and nothing but our own parameters is tried.
TEST(KeyFile, NoFieldCanBeChanged) {
    Locked l;
    auto judge = [&](const std::string& changed) { return code_of(open_key_file(changed, l.passphrase)); };
    for (const char* field : {"election", "ceremony", "name"})
        EXPECT_EQ(judge(with(l.bytes, field, "another")), "key-file-passphrase") << field;
    for (const char* field : {"trustee", "size", "threshold"})
        EXPECT_EQ(judge(with(l.bytes, field, Json::integer(1))), "key-file-passphrase") << field;
    EXPECT_EQ(judge(with(l.bytes, "complete", Json::boolean(false))), "key-file-passphrase");
    EXPECT_EQ(judge(with(l.bytes, "nonce", std::string(48, '0'))), "key-file-passphrase");
    EXPECT_EQ(judge(with(l.bytes, "kdf.salt", std::string(32, '0'))), "key-file-passphrase");
    EXPECT_EQ(judge(edited(l.bytes, "sealed", [](Json& j) { j = Json(j.as<std::string>()->substr(2)); })),
              "key-file-passphrase");
    for (const char* field : {"kdf.t", "kdf.m", "kdf.p"})
        EXPECT_EQ(judge(with(l.bytes, field, Json::integer(1u << 30))), "key-file-format") << field;
    EXPECT_EQ(judge(with(l.bytes, "kdf.name", "scrypt")), "key-file-format");
    EXPECT_EQ(judge(with(l.bytes, "format", "minhtin-key-2")), "key-file-format");
    EXPECT_EQ(judge(with(l.bytes, "kdf.salt", "00")), "key-file-format");
    EXPECT_EQ(judge(with(l.bytes, "sealed", "00")), "key-file-format");
    EXPECT_EQ(judge(" " + l.bytes), "key-file-format");
    EXPECT_EQ(judge(""), "key-file-format");
    EXPECT_EQ(judge(l.bytes.substr(0, l.bytes.size() / 2)), "key-file-format");
}

TEST(KeyFile, TheFirstFileHasNoDecryptionKey) {
    SeededRandom random("first");
    const SecretString passphrase{std::string("x")};
    const std::string bytes = seal_key_file({"MinhTinThuNghiem1", "c", 1, 3, 2, "", true},
                                            {generate_seed(random), {}}, passphrase, random);
    const auto opened = open_key_file(bytes, passphrase);
    ASSERT_TRUE(opened);
    EXPECT_FALSE(opened->label.complete);
    EXPECT_FALSE(opened->secrets.decryption_key);
}

}  // namespace
}  // namespace minhtin
