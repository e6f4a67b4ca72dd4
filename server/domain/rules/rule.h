#pragma once
// A rule of a regulation: an article, a sentence with places for figures, and what it demands, as one of a
// few kinds. Kinds are code, rules are data; a profile without a rule has no effect of it.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/domain/rules/condition.h"
#include "server/domain/rules/decimal.h"
#include "server/domain/rules/rating_input.h"
#include "server/domain/sentence.h"

namespace minhtin {

// How sure a statement about a regulation is: the marks of domain.md.
enum class Mark { source, text, article, code, inferred, design, not_found };
std::string_view name(Mark mark);  // "SOURCE", "TEXT", "ART", "CODE", "INFER", "DESIGN", "NOT FOUND"
std::span<const Mark> all_marks();

namespace rules {

// --- about one rating file ---

// A level is possible only if the condition holds.
struct Needs {
    std::vector<std::string> levels;
    Condition condition;
    std::optional<FigureId> one_more;  // would it break with one more of these?
};
// If the condition holds, only this level is possible.
struct Forces {
    std::string level;
    Condition condition;
};
// If the condition holds, the file is not rated at all.
struct NotRated {
    Condition condition;
};
// If the condition holds, a warning; no level is touched.
struct Warns {
    Condition condition;
};
// The file is complete only with these; "document:X" or "exempt:X" answers. What may be exempted is named.
struct Documents {
    std::vector<std::string> person, collective, may_be_exempt;
};
// Every point suggested from above has an explanation.
struct Answered {};
// The head's level is never above that of the collective where he or she is head.
struct HeadNotAbove {};
// Reviewed at each place that is named, rated once: at the highest post, of equal ones where more time is
// worked.
struct RatedOnce {
    std::vector<std::string> review_places;  // for holders of posts with a leading role: "cell", "leadership"
};
// At least so many days, or working days, from the first to the second.
struct DaysBefore {
    std::string first, then;  // topics with a day: "step:draft-sent", "step:review"
    std::int64_t days = 0;
    bool working = false;
};

// --- about a unit ---

// One thing is done before another: of the same file; by the collective before its members; by lower units
// before upper; by the bodies beside before this one, and not in one meeting.
struct Precedes {
    enum class Scope { own, collective_first, lower_first, beside_first };
    std::string first, then;
    Scope scope = Scope::own;
};
// Done before the day (that day itself is late: "trước ngày").
struct Deadline {
    std::string topic;
    std::optional<RatedUnit::Tier> tier;  // of units of this tier
    RatedFile::Subject subject = RatedFile::Subject::collective;
    int month = 1, day = 1, years_later = 0;
    bool if_needed = false;  // perhaps there was nothing to do: not done is a warning, nothing is missing
};
// count(level) <= floor(share · base), per body and per group of like posts. Persons are counted in their
// unit, or together with all units of the grassroots party organisation (season.h).
struct Cap {
    enum class Base { the_next_level, that_level_and_better, all_rated };  // rated good; good and above; all
    enum class CountedIn { cell, grassroots };
    std::string level;
    Base base = Base::the_next_level;
    Share share, share_if_outstanding;  // of a body whose own collective has that level
    bool per_body = true, per_group = true;
    CountedIn counted_in = CountedIn::cell;
};

// --- about a vote ---

struct Percentage {    // domain.md rule 8
    std::string base;  // "eligible", "issued", "collected"
};
struct QuorumRule {  // present >= share · summoned
    Share share;
};
struct BandRule {             // domain.md rule 11
    std::string code, level;  // the level's marks, or several levels' together: "completed+failed"
    Share share;
    bool included = false;  // the limit itself counts
    std::string ballot;     // only for this kind of ballot; empty: any
};
struct Balance {};  // domain.md rule 9
struct ValidLine {  // rules 1 and 7: one mark; otherwise the line does not count
    bool spoils_ballot = false;
};
struct ValidBallot {                                                 // rule 6
    bool struck_name = true, added_text = false, signature = false;  // which of these make it invalid
};
struct OnceOnTheList {  // rule 2
    std::int64_t places = 2;
};
struct NotVotedOn {  // rule 3
    bool retirement = true, elected_in_year = true;
    std::int64_t months_in_post = 0;  // at least; 0: no such limit
};
struct CalendarStep {  // rule 5: so many days before the vote, at least
    std::string what;  // "dossier", "questions", "answers", "report", "list", "front-synthesis"
    std::int64_t days = 0;
};
struct CountingOrder {};      // rule 13
struct CountingCommittee {};  // rule 14
struct ResultSheet {};        // rule 10
struct Published {};          // rule 15
struct NoVoterLink {};        // rule 12: the input has no place for one; says so in the list of rules
struct PlaceInYear {};        // rule 16: after the rating, before the summing-up

using Body = std::variant<Needs, Forces, NotRated, Warns, Documents, Answered, HeadNotAbove, RatedOnce,
                          DaysBefore, Precedes, Deadline, Cap, Percentage, QuorumRule, BandRule, Balance,
                          ValidLine, ValidBallot, OnceOnTheList, NotVotedOn, CalendarStep, CountingOrder,
                          CountingCommittee, ResultSheet, Published, NoVoterLink, PlaceInYear>;
// The word in a profile: "needs", "forces", "not-rated", "days-before", "calendar-step", …
std::string_view kind_of(const Body& body);
// Whether the rule looks at one file at a time, so that it can be limited to some of them (only_if).
bool looks_at_one_file(const Body& body);

}  // namespace rules

struct Rule {
    std::string id, article, source;
    Mark mark = Mark::design;
    std::string number;                // of the regulation it comes from: "366-QĐ/TW"
    std::optional<Condition> only_if;  // the rule says nothing about other files
    Sentence says;                     // "{tasks.late}" stands for the figure
    rules::Body body;
};

// Whether its conditions or its sentence name a figure of the collective around a person
// ("collective.level").
bool looks_at_collective(const Rule& rule);

}  // namespace minhtin
