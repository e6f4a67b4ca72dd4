#include "server/tools/rules_doc.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "server/domain/profiles.h"

namespace minhtin {
namespace {

TEST(RulesDoc, IsWhatTheProfilesSay) {
    std::ostringstream made, kept;
    print_rules_document(made);
    kept << std::ifstream(MINHTIN_SOURCE_DIR "/docs/rules.md").rdbuf();
    EXPECT_TRUE(made.str() == kept.str()) << "docs/rules.md is old: minhtin rules doc > docs/rules.md";
}

bool has_rule(const RegulationProfile& p, std::string_view id) {
    const auto is = [&](const Rule& r) {
        return id.ends_with('*') ? r.id.starts_with(id.substr(0, id.size() - 1)) : r.id == id;
    };
    return std::ranges::any_of(p.rules, is) || std::ranges::any_of(p.off, is);
}

std::vector<std::string> words(std::string_view text) {
    std::istringstream in{std::string(text)};
    return {std::istream_iterator<std::string>(in), {}};
}

TEST(RulesDoc, EachOfTheTwentyFiveRulesIsInAProfileInForce) {
    ASSERT_EQ(known_rules().size(), 25u);
    for (const KnownRule& known : known_rules()) {
        for (const std::string& id : words(known.ids)) {
            EXPECT_TRUE(
                std::ranges::any_of(profiles(), [&](const RegulationProfile& p) { return has_rule(p, id); }))
                << known.number << " " << id;
        }
        const auto ids = words(known.ids);
        EXPECT_TRUE(std::ranges::any_of(profiles(), [&](const RegulationProfile& p) {
            return !p.in_force_until &&
                   std::ranges::any_of(ids, [&](const std::string& id) { return has_rule(p, id); });
        })) << known.number;
    }
}

TEST(RulesDoc, EachSentenceOfASourceIsAnsweredByARuleThatIsOn) {
    for (const SourceLine& line : source_lines()) {
        const RegulationProfile* p = profile(line.profile);
        ASSERT_NE(p, nullptr) << line.profile;
        for (const std::string& id : words(line.ids))
            EXPECT_TRUE(std::ranges::any_of(p->rules, [&](const Rule& r) { return r.id == id; }))
                << line.vi << id;
    }
}

}  // namespace
}  // namespace minhtin
