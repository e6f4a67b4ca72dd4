#include "ballot/key_file.h"

#include <gtest/gtest.h>

#include "crypto/bytes.h"
#include "crypto/credential.h"
#include "crypto/keyfile.h"
#include "tests/ballot/json_edit.h"
#include "tests/ballot/test_election.h"
#include "tests/support/seeded_random.h"

namespace minhtin {
namespace {

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

struct LockedAlone {
    LockedAlone() {
        const KeyFileSecrets secrets{{}, SecretScalar::random(random)};
        key = base(*secrets.decryption_key);
        bytes = seal_key_file({"MinhTinThuNghiem1", "", 1, 1, 1, "Lê Thị Thử", true}, secrets, passphrase,
                              random);
    }
    SeededRandom random{"alone"};
    SecretString passphrase{std::string("x")};
    Element key;
    std::string bytes;
};

TEST(KeyFile, OfASingleTrusteeHasNoSeed) {
    LockedAlone l;
    const auto opened = open_key_file(l.bytes, l.passphrase);
    ASSERT_TRUE(opened) << code_of(opened);
    EXPECT_TRUE(opened->label.single());
    EXPECT_TRUE(opened->label.complete);
    EXPECT_EQ(opened->secrets.seed.expose(), "");
    EXPECT_EQ(base(*opened->secrets.decryption_key), l.key);
}

TEST(KeyFile, OfASingleTrusteeSaysNothingOfACeremony) {
    LockedAlone l;
    for (const char* field : {"trustee", "size", "threshold"})
        EXPECT_EQ(code_of(read_key_file_label(with(l.bytes, field, Json::integer(2)))), "key-file-format")
            << field;
    EXPECT_EQ(code_of(read_key_file_label(with(l.bytes, "complete", Json::boolean(false)))),
              "key-file-format");
    // Whose the file is, is bound to what is in it: the label of a ceremony opens nothing.
    EXPECT_EQ(code_of(open_key_file(with(l.bytes, "ceremony", "c"), l.passphrase)), "key-file-passphrase");
    EXPECT_EQ(code_of(read_key_file_label(with(Locked().bytes, "ceremony", ""))), "key-file-format");
}

// The text inside, sealed by somebody who knows the passphrase: only what we write is read.
TEST(KeyFile, OnlyOurOwnTextIsRead) {
    const std::string seed = R"("seed":"2222222222222222222222")", key = R"("decryption_key":"5")";
    auto judge = [](const std::string& ceremony, const std::string& text) {
        SeededRandom random("text");
        const SecretString passphrase{std::string("x")};
        KeyfileParameters p = fresh_parameters(random);
        const std::string place = ceremony.empty() ? "1" : "2";
        const std::string open =
            R"({"format":"minhtin-key-1","election":"MinhTinThuNghiem1","ceremony":")" + ceremony +
            R"(","trustee":)" + place + R"(,"size":)" + place + R"(,"threshold":)" + place +
            R"(,"name":"x","complete":true,"kdf":{"name":"argon2id","salt":")" + to_hex(p.salt) +
            R"(","t":3,"m":65536,"p":1},"nonce":")" + to_hex(p.nonce) + "\"";
        const Bytes sealed = lock_secret(SecretString(std::string(text)), passphrase, p, open + "}");
        const auto file = open_key_file(open + R"(,"sealed":")" + to_hex(sealed) + "\"}", passphrase);
        return file ? "" : code_of(file) + " " + file.reason().where;
    };
    EXPECT_EQ(judge("c", "{" + seed + "," + key + "}"), "");
    EXPECT_EQ(judge("", "{" + key + "}"), "");
    const std::string refused = "key-file-format sealed";
    for (const std::string& text :
         {"{" + key + "," + seed + "}", "{" + seed + "}", "{" + key + "}", "{" + seed + ", " + key + "}",
          "{" + seed + "," + key + "} ", "{" + seed + "," + key, "{" + seed + "," + key + R"(,"x":1})",
          "{" + seed + "," + seed + "," + key + "}", "{" + seed + R"(,"decryption_key":"05"})",
          "{" + seed + R"(,"decryption_key":5})", "{" + seed + R"(,"decryption_key":""})",
          R"({"seed":"short",)" + key + "}", R"({"seed":"",)" + key + "}", std::string("{}"), std::string()})
        EXPECT_EQ(judge("c", text), refused) << text;
    EXPECT_EQ(judge("", "{" + seed + "," + key + "}"), refused);
    EXPECT_EQ(judge("", "{}"), refused);
}

}  // namespace
}  // namespace minhtin
