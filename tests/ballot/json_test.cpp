#include "ballot/json.h"

#include <gtest/gtest.h>

#include "ballot/field.h"

namespace minhtin {
namespace {

std::string code_of(std::string_view text, const JsonLimits& limits = {}) {
    const auto json = parse_json(text, limits);
    return json ? "" : std::string(sentence(json.reason().reason).code);
}

TEST(Json, WritesBackWhatIsCanonical) {
    for (const std::string text : {R"({"b":1,"a":[true,false,null,-7,"x"],"":{}})", R"("Tín nhiệm / A")",
                                   R"("\"\\\b\f\n\r\t\u0001\u001f\u007f")", "[]", "0", "9223372036854775807",
                                   "18446744073709551616", "1.50", R"([[],[{}]])"}) {
        const auto json = parse_json(text);
        ASSERT_TRUE(json) << text;
        EXPECT_EQ(write_json(*json), text);
    }
}

TEST(Json, OtherSpellingsAreReadButNotWrittenBack) {
    for (const auto& [text, canonical] :
         std::vector<std::pair<std::string, std::string>>{{" { \"a\" : 1 } ", R"({"a":1})"},
                                                          {R"("\u0041\/")", R"("A/")"},
                                                          {R"("\u001F")", R"("\u001f")"}}) {
        const auto json = parse_json(text);
        ASSERT_TRUE(json) << text;
        EXPECT_EQ(write_json(*json), canonical);
    }
}

TEST(Json, RefusesWhatIsNotOneValue) {
    using namespace std::string_literals;
    for (const std::string& text : {""s, "{"s, "[1,]"s, "{}{}"s, "[1] x"s, "nul"s, "'a'"s, "\"\t\""s, "01"s,
                                    "+1"s, "NaN"s, "[1]\0"s, "[1]\0[2]"s, "\"\xc3\""s, "\"\xed\xa0\x80\""s,
                                    "\"\xc0\x80\""s, "\xef\xbb\xbf[]"s, "\"\\ud800\""s, "/**/1"s})
        EXPECT_EQ(code_of(text), "json-syntax") << text;
}

TEST(Json, RefusesANameTwiceAnywhere) {
    EXPECT_EQ(code_of(R"({"a":1,"a":1})"), "json-duplicate-field");
    EXPECT_EQ(code_of(R"([{"x":{"a":1,"b":2,"a":3}}])"), "json-duplicate-field");
    EXPECT_EQ(code_of(R"({"a":1,"\u0061":1})"), "json-duplicate-field");
    EXPECT_EQ(code_of(R"({"a":{"a":1}})"), "");
}

TEST(Json, RefusesWhatIsBeyondTheLimits) {
    const JsonLimits limits{.bytes = 100, .depth = 3, .values = 10};
    EXPECT_EQ(code_of("[[[1]]]", limits), "");
    EXPECT_EQ(code_of("[[[[1]]]]", limits), "json-too-large");
    EXPECT_EQ(code_of("[1,2,3,4,5,6,7,8,9]", limits), "");
    EXPECT_EQ(code_of("[1,2,3,4,5,6,7,8,9,10]", limits), "json-too-large");
    EXPECT_EQ(code_of("\"" + std::string(99, 'x') + "\"", limits), "json-too-large");
    EXPECT_EQ(code_of(std::string(1u << 20, '[')), "json-too-large");
}

TEST(Field, TellsTheFirstThingWrongAndWhere) {
    auto read = [](std::string_view text) {
        auto value = read_document(text, [](Field f) {
            std::string out;
            for (Field item : f["list"].items()) out += item["name"].text();
            return out + std::to_string(f["n"].integer(1, 9));
        });
        return value ? *value
                     : std::string(sentence(value.reason().reason).code) + " " + value.reason().where;
    };
    EXPECT_EQ(read(R"({"list":[{"name":"a"},{"name":"b"}],"n":3})"), "ab3");
    EXPECT_EQ(read(R"({"n":3,"more":0,"list":[]})"), "3");
    EXPECT_EQ(read(R"({"list":[{"name":"a"},{"name":7}],"n":0})"), "field-type list[1].name");
    EXPECT_EQ(read(R"({"list":[{"name":"a"},{}],"n":0})"), "field-missing list[1].name");
    EXPECT_EQ(read(R"({"list":{},"n":1})"), "field-type list");
    EXPECT_EQ(read(R"({"list":[],"n":10})"), "field-type n");
    EXPECT_EQ(read(R"([])"), "field-type ");
}

TEST(Field, NamesWhatIsWrongWithAnElement) {
    auto why = [](std::string element) {
        auto read = read_document("\"" + element + "\"", [](Field f) { return f.key(); });
        return read ? "" : std::string(sentence(read.reason().reason).code);
    };
    const std::string g(64, '6'), zeros(62, '0'), f62(61, 'f');
    EXPECT_EQ(why(g.substr(0, 62) + "58"), "");
    EXPECT_EQ(why("6" + g.substr(0, 62) + "58"), "element-syntax");
    EXPECT_EQ(why(g.substr(0, 61) + "A58"), "element-syntax");
    EXPECT_EQ(why(zeros + "01"), "element-identity");
    EXPECT_EQ(why("8" + zeros.substr(1) + "01"), "element-not-canonical");  // identity with the sign
    EXPECT_EQ(why("7f" + f62.substr(1) + "ee"), "element-not-canonical");   // identity as y = p+1
    EXPECT_EQ(why("7f" + f62.substr(1) + "ec"), "element-not-in-group");    // the point of order 2
    EXPECT_EQ(why("ff" + f62.substr(1) + "ec"), "element-not-canonical");   // the same with a sign
    EXPECT_EQ(why(zeros + "00"), "element-not-in-group");                   // order 4
    EXPECT_EQ(why(zeros + "02"), "element-not-in-group");                   // off the curve
}

TEST(Field, WeightsAreIntegersOrDecimalTexts) {
    auto weight = [](std::string_view text) -> std::optional<std::uint64_t> {
        auto read = read_document(text, [](Field f) { return f.weight(); });
        return read ? std::optional(*read) : std::nullopt;
    };
    EXPECT_EQ(weight("0"), 0u);
    EXPECT_EQ(weight("1073741823"), 1073741823u);
    EXPECT_EQ(weight("\"1073741824\""), 1073741824u);
    EXPECT_EQ(weight("\"9223372036854775807\""), max_weight);
    for (const char* bad : {"-1", "1.0", "\"01\"", "\"\"", "\"-1\"", "\"9223372036854775808\"",
                            "\"99999999999999999999\"", "null", "\" 1\""})
        EXPECT_EQ(weight(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace minhtin
