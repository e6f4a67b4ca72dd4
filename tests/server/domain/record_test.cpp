#include "server/domain/record.h"

#include <gtest/gtest.h>

#include "server/domain/rules/read_input.h"

namespace minhtin {
namespace {

Day day(const char* iso) {
    return *Day::from_iso(iso);
}

Entry entry(std::int64_t seq, const char* on, EntryContent content) {
    return {"file",
            seq,
            "previous",
            day(on),
            {"account", "Văn phòng Thử"},
            std::move(content),
            {EntrySource::Kind::office, "Văn phòng"},
            "salt"};
}

VoteResult vote_line(const std::string& uuid, std::int64_t low) {
    return {"Lấy phiếu thử",
            uuid,
            "96-qd-tw",
            3,
            tally_of(*profile("96-qd-tw"), {19, 2, low}, {50, 48, 47}),
            std::string(64, 'a'),
            std::string(43, 'b')};
}

const Remark remark{{{"law", NotedChoice{"good", "câu ngắn"}},
                     {"meetings-invited", std::int64_t{4}},
                     {"general", std::string("Tốt\nhai dòng")}},
                    {"Người Ký Thử", "Bí thư"},
                    "req"};

Statement stated(const char* json) {
    return *read_statement("test", json);
}

const Statement four_late = stated(R"({"topic":"tasks","says":{"assigned":"20","late":4}})");
const Statement a_violation =
    stated(R"({"topic":"discipline","says":{"items":[{"id":"v1","self_detected":"no","remedied":"yes"}]}})");
const Statement a_step = stated(R"({"topic":"step:review","says":{"on":"2026-12-01","meeting":"m1"}})");

ChannelState remark_state(std::vector<Entry> entries) {
    return fold(entries).of(residence_remark).state;
}

TEST(Record, StatesOfTheRemark) {
    const Entry asked = entry(1, "2026-11-01", Asked{day("2026-11-20"), "req", "com"});
    EXPECT_EQ(remark_state({}), ChannelState::not_asked);
    EXPECT_EQ(remark_state({asked}), ChannelState::asked);
    EXPECT_EQ(remark_state({asked, entry(2, "2026-11-20", remark)}), ChannelState::received);
    EXPECT_EQ(remark_state({asked, entry(2, "2026-11-21", remark)}), ChannelState::late);
    EXPECT_EQ(remark_state({entry(1, "2026-11-01", Exempt{{ExemptReason::student, ""}, "req"})}),
              ChannelState::exempt);
    // A later version does not make a remark late, nor a late one timely.
    EXPECT_EQ(remark_state({asked, entry(2, "2026-11-20", remark), entry(3, "2026-12-20", remark)}),
              ChannelState::received);
}

TEST(Record, NothingIsOverwritten) {
    const std::vector<Entry> entries{entry(1, "2026-11-01", Asked{day("2026-11-10"), "req", "com"}),
                                     entry(2, "2026-11-05", Asked{day("2026-11-20"), "req", "com"}),
                                     entry(3, "2026-11-15", remark),
                                     entry(4, "2026-11-16", remark),
                                     entry(5, "2026-11-16", vote_line("one", 25)),
                                     entry(6, "2026-11-17", vote_line("two", 25)),
                                     entry(7, "2026-11-18", four_late),
                                     entry(8, "2026-11-18", a_step),
                                     entry(9, "2026-11-19", four_late)};
    const Record record = fold(entries);
    using Superseded = std::vector<std::optional<std::int64_t>>;
    EXPECT_EQ(record.superseded, (Superseded{2, {}, 4, {}, {}, {}, 9, {}, {}}));
    EXPECT_EQ(record.of(stated_facts).state, ChannelState::received);
    EXPECT_EQ(record.of(stated_facts).versions, 3);
    EXPECT_EQ(record.of(residence_remark).versions, 2);
    EXPECT_EQ(record.of(residence_remark).due, day("2026-11-20"));
    EXPECT_EQ(record.of(confidence_vote).state, ChannelState::received);
}

TEST(Record, CompleteWhenWhatIsRequiredIsThere) {
    EXPECT_EQ(fold({}).missing, (std::vector<Missing>{{"self-review", {}}, {"residence-remark", {}}}));
    const std::vector<Entry> asked{entry(1, "2026-11-01", Asked{day("2026-11-20"), "req", "com"}),
                                   entry(2, "2026-11-02", SelfReview{})};
    EXPECT_EQ(fold(asked).missing, (std::vector<Missing>{{"residence-remark", day("2026-11-20")}}));
    const std::vector<Entry> exempt{entry(1, "2026-11-01", Exempt{{ExemptReason::barracks, ""}, "req"}),
                                    entry(2, "2026-11-02", SelfReview{})};
    EXPECT_TRUE(fold(exempt).complete());
}

TEST(Entry, CanonicalBytesComeBackAsTheSameEntry) {
    for (const EntryContent& content :
         {EntryContent(Asked{day("2026-11-20"), "req", "com"}),
          EntryContent(Exempt{{ExemptReason::other, "lý do"}, "req"}), EntryContent(remark),
          EntryContent(SelfReview{{{"ethics", std::string("văn bản")}}}), EntryContent(vote_line("u", 25)),
          EntryContent(vote_line("u", 3)), EntryContent(four_late), EntryContent(a_violation),
          EntryContent(a_step), EntryContent(stated(R"({"topic":"discipline","says":{"items":[]}})")),
          EntryContent(stated(R"({"topic":"document:minutes","says":{}})"))}) {
        const Entry original = entry(1, "2026-11-21", content);
        const std::string text = canonical_json(original);
        const auto back = entry_from_json(text);
        ASSERT_TRUE(back) << text;
        EXPECT_EQ(*back, original);
        EXPECT_EQ(text.find("\": "), std::string::npos);
    }
}

TEST(Entry, OtherBytesAreNoEntry) {
    const std::string text = canonical_json(entry(1, "2026-11-21", remark));
    EXPECT_FALSE(entry_from_json(text + " "));
    EXPECT_FALSE(entry_from_json(" " + text));
    EXPECT_FALSE(entry_from_json("{}"));
    EXPECT_FALSE(entry_from_json(""));
    std::string other = text;
    other.replace(other.find("\"remark\""), 8, "\"asking\"");
    EXPECT_FALSE(entry_from_json(other));
    // A statement that the rules would not read is no entry, whatever its hash.
    std::string statement = canonical_json(entry(1, "2026-11-21", four_late));
    EXPECT_NE(statement.find(R"("says":{"assigned":"20","late":"4"})"), std::string::npos);
    statement.replace(statement.find("\"late\""), 6, "\"hate\"");
    EXPECT_FALSE(entry_from_json(statement));
}

TEST(Entry, FieldsOfAForm) {
    const auto fields = fields_from_json(R"({"b":{"choice":"good","note":"x"},"a":3,"c":"text"})");
    ASSERT_TRUE(fields);
    EXPECT_EQ(
        *fields,
        (FilledForm{{"b", NotedChoice{"good", "x"}}, {"a", std::int64_t{3}}, {"c", std::string("text")}}));
    EXPECT_EQ(fields_json(*fields), R"({"b":{"choice":"good","note":"x"},"a":3,"c":"text"})");
    for (const char* bad : {"[]", "{\"a\":1.5}", "{\"a\":null}", "{\"a\":{\"choice\":\"x\"}}", "{\"a\":[1]}",
                            "{\"a\":true}", "{\"a\":18446744073709551615}", "{"}) {
        EXPECT_FALSE(fields_from_json(bad)) << bad;
    }
}

TEST(VoteLine, SaysPercentagesAndBandByTheProfile) {
    const VoteResult line = vote_line("u", 25);
    EXPECT_EQ(line.tally.percents, (LevelPercents{"40.43", "4.26", "53.19"}));
    EXPECT_EQ(line.tally.not_counted, 1);
    ASSERT_TRUE(line.tally.band);
    EXPECT_EQ(line.tally.band->code, "low-over-half");
    EXPECT_EQ(tally_of(*profile("nq-85-2014-qh13"), {19, 2, 25}, {50, 48, 47}).percents.low, "50.00");
    EXPECT_FALSE(tally_of(*profile("nq-85-2014-qh13"), {19, 2, 25}, {50, 48, 47}).band);
    EXPECT_THROW(tally_of(*profile("96-qd-tw"), {40, 5, 3}, {50, 48, 47}), Bug);
}

}  // namespace
}  // namespace minhtin
