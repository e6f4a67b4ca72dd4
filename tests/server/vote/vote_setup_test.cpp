// The way to an open vote over the API of the real server: arranging it, its key, its slips, and every gate.
#include "ballot/audit.h"
#include "crypto/hash.h"
#include "tests/server/vote/vote_api.h"

namespace minhtin::test {
namespace {

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

}  // namespace
}  // namespace minhtin::test
