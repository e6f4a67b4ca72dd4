#pragma once
// What is voted on, by whom, and who can open the tally: everything that the Setup event fixes (protocol.md
// 5). Immutable, and safe to share between threads.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ballot/credentials.h"
#include "ballot/profile.h"
#include "ballot/reasons.h"
#include "ballot/trustees.h"
#include "crypto/group.h"
#include "crypto/result.h"

namespace minhtin {

// Between min and max of the answers are marked; a blank vote, where it is allowed, marks none.
struct Question {
    std::string text;
    std::vector<std::string> answers;
    bool blank = false;
    std::uint64_t min = 0, max = 1;

    // Ciphertexts in a ballot's answer: one an answer, and one in front where blank is allowed.
    std::size_t choices() const { return answers.size() + (blank ? 1 : 0); }
};

// The election as it is described; with the trustees' key it becomes the election JSON.
struct ElectionDescription {
    std::string name, description, uuid;
    std::vector<Question> questions;
    std::optional<std::string> administrator, credential_authority;
    std::optional<std::pair<std::string, std::string>> language;  // code, "ltr" or "rtl"
    Profile profile = Profile::hardened;
};

// At least 14 Base58 characters.
bool is_election_uuid(std::string_view uuid);

// The bytes of the election JSON. They fix the fingerprint for ever: store them, never write them again.
// ENSURE: the description obeys what decode_election asks of it.
std::string encode_election(const ElectionDescription& description, const Element& public_key);

struct ElectionText {
    ElectionDescription description;
    Element public_key;
    std::string hash;         // hex SHA-256 of the bytes
    std::string fingerprint;  // base64 of the same: 43 characters
};
// Version 1, group Ed25519, homomorphic questions only, 1 <= answers, min <= max <= 1024. The hardened
// profile also asks for max <= number of answers and for the bytes that encode_election gives.
Result<ElectionText, Rejection> decode_election(std::string_view bytes);

// The files before a Setup event, as bytes.
struct SetupFiles {
    std::string election, trustees, credentials;
    std::optional<std::string> credentials_certificate;  // some servers' external authority; not interpreted
};
// The setup_data that names them, and all data of the Setup event in their order (for extend in board.h).
std::string encode_setup_data(const SetupFiles& files);
std::vector<std::string> setup_event_data(const SetupFiles& files);

// A setup that was checked whole.
class Election {
public:
    // Checks each file and that the election's key is the product of the trustees' keys.
    static Result<Election, Rejection> open(const SetupFiles& files);
    // From the data of a Setup event; the last, setup_data, must name the others.
    static Result<Election, Rejection> open(const std::vector<std::string>& event_data);

    const ElectionDescription& description() const { return text_.description; }
    const std::vector<Question>& questions() const { return text_.description.questions; }
    const std::string& uuid() const { return text_.description.uuid; }
    const std::string& fingerprint() const { return text_.fingerprint; }
    const Element& key() const { return text_.public_key; }
    // The same, for checking many ballots; its table is made with the first of them.
    const FixedBase& prepared_key() const { return prepared_key_; }
    Profile profile() const { return text_.description.profile; }
    const Trustees& trustees() const { return trustees_; }
    const Credentials& credentials() const { return credentials_; }

private:
    Election(ElectionText text, Trustees trustees, Credentials credentials)
        : text_(std::move(text)),
          prepared_key_(FixedBase::prepared(text_.public_key)),
          trustees_(std::move(trustees)),
          credentials_(std::move(credentials)) {}
    ElectionText text_;
    FixedBase prepared_key_;
    Trustees trustees_;
    Credentials credentials_;
};

}  // namespace minhtin
