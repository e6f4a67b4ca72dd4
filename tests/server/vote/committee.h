#pragma once
// A member of the counting committee at the other end of the wire: does with the ballot library what the page
// does in the browser.
#include <string>

#include "ballot/ceremony.h"
#include "crypto/random.h"
#include "tests/server/vote/http_client.h"

namespace minhtin::test {

class Member {
public:
    Member(HttpClient http, const std::string& link, Random& random);

    // What GET /trustee says now.
    Json look() const;
    // Each sends one message and gives the answer.
    Answer send_certificate();
    Answer send_polynomial();
    Answer send_key();
    Answer pass_drill();
    // From the whole archive: verifies it, recomputes the sum, and only then hands in the share.
    Answer send_share();
    // The bytes that send_share would send.
    std::string make_share() const;

    Answer post(const std::string& path, std::string_view body) const {
        return http_.post(path, body, bearer_);
    }
    const SecretScalar& key() const { return *decryption_key_; }

private:
    Certificates certificates() const;
    HttpClient http_;
    Headers bearer_;
    Random& random_;
    SecretString seed_;
    std::optional<SecretScalar> decryption_key_;
};

}  // namespace minhtin::test
