#include "crypto/hash.h"

#include <gtest/gtest.h>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

// FIPS 180-4.
TEST(Sha256, known_digests) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_b64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0");
}

TEST(Sha256, pieces_make_the_same_digest) {
    const std::string text(1000, 'x');
    for (std::size_t cut = 0; cut <= text.size(); cut += 37) {
        Sha256 hash;
        hash.update(std::string_view(text).substr(0, cut));
        hash.update(std::string_view(text).substr(cut));
        EXPECT_EQ(hash.finish(), sha256(text));
    }
}

TEST(Sha256, tells_the_digest_so_far) {
    Sha256 hash;
    hash.update("a");
    EXPECT_EQ(hash.so_far(), sha256("a"));
    hash.update("bc");
    EXPECT_EQ(hash.so_far(), sha256("abc"));
    EXPECT_EQ(hash.finish(), sha256("abc"));
    EXPECT_THROW((void)hash.so_far(), Bug);
}

TEST(Sha256, a_digest_comes_back_from_its_digits) {
    EXPECT_EQ(digest_from_hex(sha256_hex("abc")), sha256("abc"));
    EXPECT_FALSE(digest_from_hex(""));
    EXPECT_FALSE(digest_from_hex(sha256_hex("abc") + "00"));
    EXPECT_FALSE(digest_from_hex(std::string(64, 'G')));
}

TEST(Sha256, finishes_once) {
    Sha256 hash;
    hash.finish();
    EXPECT_THROW(hash.finish(), Bug);
    EXPECT_THROW(hash.update("x"), Bug);
}

}  // namespace
}  // namespace minhtin
