// The reject matrix: in a small election of the hardened profile, every field of every message is changed,
// left out, doubled, exchanged with another valid one, taken from another election or spelled otherwise. What
// names the message (hashes, signatures over it) is redone, so that the check of that field itself must
// refuse. Nothing may be accepted, but for the exceptions that are listed here with their reason.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "crypto/credential.h"
#include "crypto/hash.h"
#include "crypto/proofs.h"
#include "tests/ballot/json_edit.h"
#include "tests/ballot/mutations.h"
#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

// With everything: a Single trustee and a group, a blank vote, two voters, one of whom votes twice.
ElectionPlan full_plan(std::string seed) {
    ElectionPlan p;
    p.seed = std::move(seed);
    p.singles = 1;
    p.size = 2;
    p.threshold = 2;
    p.questions = {{"Nguyễn Văn Thử", {"Cao", "Thấp"}, true, 0, 1},
                   {"Trần Thị Mẫu", {"Cao", "Thấp"}, false, 0, 1}};
    p.voters = 2;
    p.votes = {{0, {{0, 1, 0}, {0, 1}}}, {1, {{1, 0, 0}, {0, 0}}}, {0, {{0, 0, 1}, {1, 0}}}};
    return p;
}
// One ballot, one trustee: for messages whose check does not depend on more.
ElectionPlan small_plan(std::string seed) {
    ElectionPlan p;
    p.seed = std::move(seed);
    p.singles = 1;
    p.size = 0;
    p.questions = {{"Nguyễn Văn Thử", {"Cao", "Thấp"}, false, 0, 1}};
    p.voters = 1;
    p.votes = {{0, {{0, 1}}}};
    return p;
}

const TestElection& full() {
    static const TestElection election = make_test_election(full_plan("matrix"));
    return election;
}
const TestElection& full_other() {
    static const TestElection election = make_test_election(full_plan("another"));
    return election;
}
const TestElection& small() {
    static const TestElection election = make_test_election(small_plan("matrix"));
    return election;
}
const TestElection& small_other() {
    static const TestElection election = make_test_election(small_plan("another"));
    return election;
}

// "" if the message is accepted, otherwise the code of the refusal.
using Judge = std::function<std::string(const std::string& message)>;
// Accepted although the bytes differ, because the meaning is the same.
using Exceptions = std::set<std::string>;

// Every mutation is refused; gives how often for which reason.
std::map<std::string, int> refuse_all(const std::string& original, const std::vector<std::string>& others,
                                      const Judge& judge, const Exceptions& exceptions = {}) {
    EXPECT_EQ(judge(original), "") << "the original must hold";
    std::map<std::string, int> reasons;
    Exceptions seen;
    for (const Mutation& m : mutations(original, others)) {
        const std::string code = judge(m.text);
        if (code.empty() && exceptions.contains(m.what)) {
            seen.insert(m.what);
            continue;
        }
        EXPECT_NE(code, "") << "accepted: " << m.what << "\n" << m.text.substr(0, 300);
        ++reasons[code];
    }
    EXPECT_EQ(seen, exceptions) << "an exception that is none";
    return reasons;
}

void expect_reasons(const std::map<std::string, int>& found, std::initializer_list<const char*> wanted) {
    for (const char* code : wanted) EXPECT_TRUE(found.contains(code)) << code << " was never the reason";
}

// The whole archive, with one file of the Setup changed and setup_data redone.
std::string judge_setup(std::size_t file, const std::string& content) {
    std::vector<Step> steps = full().steps;
    auto& data = steps[0].data;
    data[file] = content;
    data[3] = encode_setup_data({data[0], data[1], data[2], {}});
    return verdict(archive_of(steps));
}

// Steps of small(): 0 Setup, 1 ballot, 2 EndBallots, 3 EncryptedTally, 4 decryption, 5 Result.
constexpr std::size_t tally_step = 3, share_step = 4, result_step = 5;
std::string judge_small(std::size_t step, std::vector<std::string> data) {
    std::vector<Step> steps = small().steps;
    steps[step].data = std::move(data);
    return verdict(archive_of(steps));
}

TEST(RejectMatrix, Election) {
    expect_reasons(refuse_all(full().files.election, {full_other().files.election},
                              [](const std::string& s) { return judge_setup(0, s); }),
                   {"json-syntax", "json-duplicate-field", "field-missing", "field-type", "not-canonical",
                    "element-syntax", "element-not-in-group", "element-identity", "election-version",
                    "election-group", "election-question", "election-uuid", "election-key", "ballot-election",
                    "ballot-uuid", "profile-unknown"});
}

TEST(RejectMatrix, Trustees) {
    expect_reasons(
        refuse_all(full().files.trustees, {full_other().files.trustees},
                   [](const std::string& s) { return judge_setup(1, s); }),
        {"json-duplicate-field", "not-canonical", "trustees-kind", "trustees-threshold", "ceremony-size",
         "trustee-proof", "certificate-context", "certificate-signature", "coefficients-signature",
         "certificates-signature", "verification-key", "verification-key-signature", "election-key",
         "scalar-syntax", "element-identity", "element-not-canonical"});
}

TEST(RejectMatrix, Credentials) {
    // The list is a set: its order says nothing.
    expect_reasons(refuse_all(full().files.credentials, {full_other().files.credentials},
                              [](const std::string& s) { return judge_setup(2, s); },
                              {": [1] exchanged with the one before"}),
                   {"credential-duplicate", "credential-unknown", "element-syntax", "element-identity",
                    "element-not-in-group", "not-canonical"});
}

TEST(RejectMatrix, SetupData) {
    auto data = small().steps[0].data;
    expect_reasons(refuse_all(data[3], {small_other().steps[0].data[3]},
                              [&](const std::string& s) {
                                  data[3] = s;
                                  return judge_small(0, data);
                              }),
                   {"setup-data", "field-missing", "field-type", "not-canonical"});
}

TEST(RejectMatrix, BallotWithTheOldSignature) {
    const Election election = full().open();
    // Exchanged as a whole it is another valid ballot; that none may come twice is in audit_test.cpp.
    expect_reasons(
        refuse_all(full().steps[1].data[0], {full().steps[3].data[0], full_other().steps[1].data[0]},
                   [&](const std::string& s) { return code_of(check_ballot(election, s)); },
                   {": taken from another"}),
        {"ballot-signature-hash", "ballot-signature", "not-canonical", "json-duplicate-field",
         "credential-unknown", "ballot-uuid", "ballot-election", "element-syntax", "element-not-canonical",
         "element-not-in-group", "scalar-syntax"});
}

// The voter signs again whatever the ballot says then.
TEST(RejectMatrix, BallotSignedAgain) {
    const Election election = full().open();
    const SecretScalar secret = derive_credential(election.uuid(), full().credentials[0]);
    SeededRandom random("signed again");
    std::map<std::string, int> reasons;
    for (const Mutation& m :
         mutations(full().steps[1].data[0], {full().steps[2].data[0], full_other().steps[1].data[0]})) {
        const bool signed_part = m.what.starts_with("answers") || m.what.starts_with("election_") ||
                                 m.what.starts_with("credential");
        if (!signed_part) continue;
        auto json = parse_json(m.text);
        if (!json) continue;  // a field twice, which no signature can heal; in the other test
        auto& members = std::get<Json::Object>(json->value());
        members.pop_back();
        const std::string hash = sha256_b64(write_json(*json));
        members.push_back(
            {"signature",
             Json::Object{{"hash", hash}, {"proof", proof_json(sign_ballot(secret, hash, random))}}});
        const std::string code = code_of(check_ballot(election, write_json(*json)));
        EXPECT_NE(code, "") << "accepted: " << m.what;
        EXPECT_NE(code, "ballot-signature-hash") << m.what;
        ++reasons[code];
    }
    expect_reasons(reasons, {"individual-proof", "overall-proof", "blank-proof", "ballot-shape",
                             "not-canonical", "ballot-signature", "credential-unknown"});
}

TEST(RejectMatrix, EncryptedTally) {
    const auto& data = small().steps[tally_step].data;
    expect_reasons(
        refuse_all(data[0], {small_other().steps[tally_step].data[0]},
                   [&](const std::string& s) {
                       return judge_small(tally_step, {s, with(data[1], "encrypted_tally", sha256_hex(s))});
                   }),
        {"tally-wrong"});
}

TEST(RejectMatrix, SizedTally) {
    const auto& data = small().steps[tally_step].data;
    expect_reasons(
        refuse_all(data[1], {small_other().steps[tally_step].data[1]},
                   [&](const std::string& s) {
                       return judge_small(tally_step, {data[0], s});
                   }),
        {"tally-name", "tally-count", "field-missing", "field-type", "weight-range", "not-canonical"});
}

TEST(RejectMatrix, PartialDecryptions) {
    const Election election = full().open();
    const auto sum = decode_tally(election, full().steps[5].data[0]);
    ASSERT_TRUE(sum);
    for (std::size_t owner :
         {std::size_t{1}, std::size_t{3}}) {  // a Single trustee and a member of the group
        const std::size_t step = 5 + owner;
        expect_reasons(
            refuse_all(
                full().steps[step].data[0], {full().steps[7].data[0], full_other().steps[step].data[0]},
                [&](const std::string& s) { return code_of(check_decryption(election, *sum, owner, s)); }),
            {"decryption-proof", "strong-proof", "strong-proof-missing", "share-shape", "not-canonical",
             "element-not-in-group", "element-not-canonical", "element-syntax", "scalar-syntax",
             "json-duplicate-field"});
    }
}

TEST(RejectMatrix, OwnedDecryption) {
    const auto& data = small().steps[share_step].data;
    expect_reasons(refuse_all(data[1], {small_other().steps[share_step].data[1]},
                              [&](const std::string& s) {
                                  return judge_small(share_step, {data[0], s});
                              }),
                   {"share-name", "share-owner", "field-type", "field-missing", "not-canonical"});
}

TEST(RejectMatrix, Result) {
    expect_reasons(refuse_all(small().steps[result_step].data[0], {R"({"result":[[1,1]]})"},
                              [](const std::string& s) { return judge_small(result_step, {s}); }),
                   {"result-wrong", "result-shape", "result-too-large", "weight-range", "field-missing",
                    "not-canonical"});
}

// Each event in turn; the events after it are chained to it as it then is.
TEST(RejectMatrix, Events) {
    const std::uint64_t time = 1'795'219'200;
    const auto& steps = small().steps;
    std::vector<std::string> events;
    std::optional<std::string> parent;
    for (const Step& step : steps) {
        BoardEvent event{parent, events.size(), step.type, {}};
        if (!step.data.empty()) event.payload = sha256_hex(step.data.back());
        events.push_back(encode_event(event));
        parent = sha256_hex(events.back());
    }
    for (std::size_t n = 0; n < events.size(); ++n) {
        auto judge = [&](const std::string& changed) {
            std::string archive = archive_start(time), last;
            for (std::size_t i = 0; i < events.size(); ++i) {
                for (const std::string& content : steps[i].data) archive += archive_data(content, time);
                std::string event = i == n ? changed : events[i];
                if (i > n) event = with(event, "parent", last);
                archive += archive_event(event, time);
                last = sha256_hex(event);
            }
            return verdict(archive);
        };
        refuse_all(events[n], {events[n == tally_step ? 1 : tally_step]}, judge);
    }
}

}  // namespace
}  // namespace minhtin
