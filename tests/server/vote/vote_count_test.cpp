// Ballots and the count over the API of the real server: every way a ballot can be wrong, and the result in
// the files.
#include "ballot/audit.h"
#include "crypto/credential.h"
#include "crypto/hash.h"
#include "crypto/proofs.h"
#include "tests/server/vote/vote_api.h"

namespace minhtin::test {
namespace {

// A ballot changed at one place and signed again by its voter, so that the change itself must be found.
std::string signed_again(const std::string& bytes, const std::string& uuid, const std::string& credential,
                         const std::function<void(Json&)>& change, Random& random) {
    Json ballot = Json::parse(bytes);
    ballot.erase("signature");
    change(ballot);
    const std::string hash = sha256_b64(ballot.dump());
    const Proof proof =
        sign_ballot(derive_credential(uuid, SecretString(std::string(credential))), hash, random);
    ballot["signature"] = {
        {"hash", hash},
        {"proof", {{"challenge", proof.challenge.encode()}, {"response", proof.response.encode()}}}};
    return ballot.dump();
}

TEST_F(VoteApi, each_wrong_ballot_is_refused_with_the_check_that_failed) {
    story.prepare_and_open(server.setup_token(), two_persons);
    const std::string good = story.ballot(0, {0, -1}), other = story.ballot(1, {0, 2});
    const auto changed = [&](const std::function<void(Json&)>& change) {
        Json ballot = Json::parse(good);
        change(ballot);
        return ballot.dump();
    };
    const auto resigned = [&](const std::function<void(Json&)>& change) {
        return signed_again(good, story.uuid, story.credentials()[0], change, random);
    };
    const Json second = Json::parse(other);
    const std::vector<std::tuple<std::string, int, std::string>> table{
        {"", 422, "json-syntax"},
        {"[]", 422, "field-type"},
        {"{}", 422, "field-missing"},
        {good + " ", 422, "not-canonical"},
        {" " + good, 422, "not-canonical"},
        {good.substr(0, good.size() - 1) + ",\"x\":1}", 422, "not-canonical"},
        {good.substr(0, good.size() - 1), 422, "json-syntax"},
        {"{\"election_uuid\":\"x\"," + good.substr(1), 422, "json-duplicate-field"},
        {changed([](Json& b) { b["election_uuid"] = "AnotherELection12"; }), 422, "ballot-uuid"},
        {changed([](Json& b) { b["election_hash"] = std::string(43, 'A'); }), 422, "ballot-election"},
        {changed([](Json& b) { b["credential"] = Element::generator().encode(); }), 422,
         "credential-unknown"},
        {changed([](Json& b) { b["credential"] = std::string(64, '0'); }), 422, "element-not-in-group"},
        {changed([&](Json& b) { b["credential"] = second["credential"]; }), 422, "ballot-signature-hash"},
        {changed([](Json& b) { b["signature"]["proof"]["response"] = "1"; }), 422, "ballot-signature"},
        {changed([&](Json& b) { b["signature"] = second["signature"]; }), 422, "ballot-signature-hash"},
        {changed([](Json& b) { b["answers"].erase(1); }), 422, "ballot-signature-hash"},
        {resigned([](Json& b) { b["answers"].erase(1); }), 422, "ballot-shape"},
        {resigned([](Json& b) { b["answers"][0]["choices"].erase(2); }), 422, "ballot-shape"},
        {resigned([](Json& b) { b["answers"][0]["individual_proofs"][0][0]["response"] = "1"; }), 422,
         "individual-proof"},
        {resigned([](Json& b) { std::swap(b["answers"][0]["choices"][0], b["answers"][0]["choices"][1]); }),
         422, "individual-proof"},
        {resigned([&](Json& b) { b["answers"][0] = second["answers"][0]; }), 422, "individual-proof"},
        {resigned([](Json& b) { b["answers"][1]["overall_proof"][1]["challenge"] = "7"; }), 422,
         "overall-proof"},
        {resigned([](Json& b) { b["answers"][1]["blank_proof"] = b["answers"][1]["overall_proof"]; }), 422,
         "ballot-shape"},
        {good + std::string(100'000, ' '), 413, "ballot-too-large"},
        {std::string(300'000, ' '), 413, "body-too-large"},
    };
    for (std::size_t i = 0; i < table.size(); ++i) {
        SCOPED_TRACE("row " + std::to_string(i));
        const auto& [bytes, status, code] = table[i];
        refuses(status, code, story.cast(bytes));
    }
    EXPECT_EQ(story.office("GET", vote_path()).json().at("ballots"), 0);
    const Answer first = story.cast(good);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(first.json().at("tracker"), sha256_b64(good));
    EXPECT_EQ(first.json().at("hash"), sha256_hex(good));
    EXPECT_EQ(story.cast(good).body, first.body);
    EXPECT_EQ(story.http().get("/elections/" + story.uuid + "/ballots/" + sha256_hex(good)).json(),
              Json::parse(R"({"found":true,"counted":true})"));
    const std::string revote = story.ballot(0, {1, 1});
    EXPECT_EQ(story.cast(revote).json().at("replaces"), true);
    EXPECT_EQ(story.cast(good).body, first.body);
    EXPECT_EQ(
        story.http().get("/elections/" + story.uuid + "/ballots/" + sha256_hex(good)).json().at("counted"),
        false);
    refuses(404, "ballot-unknown",
            story.http().get("/elections/" + story.uuid + "/ballots/" + sha256_hex(other)));
    // Other files of the archive are no ballots.
    const std::string election = story.http().get("/elections/" + story.uuid + "/election.json").body;
    refuses(404, "ballot-unknown",
            story.http().get("/elections/" + story.uuid + "/ballots/" + sha256_hex(election)));
    EXPECT_EQ(story.cast(election).status, 422);
}

TEST_F(VoteApi, from_the_ballots_to_the_files) {
    story.prepare_and_open(server.setup_token(), two_persons);
    // 8 slips, 6 used: person 1: 4 high, 1 low, 1 unmarked; person 2: 2 trust, 4 low. One votes again.
    expect(201, story.cast(story.ballot(0, {2, 2})), "cast");
    for (const auto& [slip, marks] : std::vector<std::pair<std::size_t, Marks>>{
             {0, {0, 1}}, {1, {0, 1}}, {2, {0, 2}}, {3, {0, 2}}, {4, {2, 2}}})
        expect(201, story.cast(story.ballot(slip, marks)), "cast");
    const std::string last = story.ballot(5, {-1, 2});
    const std::string receipt = expect(201, story.cast(last), "cast").body;
    const std::string late = story.ballot(6, {0, 0});
    EXPECT_EQ(story.office("GET", vote_path()).json().at("ballots"), 6);
    EXPECT_TRUE(story.office("GET", vote_path()).json().at("box").is_null());
    story.close();
    refuses(409, "vote-closed", story.cast(late));
    EXPECT_EQ(story.cast(last).body, receipt);  // for whom the first answer got lost
    const AuditReport closed = audit(MemorySource(story.archive()));
    ASSERT_FALSE(closed.rejection);
    const Json box{{"counted", 6}, {"head", *closed.state.head}};
    EXPECT_EQ(story.office("GET", vote_path()).json().at("box"), box);
    EXPECT_EQ(step("count").at("who"), "trustees");
    EXPECT_EQ(story.member(2).look().at("step"), "share");
    refuses(409, "shares-missing", story.chair("POST", vote_path("/finish")));
    const std::string share = story.member(1).make_share();
    refuses(422, "decryption-proof", story.member(2).post("/trustee/share", share));
    Json weak = Json::parse(share);
    weak.erase("strong_proofs");
    refuses(422, "strong-proof-missing", story.member(1).post("/trustee/share", weak.dump()));
    ASSERT_EQ(story.member(1).post("/trustee/share", share).status, 200);
    ASSERT_EQ(story.member(1).post("/trustee/share", share).status, 200);
    EXPECT_EQ(story.member(1).look().at("step"), "done");
    ASSERT_EQ(story.member(3).send_share().status, 200);
    ASSERT_EQ(story.member(2).send_share().status, 200);  // a surplus share must agree
    EXPECT_EQ(story.member(1).look().at("step"), "done");
    const std::string link =
        story.office("POST", vote_path("/invitations"), {{"target", "slips"}}).json().at("link");
    const Headers slips_bearer{{"Authorization", "Bearer " + link.substr(link.find('#') + 1)}};
    EXPECT_EQ(story.http().get("/slips", slips_bearer).status, 200);
    ASSERT_EQ(story.chair("POST", vote_path("/finish")).status, 200);
    // The links have done their work: nobody who finds one later gets in by it, and no new one is made.
    for (const std::size_t i : {1u, 2u, 3u})
        refuses(401, "link-invalid", story.member(i).post("/trustee/share", share));
    refuses(401, "link-invalid", story.http().get("/slips", slips_bearer));
    refuses(409, "vote-counted", story.office("POST", vote_path("/invitations"), {{"target", "slips"}}));

    const std::string archive = story.archive();
    const AuditReport report = audit(MemorySource(archive));
    ASSERT_FALSE(report.rejection);
    EXPECT_EQ(report.counted, 6u);
    const Json result = story.office("GET", vote_path("/result")).json();
    EXPECT_EQ(result.at("archive_hash"), sha256_hex(archive));
    EXPECT_EQ(result.at("box"), box);  // the same as before the shares came
    EXPECT_EQ(story.office("GET", vote_path()).json().at("box"), box);
    EXPECT_EQ(result.at("balance"),
              Json::parse(R"({"summoned":12,"present":8,"issued":8,"collected":6,"valid":6,"invalid":0})"));
    EXPECT_EQ(result.at("base"), Json::parse(R"({"kind":"collected","number":6})"));
    const Json one = result.at("persons").at(0), two = result.at("persons").at(1);
    EXPECT_EQ(one.at("counts"), Json::parse(R"({"high":4,"trust":0,"low":1})"));
    EXPECT_EQ(one.at("not_counted"), 1);
    EXPECT_EQ(one.at("percent").at("high"), "66.67");
    EXPECT_TRUE(one.at("band").is_null());
    EXPECT_EQ(two.at("counts"), Json::parse(R"({"high":0,"trust":2,"low":4})"));
    EXPECT_EQ(two.at("band").at("code"), "low-two-thirds");

    ASSERT_EQ(story.chair("POST", vote_path("/record")).status, 200);
    ASSERT_EQ(story.office("POST", vote_path("/record")).status, 200);
    EXPECT_EQ(story.office("GET", vote_path()).json().at("state"), "recorded");
    const Json record = story.office("GET", "/records/" + story.campaign + "/" + story.persons[1]).json();
    const Json& entries = record.at("entries");
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].at("kind"), "vote-result");
    EXPECT_EQ(entries[0].at("content").at("archive_hash"), sha256_hex(archive));
    EXPECT_EQ(entries[0].at("content").at("question"), 1);
    EXPECT_EQ(entries[0].at("content").at("counts"), two.at("counts"));
    EXPECT_EQ(story.archive(), archive);
}

// With one ballot in the box the result would be that ballot.
TEST_F(VoteApi, fewer_than_five_ballots_are_never_counted) {
    story.prepare_and_open(server.setup_token(),
                           {.profile = "96-qd-tw", .posts = {"Mẫu"}, .slips = 6, .summoned = 6});
    for (std::size_t slip = 0; slip < 4; ++slip) expect(201, story.cast(story.ballot(slip, {0})), "cast");
    expect(201, story.cast(story.ballot(0, {1})), "voting again is no other ballot");
    refuses(409, "too-few-ballots", story.chair("POST", vote_path("/close")));
    expect(201, story.cast(story.ballot(4, {0})), "cast");
    EXPECT_EQ(story.chair("POST", vote_path("/close")).status, 200);
    const Json numbers{{"summoned", 6}, {"present", 6}, {"issued", 6}};
    refuses(409, "vote-closed", story.office("PUT", vote_path("/attendance"), numbers));
}

TEST_F(VoteApi, more_ballots_than_slips_handed_out_stop_the_close) {
    story.set_up(server.setup_token());
    story.arrange({.profile = "96-qd-tw", .posts = {"Mẫu"}, .slips = 6, .summoned = 6});
    story.invite_members();
    story.make_keys();
    story.pass_drills();
    story.register_slips();
    const auto attend = [&](int issued) {
        expect(200,
               story.office("PUT", vote_path("/attendance"),
                            {{"summoned", 6}, {"present", 6}, {"issued", issued}}),
               "attendance");
    };
    attend(5);
    story.open();
    for (std::size_t slip = 0; slip < 6; ++slip) expect(201, story.cast(story.ballot(slip, {0})), "cast");
    const Answer refused = story.chair("POST", vote_path("/close"));
    refuses(409, "collected-over-issued", refused);
    EXPECT_EQ(refused.json().at("details").at("collected"), "6");
    attend(6);
    EXPECT_EQ(story.chair("POST", vote_path("/close")).status, 200);
}

}  // namespace
}  // namespace minhtin::test
