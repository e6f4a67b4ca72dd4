#include <gtest/gtest.h>

#include "tests/server/record/world.h"

namespace minhtin::test {
namespace {

TEST(Remarks, AskedThenReceived) {
    World world;
    const RemarkRequest request = world.ask("T1");
    EXPECT_EQ(request.state, ChannelState::asked);
    EXPECT_EQ(request.committee->ward, "Phường Mẫu");
    const auto sent = submit_remark(world.app, world.first_ward, request.id, a_remark(), signature,
                                    world.today.plus_days(10));
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, ChannelState::received);
    EXPECT_EQ(sent->version, 1);
    EXPECT_EQ(sent->entry.seq, 2);
    EXPECT_EQ(sent->entry.hash, world.file("T1").head);
}

TEST(Remarks, AfterTheDueDayItIsLateAndTheListSaysOverdue) {
    World world;
    const RemarkRequest request = world.ask("T1");
    EXPECT_FALSE(list_remark_requests(world.app, world.campaign, world.today.plus_days(10))->front().overdue);
    EXPECT_TRUE(list_remark_requests(world.app, world.campaign, world.today.plus_days(11))->front().overdue);
    const auto sent = submit_remark(world.app, world.first_ward, request.id, a_remark(), signature,
                                    world.today.plus_days(11));
    EXPECT_EQ(sent->state, ChannelState::late);
    EXPECT_FALSE(list_remark_requests(world.app, world.campaign, world.today.plus_days(11))->front().overdue);
}

TEST(Remarks, ASecondVersionSupersedesAndTheFirstStays) {
    World world;
    const RemarkRequest request = world.ask("T1");
    submit_remark(world.app, world.first_ward, request.id, a_remark("bản một"), signature, world.today)
        .value();
    const auto second =
        submit_remark(world.app, world.first_ward, request.id, a_remark("bản hai"), signature, world.today);
    EXPECT_EQ(second->version, 2);
    const auto view = read_record(world.app, world.member, world.campaign, world.person("T1"));
    ASSERT_TRUE(view);
    ASSERT_EQ(view->entries.size(), 3u);
    EXPECT_EQ(view->record.superseded[1], 3);
    EXPECT_NE(content_json(view->entries[1].content).find("bản một"), std::string::npos);
    EXPECT_EQ(list_residence_requests(world.app, world.first_ward)->front().sent->version, 2);
}

TEST(Remarks, TheSameContentAgainChangesNothing) {
    World world;
    const RemarkRequest request = world.ask("T1");
    const auto first =
        submit_remark(world.app, world.first_ward, request.id, a_remark(), signature, world.today);
    const auto again = submit_remark(world.app, world.first_ward, request.id, a_remark(), signature,
                                     world.today.plus_days(1));
    EXPECT_EQ(again->entry.hash, first->entry.hash);
    EXPECT_EQ(again->entry.day, world.today);
    EXPECT_EQ(again->version, 1);
    EXPECT_EQ(world.rows("T1").size(), 2u);
}

TEST(Remarks, AskingAgain) {
    World world;
    const RemarkRequest first = world.ask("T1");
    EXPECT_EQ(world.ask("T1").id, first.id);
    EXPECT_EQ(world.rows("T1").size(), 1u);  // the same is none
    const auto later = ask_remarks(world.app, world.office, world.campaign, world.today.plus_days(20),
                                   {{world.person("T1"), {}}}, world.today);
    EXPECT_EQ(later->front().due, world.today.plus_days(20));
    EXPECT_EQ(later->front().id, first.id);
    submit_remark(world.app, world.first_ward, first.id, a_remark(), signature, world.today).value();
    EXPECT_EQ(world.ask("T1").state, ChannelState::received);  // what is there stays
    EXPECT_EQ(world.rows("T1").size(), 3u);
}

TEST(Remarks, ExemptWithAReason) {
    World world;
    const Exemption why{ExemptReason::rotated, "Nhà công vụ thử"};
    const auto exempt = ask_remarks(world.app, world.office, world.campaign, world.today,
                                    {{world.person("T4"), why}}, world.today);
    ASSERT_TRUE(exempt);
    EXPECT_EQ(exempt->front().state, ChannelState::exempt);
    EXPECT_EQ(exempt->front().exempt, why);
    EXPECT_EQ(list_remark_requests(world.app, world.campaign, world.today)->front().exempt, why);
    // An officer sees nothing of it.
    EXPECT_TRUE(list_residence_requests(world.app, world.first_ward)->empty());
}

TEST(Remarks, AskRefusals) {
    World world;
    const auto refusal = [&](std::vector<RemarkWish> wishes, int days = 10) {
        return code_of(ask_remarks(world.app, world.office, world.campaign, world.today.plus_days(days),
                                   wishes, world.today));
    };
    const std::string t1 = world.person("T1");
    EXPECT_EQ(refusal({{t1, {}}}, -1), "due-past");
    EXPECT_EQ(refusal({{t1, {}}, {t1, {}}}), "request-person-twice");
    EXPECT_EQ(refusal({{t1, {}}, {world.person("T4"), {}}}), "no-residence-committee");
    EXPECT_EQ(refusal({{t1, {}}, {"nobody", {}}}), "person-outside-campaign");
    EXPECT_EQ(refusal({{t1, Exemption{ExemptReason::other, ""}}}), "exempt-note-missing");
    EXPECT_TRUE(world.rows("T1").empty());  // all or nothing
    EXPECT_EQ(code_of(ask_remarks(world.app, world.office, "nowhere", world.today, {}, world.today)),
              "campaign-unknown");
    EXPECT_EQ(code_of(list_remark_requests(world.app, "nowhere", world.today)), "campaign-unknown");
}

TEST(Remarks, AnotherCommitteeSeesAndWritesNothing) {
    World world;
    const RemarkRequest request = world.ask("T1");
    EXPECT_EQ(list_residence_requests(world.app, world.first_ward)->size(), 1u);
    EXPECT_TRUE(list_residence_requests(world.app, world.second_ward)->empty());
    EXPECT_EQ(
        code_of(submit_remark(world.app, world.second_ward, request.id, a_remark(), signature, world.today)),
        "request-unknown");
    EXPECT_EQ(code_of(save_draft(world.app, world.second_ward, request.id, {})), "request-unknown");
    for (const Actor* actor :
         {&world.office, &world.committee_member, &world.inspector, &world.operator_, &world.member}) {
        EXPECT_EQ(code_of(submit_remark(world.app, *actor, request.id, a_remark(), signature, world.today)),
                  "not-allowed");
        EXPECT_EQ(code_of(list_residence_requests(world.app, *actor)), "not-allowed");
        EXPECT_EQ(code_of(save_draft(world.app, *actor, request.id, {})), "not-allowed");
    }
    EXPECT_EQ(world.rows("T1").size(), 1u);
}

TEST(Remarks, SubmitRefusals) {
    World world;
    const RemarkRequest request = world.ask("T1");
    const auto refusal = [&](const FilledForm& form, const Signature& by) {
        return code_of(submit_remark(world.app, world.first_ward, request.id, form, by, world.today));
    };
    EXPECT_EQ(refusal({}, signature), "form-incomplete");
    FilledForm wrong = a_remark();
    wrong.emplace_back("unknown", std::string("x"));
    EXPECT_EQ(refusal(wrong, signature), "form-invalid");
    EXPECT_EQ(refusal(a_remark(), {"", "Bí thư"}), "signature-missing");
    EXPECT_EQ(refusal(a_remark(), {"Thử", " "}), "signature-missing");
    EXPECT_EQ(
        code_of(submit_remark(world.app, world.first_ward, "nothing", a_remark(), signature, world.today)),
        "request-unknown");
}

TEST(Remarks, DraftIsKeptAndGoesWhenSent) {
    World world;
    const RemarkRequest request = world.ask("T1");
    const FilledForm begun{{"general", std::string("mới viết một phần")}};
    EXPECT_TRUE(save_draft(world.app, world.first_ward, request.id, begun));
    EXPECT_EQ(list_residence_requests(world.app, world.first_ward)->front().draft, begun);
    EXPECT_EQ(code_of(save_draft(world.app, world.first_ward, request.id, {{"law", std::string("best")}})),
              "form-invalid");
    submit_remark(world.app, world.first_ward, request.id, a_remark(), signature, world.today).value();
    EXPECT_FALSE(list_residence_requests(world.app, world.first_ward)->front().draft);
}

// The person moved: what the first committee had begun to write is not for the second one.
TEST(Remarks, ADraftGoesWhenAnotherCommitteeIsAsked) {
    World world;
    const RemarkRequest request = world.ask("T1");
    const FilledForm begun{{"general", std::string("mới viết một phần")}};
    ASSERT_TRUE(save_draft(world.app, world.first_ward, request.id, begun));
    world.app.registry.write([&](RegistryTables& t) {
        Person moved = *t.people->person(world.person("T1"));
        moved.residence_committee_id = world.committee("Xã Mẫu");
        t.people->put(moved);
    });
    EXPECT_EQ(world.ask("T1").id, request.id);
    EXPECT_TRUE(list_residence_requests(world.app, world.first_ward)->empty());
    EXPECT_FALSE(list_residence_requests(world.app, world.second_ward)->front().draft);
}

TEST(SelfReview, OfTheMemberOnly) {
    World world;
    const auto sent =
        submit_self_review(world.app, world.member, world.campaign, a_self_review(), world.today);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, ChannelState::received);
    EXPECT_EQ(
        submit_self_review(world.app, world.member, world.campaign, a_self_review(), world.today)->entry.seq,
        1);
    EXPECT_EQ(
        code_of(submit_self_review(world.app, world.office, world.campaign, a_self_review(), world.today)),
        "not-allowed");
    EXPECT_EQ(code_of(submit_self_review(world.app, world.member, "nowhere", a_self_review(), world.today)),
              "campaign-unknown");
    EXPECT_EQ(code_of(submit_self_review(world.app, world.member, world.campaign, {}, world.today)),
              "form-incomplete");
}

}  // namespace
}  // namespace minhtin::test
