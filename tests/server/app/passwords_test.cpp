#include "server/app/passwords.h"

#include <gtest/gtest.h>

namespace minhtin {
namespace {

TEST(Passwords, AreHashedWithArgon2idAtTheFloorOrAbove) {
    PasswordHasher hasher;
    std::string hash = hasher.hash("mười hai quả cam");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_NE(hasher.hash("mười hai quả cam"), hash);  // another salt
    EXPECT_TRUE(hasher.verify(hash, "mười hai quả cam"));
    EXPECT_FALSE(hasher.verify(hash, "mười hai quả cân"));
    EXPECT_FALSE(hasher.verify("", "mười hai quả cam"));
    EXPECT_FALSE(hasher.verify_nobody("nobody has this password"));
}

TEST(Passwords, AHashWithOtherParametersIsOutdated) {
    PasswordHasher cheap(PasswordHasher::Cost{.operations = 1, .memory = 8192});
    PasswordHasher hasher;
    std::string old_hash = cheap.hash("mười hai quả cam");
    EXPECT_TRUE(hasher.outdated(old_hash));
    EXPECT_TRUE(hasher.verify(old_hash, "mười hai quả cam"));
    EXPECT_FALSE(hasher.outdated(hasher.hash("x")));
}

TEST(Passwords, ShortContextWordsDoNotForbidEverything) {
    EXPECT_TRUE(acceptable_password("an toàn tuyệt đối nhé", {"an", "", "A"}));
}

}  // namespace
}  // namespace minhtin
