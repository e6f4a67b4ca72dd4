#include "crypto/credential.h"

#include <gtest/gtest.h>

#include "tests/support/seeded_random.h"
#include "tests/support/worked_examples.h"

namespace minhtin {
namespace {

SecretString secret(std::string text) {
    return SecretString(std::move(text));
}

TEST(Credential, derived_as_belenios_does) {
    const auto key = derive_credential("FmVvxiJAZeoqRK", secret("zD8Jr-ZF59CF-4Wbc4-ybMtti"));
    EXPECT_EQ(key.encode().expose(),
              "6047272937739548038419331563236079124942765890002678811745568703301104174741");
    EXPECT_EQ(base(key).encode(), "490e93daae7ffffb13eb51febe88d78b29dc0d512eba8f19f7a49bf2dbb71899");
}

TEST(Credential, belongs_to_one_election) {
    const auto a = derive_credential("FmVvxiJAZeoqRK", secret("zD8Jr-ZF59CF-4Wbc4-ybMtti"));
    const auto b = derive_credential("FmVvxiJAZeoqRL", secret("zD8Jr-ZF59CF-4Wbc4-ybMtti"));
    EXPECT_NE(base(a), base(b));
}

TEST(Credential, one_form_only) {
    EXPECT_TRUE(is_credential("zD8Jr-ZF59CF-4Wbc4-ybMtti"));
    for (const auto* bad :
         {"", "zD8JrZF59CF4Wbc4ybMtti", "zD8Jr-ZF59CF-4Wbc4-ybMtt", "zD8Jr-ZF59CF-4Wbc4-ybMttii",
          "zD8JrZ-F59CF-4Wbc4-ybMtti", "zD8Jr ZF59CF 4Wbc4 ybMtti", "0D8Jr-ZF59CF-4Wbc4-ybMtti",
          "OD8Jr-ZF59CF-4Wbc4-ybMtti", "ID8Jr-ZF59CF-4Wbc4-ybMtti", "lD8Jr-ZF59CF-4Wbc4-ybMtti",
          "-D8Jr-ZF59CF-4Wbc4-ybMtti", "zD8Jr-ZF59CF-4Wbc4-ybMtt ", "zD8Jr-ZF59C",
          "zD8Jr--F59CF-4Wbc4-ybMtti"})
        EXPECT_FALSE(is_credential(bad)) << bad;
}

TEST(Credential, generated_ones_have_the_form_and_differ) {
    SeededRandom random("credentials");
    const auto a = generate_credential(random), b = generate_credential(random);
    EXPECT_TRUE(is_credential(a.expose()));
    EXPECT_NE(a.expose(), b.expose());
    EXPECT_TRUE(is_seed(generate_seed(random).expose()));
}

TEST(Seed, one_form_only) {
    EXPECT_TRUE(is_seed("Kw8Q1uF5iBqpLLhPvzA5DJ"));
    for (const auto* bad : {"", "Kw8Q1uF5iBqpLLhPvzA5D", "Kw8Q1uF5iBqpLLhPvzA5DJJ", "Kw8Q1uF5iBqpLLhPvzA5D0"})
        EXPECT_FALSE(is_seed(bad)) << bad;
}

// Both seeds of the worked examples.
TEST(Seed, keys_as_belenios_derives_them) {
    for (const auto* title : {"### Channel message, AES-CCM", "### Channel message, AES-GCM"}) {
        const std::string text = worked_section(title);
        const std::string seed = text.substr(text.find("seed `") + 6, 22);
        EXPECT_EQ(signing_key(secret(seed)).encode().expose(), line_after(text, "SHA-256(sk|seed) mod q = "));
        EXPECT_EQ(opening_key(secret(seed)).encode().expose(), line_after(text, "SHA-256(dk|seed) mod q = "));
    }
}

}  // namespace
}  // namespace minhtin
