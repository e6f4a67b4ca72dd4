#pragma once
// A whole confidence vote played over the API of a fresh server: office, chair, three members of the counting
// committee, slip printer, voters. All names are invented.
#include <memory>
#include <string>
#include <vector>

#include "ballot/ballot.h"
#include "ballot/election.h"
#include "crypto/random.h"
#include "tests/server/vote/committee.h"
#include "tests/server/vote/http_client.h"

namespace minhtin::test {

// An answer with another status than expected ends the story: throws with the request and the answer.
Answer expect(int status, Answer answer, const std::string& what);

struct Sheet {
    std::string profile = "96-qd-tw";
    std::vector<std::string> posts;  // a person each
    int slips = 12;
    int summoned = 12;
};

// How somebody marked a list: for each person the place of the level, or -1 for no mark.
using Marks = std::vector<int>;

class Story {
public:
    Story(HttpClient http, Random& random) : http_(http), random_(random) {}

    // Accounts through the one-time token; then signed in. After a restart of the server: sign_in() again.
    void set_up(const std::string& setup_token);
    void sign_in();
    // People, campaign, vote.
    void arrange(const Sheet& sheet);
    void invite_members();
    void make_keys();  // certificates, polynomials, keys of all
    void pass_drills();
    void register_slips();
    void attend();
    void open();
    // Everything up to here.
    void prepare_and_open(const std::string& setup_token, const Sheet& sheet);

    Answer office(std::string_view method, const std::string& path, const Json& body = Json::object()) const;
    Answer chair(std::string_view method, const std::string& path, const Json& body = Json::object()) const;
    Answer cast(std::string_view ballot) const {
        return http_.post("/elections/" + uuid + "/ballots", ballot);
    }
    // A ballot of that slip, as the voter's page makes it. Safe to call from several threads with their own
    // random.
    std::string ballot(std::size_t slip, const Marks& marks, Random& random) const;
    std::string ballot(std::size_t slip, const Marks& marks) const { return ballot(slip, marks, random_); }

    void close() const;
    void count(const std::vector<std::size_t>& members) const;  // shares of these members, then finish
    std::string archive() const { return http_.get("/elections/" + uuid + "/archive.bel").body; }

    HttpClient http() const { return http_; }
    Member& member(std::size_t index) { return *members_.at(index - 1); }
    const Election& election() const { return *election_; }
    const std::vector<std::string>& credentials() const { return credentials_; }

    std::string campaign, uuid, chair_id;
    std::vector<std::string> persons;  // ids, in the order of the list
    std::vector<std::string> names;

private:
    Headers session(const std::string& login) const;
    HttpClient http_;
    Random& random_;
    Headers office_, chair_;
    Sheet sheet_;
    std::vector<std::unique_ptr<Member>> members_;
    std::vector<std::string> credentials_;  // private, as on the slips
    std::shared_ptr<const Election> election_;
};

}  // namespace minhtin::test
