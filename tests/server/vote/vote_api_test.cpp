// The vote over the API of the real server: every gate, every way a ballot can be wrong, and the result in
// the files.
#include <gtest/gtest.h>

#include "ballot/audit.h"
#include "crypto/credential.h"
#include "crypto/hash.h"
#include "crypto/proofs.h"
#include "tests/server/vote/server_process.h"
#include "tests/server/vote/story.h"

namespace minhtin::test {
namespace {

const Sheet two_persons{
    .profile = "96-qd-tw", .posts = {"Trưởng ban Mẫu", "Phó ban; \"Mẫu\""}, .slips = 8, .summoned = 12};

struct VoteApi : testing::Test {
    TemporaryFolder folder;
    ServerProcess server{folder.path()};
    SystemRandom random;
    Story story{server.client(), random};

    std::string vote_path(const std::string& rest = "") const { return "/votes/" + story.uuid + rest; }
    void refuses(int status, const std::string& code, const Answer& answer) {
        EXPECT_EQ(answer.status, status) << answer.body;
        const Json body = Json::parse(answer.body, nullptr, false);
        ASSERT_TRUE(body.is_object()) << answer.body;
        EXPECT_EQ(body.value("code", ""), code) << answer.body;
        EXPECT_FALSE(body.value("vi", "").empty());
        EXPECT_FALSE(body.value("en", "").empty());
    }
    Json step(const std::string& id) {
        const Json vote = story.office("GET", vote_path()).json();
        for (const Json& s : vote.at("steps"))
            if (s.at("id") == id) return s;
        return {};
    }
};

TEST_F(VoteApi, a_vote_cannot_be_arranged_against_the_rules) {
    story.set_up(server.setup_token());
    story.arrange(two_persons);
    const Json good{
        {"name", "Lấy phiếu khác"},
        {"day", "2026-11-29"},
        {"persons", story.persons},
        {"chair_id", story.chair_id},
        {"trustees",
         {{{"name", "Một"}, {"post", ""}}, {{"name", "Hai"}, {"post", ""}}, {{"name", "Ba"}, {"post", ""}}}},
        {"threshold", 2},
        {"slips", 5}};
    const std::string path = "/campaigns/" + story.campaign + "/votes";
    const auto with = [&](const char* field, const Json& value) {
        Json wanted = good;
        wanted[field] = value;
        return story.office("POST", path, wanted);
    };
    refuses(422, "person-twice", with("persons", {story.persons[0], story.persons[0]}));
    refuses(422, "persons-missing", with("persons", Json::array()));
    refuses(404, "person-unknown", with("persons", {"nobody"}));
    refuses(422, "chair-unknown", with("chair_id", "nobody"));
    refuses(422, "threshold-invalid", with("threshold", 3));
    refuses(422, "threshold-invalid", with("threshold", 1));
    refuses(422, "slips-number", with("slips", 0));
    refuses(422, "slips-number", with("slips", 4));
    refuses(422, "trustees-number",
            with("trustees", {{{"name", "Một"}, {"post", ""}}, {{"name", "Hai"}, {"post", ""}}}));
    Json trustees = good.at("trustees");
    trustees[2]["name"] = story.names[0];
    refuses(422, "trustee-on-list", with("trustees", trustees));
    trustees[2]["name"] = "Hai";
    refuses(422, "trustee-twice", with("trustees", trustees));
    refuses(404, "campaign-unknown", story.office("POST", "/campaigns/nothing/votes", good));
    EXPECT_EQ(story.chair("POST", path, good).status, 403);
    EXPECT_EQ(story.office("POST", path, good).status, 201);
    EXPECT_EQ(story.office("GET", path).json().at("votes").size(), 2u);
    refuses(404, "vote-unknown", story.office("GET", "/votes/nothing"));
}

TEST_F(VoteApi, the_key_is_made_step_by_step_and_tried) {
    story.set_up(server.setup_token());
    story.arrange(two_persons);
    story.invite_members();
    EXPECT_EQ(step("keys").at("waiting_for").size(), 3u);
    EXPECT_EQ(story.member(1).look().at("step"), "certificate");
    refuses(422, "json-syntax", story.member(1).post("/trustee/certificate", "nothing"));

    ASSERT_EQ(story.member(1).send_certificate().status, 200);
    refuses(409, "message-differs", story.member(1).send_certificate());
    EXPECT_EQ(story.member(1).look().at("step"), "wait");
    refuses(409, "not-your-step", story.member(1).post("/trustee/polynomial", "{}"));
    ASSERT_EQ(story.member(2).send_certificate().status, 200);
    ASSERT_EQ(story.member(3).send_certificate().status, 200);
    EXPECT_EQ(story.member(1).look().at("step"), "polynomial");
    refuses(409, "not-your-step", story.member(1).post("/trustee/key", "{}"));
    refuses(422, "field-missing", story.member(1).post("/trustee/polynomial", "{}"));
    for (std::size_t i = 1; i <= 3; ++i) ASSERT_EQ(story.member(i).send_polynomial().status, 200);
    refuses(409, "not-your-step", story.member(1).post("/trustee/drill/start", "{}"));

    // The office lets them begin again; old messages do not count.
    const std::string ceremony = story.member(1).look().at("ceremony");
    ASSERT_EQ(story.office("POST", vote_path("/ceremony/reset")).status, 200);
    EXPECT_NE(story.member(1).look().at("ceremony"), ceremony);
    EXPECT_EQ(story.member(1).look().at("step"), "certificate");
    EXPECT_TRUE(story.member(1).look().at("trustees").is_null());
    story.make_keys();
    EXPECT_EQ(story.member(1).look().at("step"), "drill");
    // Each sees the whole list before the drill, with the own key in it.
    const Json seen = story.member(1).look();
    const auto trustees = Trustees::decode(seen.at("trustees").get<std::string>(), Profile::hardened);
    ASSERT_TRUE(trustees);
    EXPECT_EQ(trustees->holders().at(0).key, base(story.member(1).key()));
    EXPECT_EQ(trustees->election_key().encode(), story.http()
                                                     .get("/elections/" + story.uuid + "/election.json")
                                                     .json()
                                                     .at("public_key")
                                                     .get<std::string>());
    refuses(409, "drill-missing", story.chair("POST", vote_path("/open")));
    refuses(404, "drill-unknown",
            story.member(1).post("/trustee/drill", Json{{"id", "none"},
                                                        {"factor", Element::generator().encode()},
                                                        {"proof", {{"challenge", "0"}, {"response", "0"}}}}
                                                       .dump()));
    // The drill gives a number and no element: no member opens a value that somebody else has chosen.
    const Json drill = story.member(1).post("/trustee/drill/start", "{}").json();
    EXPECT_EQ(drill.size(), 2u);
    const std::string id = drill.at("id");
    EXPECT_EQ(id.size(), 16u);
    const auto r = Scalar::decode(drill.at("r").get<std::string>());
    ASSERT_TRUE(r && !r->is_zero());
    const std::string wrong = Json{{"id", id},
                                   {"factor", Element::generator().encode()},
                                   {"proof", {{"challenge", "0"}, {"response", "0"}}}}
                                  .dump();
    refuses(422, "drill-failed", story.member(1).post("/trustee/drill", wrong));
    refuses(404, "drill-unknown", story.member(1).post("/trustee/drill", wrong));
    // Who knows r and the public key knows the value as well: the proof is what shows the stored key.
    const auto without_key = [&](const Json& asked) {
        const auto number = Scalar::decode(asked.at("r").get<std::string>());
        return Json{{"id", asked.at("id")},
                    {"factor", (*number * base(story.member(1).key())).encode()},
                    {"proof", {{"challenge", "0"}, {"response", "0"}}}}
            .dump();
    };
    const Json earlier = story.member(1).post("/trustee/drill/start", "{}").json();
    const Json later = story.member(1).post("/trustee/drill/start", "{}").json();
    refuses(404, "drill-unknown", story.member(1).post("/trustee/drill", without_key(earlier)));
    refuses(404, "drill-unknown", story.member(2).post("/trustee/drill", without_key(later)));
    refuses(422, "drill-failed", story.member(1).post("/trustee/drill", without_key(later)));
    EXPECT_EQ(story.member(1).look().at("step"), "drill");
    story.pass_drills();
    EXPECT_EQ(story.member(1).look().at("step"), "wait-open");
    EXPECT_EQ(step("drill").at("state"), "done");
    EXPECT_EQ(step("slips").at("state"), "current");

    // A new link makes the old one invalid.
    Member old = Member(story.http(), "/t/#none", random);
    EXPECT_EQ(old.post("/trustee/certificate", "{}").status, 401);
    const std::string election = story.http().get("/elections/" + story.uuid + "/election.json").body;
    EXPECT_EQ(story.http().get("/elections/" + story.uuid).json().at("fingerprint"), sha256_b64(election));
    EXPECT_EQ(Json::parse(election).at("profile"), "minhtin-hardened-1");
    EXPECT_EQ(Json::parse(election).at("questions").at(1).at("question"),
              story.names[1] + " — Phó ban; \"Mẫu\"");
}

// An answer may get lost: the same bytes again are answered again. Others are refused, so that nobody is
// asked for a second polynomial.
TEST_F(VoteApi, a_message_of_the_ceremony_is_taken_once) {
    story.set_up(server.setup_token());
    story.arrange(two_persons);
    story.invite_members();
    std::string sent;
    const auto keep = [&](std::string_view method, const std::string&, std::string_view body, const Answer&) {
        if (method == "POST") sent = body;
    };
    const Json invitation{{"target", "trustee"}, {"index", 1}};
    const Json link = story.office("POST", vote_path("/invitations"), invitation).json();
    Member first(story.http().recorded_by(keep), link.at("link"), random);
    using Step = Answer (Member::*)();
    for (const auto& [path, send] :
         {std::pair<const char*, Step>{"/trustee/certificate", &Member::send_certificate},
          {"/trustee/polynomial", &Member::send_polynomial},
          {"/trustee/key", &Member::send_key}}) {
        SCOPED_TRACE(path);
        const Answer taken = (first.*send)();
        ASSERT_EQ(taken.status, 200) << taken.body;
        EXPECT_EQ(first.post(path, std::string(sent)).body, taken.body);
        refuses(409, "message-differs", (first.*send)());
        for (std::size_t i = 2; i <= 3; ++i) ASSERT_EQ((story.member(i).*send)().status, 200);
    }
    EXPECT_EQ(first.look().at("step"), "drill");
}

TEST_F(VoteApi, it_opens_when_every_condition_holds) {
    story.set_up(server.setup_token());
    story.arrange(two_persons);
    const auto open = [&] { return story.chair("POST", vote_path("/open")); };
    refuses(409, "keys-missing", open());
    refuses(409, "vote-not-open", story.cast("{}"));
    refuses(404, "election-unknown", story.http().post("/elections/nothing/ballots", "{}"));
    refuses(409, "vote-not-open", story.http().get("/elections/" + story.uuid + "/archive.bel"));
    story.invite_members();
    story.make_keys();
    story.pass_drills();
    refuses(409, "slips-missing", open());

    const std::string link =
        story.office("POST", vote_path("/invitations"), {{"target", "slips"}}).json().at("link");
    const Headers bearer{{"Authorization", "Bearer " + link.substr(link.find('#') + 1)}};
    EXPECT_EQ(story.http().get("/slips", bearer).json().at("count"), 8);
    const auto slips = [&](const Json& list) {
        return story.http().post("/slips/credentials", Json{{"credentials", list}}.dump(), bearer);
    };
    Json few = Json::array();
    for (int i = 1; i <= 7; ++i) few.push_back(base(Scalar(static_cast<std::uint64_t>(i) + 1)).encode());
    refuses(422, "credentials-number", slips(few));
    few.push_back(few[0]);
    refuses(422, "credential-duplicate", slips(few));
    few[7] = std::string(64, '0');
    EXPECT_EQ(slips(few).status, 422);
    story.register_slips();
    EXPECT_EQ(slips(few).status, 401);  // the link was renewed
    refuses(409, "slips-registered", story.office("POST", vote_path("/ceremony/reset")));

    refuses(409, "attendance-missing", open());
    const auto attend = [&](int summoned, int present, int issued) {
        return story.office("PUT", vote_path("/attendance"),
                            {{"summoned", summoned}, {"present", present}, {"issued", issued}});
    };
    refuses(422, "attendance-order", attend(12, 13, 8));
    refuses(422, "attendance-order", attend(12, 7, 8));
    refuses(422, "attendance-over-slips", attend(12, 12, 9));
    ASSERT_EQ(attend(12, 7, 7).status, 200);
    refuses(409, "no-quorum", open());
    ASSERT_EQ(attend(12, 8, 7).status, 200);
    EXPECT_EQ(step("open").at("waiting_for").at(0), "Chủ trì Mẫu");
    EXPECT_EQ(story.office("POST", vote_path("/open")).status, 403);
    EXPECT_EQ(story.office("GET", vote_path()).json().at("state"), "ready");
    ASSERT_EQ(open().status, 200);
    EXPECT_EQ(story.office("GET", vote_path()).json().at("state"), "open");
    refuses(409, "vote-already-open", open());
    refuses(409, "vote-already-open", story.member(1).post("/trustee/drill/start", "{}"));
    refuses(409, "vote-already-open", story.office("POST", vote_path("/ceremony/reset")));
    refuses(409, "attendance-shrinks", attend(12, 8, 6));
    refuses(409, "attendance-shrinks", attend(13, 8, 8));
    EXPECT_EQ(attend(12, 9, 8).status, 200);
    refuses(409, "too-few-ballots", story.chair("POST", vote_path("/close")));
    refuses(409, "vote-not-closed", story.member(1).post("/trustee/share", "{}"));
    refuses(409, "vote-not-closed", story.chair("POST", vote_path("/finish")));
    refuses(409, "vote-not-counted", story.office("GET", vote_path("/result")));
    const std::string archive = story.archive();
    const AuditReport report = audit(MemorySource(archive));
    EXPECT_FALSE(report.rejection);
    // The day of the vote at 00:00 UTC is the only time in it.
    EXPECT_NE(archive.find("\"timestamp\":\"1795824000\""), std::string::npos);
}

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

TEST_F(VoteApi, slips_wait_for_the_key_that_they_name) {
    story.set_up(server.setup_token());
    story.arrange(two_persons);
    const std::string link =
        story.office("POST", vote_path("/invitations"), {{"target", "slips"}}).json().at("link");
    const Headers bearer{{"Authorization", "Bearer " + link.substr(link.find('#') + 1)}};
    Json list = Json::array();
    for (std::uint64_t i = 1; i <= 8; ++i) list.push_back(base(Scalar(i + 1)).encode());
    refuses(409, "keys-missing",
            story.http().post("/slips/credentials", Json{{"credentials", list}}.dump(), bearer));
    EXPECT_EQ(story.office("POST", vote_path("/ceremony/reset")).status, 200);
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
