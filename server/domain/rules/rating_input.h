#pragma once
// What the rules look at: rating files as lists of stated facts, the unit tree around them, and votes. Values
// only; read_input.h makes them from JSON, the app from the registry.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/domain/day.h"
#include "server/domain/rules/decimal.h"

namespace minhtin {

// A field of a statement. Items are for topics that list things ("discipline": each violation once).
struct Item {
    std::string id;
    std::map<std::string, std::string> words;  // flags are "yes" or "no"
    auto operator<=>(const Item&) const = default;
};
using FactValue = std::variant<Decimal, std::string, Day, std::vector<Item>>;

// What somebody states about one topic.
struct Statement {
    std::string topic;
    std::map<std::string, FactValue> says;
    bool operator==(const Statement&) const = default;
};

// One entry of a rating file: it states a topic ("tasks", "quarter:2", "document:self-review",
// "step:review"). Entries are a set: order and repetition mean nothing. An entry that supersedes another
// replaces it; two that stand and differ contradict each other, and what rests on them is not known.
struct Fact {
    std::string id, topic;
    Day day;
    std::string supersedes;  // id; may be empty
    std::map<std::string, FactValue> says;
    bool operator==(const Fact&) const = default;
};

struct RatedFile {
    enum class Subject { person, collective };
    std::string id, unit, group;  // group of like posts; may be empty
    Subject subject = Subject::person;
    std::vector<Fact> facts;
};

struct RatedUnit {
    enum class Kind { party, government, professional, mass };
    enum class Tier { cell, grassroots, above, province };
    std::string id, parent;  // parent: empty at the top
    Kind kind = Kind::party;
    Tier tier = Tier::cell;
    std::vector<std::string> beside;  // government, professional and mass bodies whose review goes first
    std::string name;                 // for people; may be empty, then the id is shown
    bool empty = false;               // known: nobody is rated here, so that no file is missing
    const std::string& shown() const { return name.empty() ? id : name; }
};
std::string_view name(RatedUnit::Kind kind);
std::string_view name(RatedUnit::Tier tier);

// One paper ballot as keyed in. There is no place for who filled it.
struct PaperBallot {
    bool issued_by_committee = true, signed_by_voter = false, name_struck = false, added_text = false;
    std::map<std::string, std::int64_t> marks;  // per person: how many boxes are marked
};

// A confidence vote or a secret rating vote. What is not known is absent, never 0.
struct RatedVote {
    struct Person {
        std::string file;  // id of the file; one line for one person
        std::optional<std::string> name, post;
        std::optional<Day> elected;  // to the post voted on
        std::optional<Day> retirement_announced;
        std::map<std::string, std::optional<std::int64_t>> counts;  // by level id
        std::optional<std::int64_t> not_counted;
        std::optional<Day> report_sent, questions_put, answers_sent;
        std::optional<bool> retiring;  // false says that no retirement is announced
    };
    std::string id, unit;
    std::optional<std::string> place;  // "work" or "residence": domain.md rule 2
    std::optional<Day> dossier_sent, list_sent, front_synthesis, day, closed;
    std::optional<std::int64_t> summoned, present, issued, collected, valid, invalid, eligible;
    std::vector<Person> persons;
    struct Committee {
        std::vector<std::string> members;                     // ids of files or names
        std::optional<std::string> proposed_by, approved_by;  // "chair"/"organiser", "meeting"
        std::optional<bool> minutes_signed, ballots_sealed;
    };
    std::optional<Committee> committee;
    // In the order in which it was announced: "issued", "collected", "validity", "counts".
    std::optional<std::vector<std::string>> announced;
    std::optional<bool> tally_seen_while_open;
    struct Release {
        std::string approver, audience;  // may be empty: that is what the rule finds
        Day day;
    };
    std::vector<Release> releases;
    std::optional<Day> reported_up;
    std::vector<PaperBallot> ballots;
};

// The organisation as far as it is rated together. Ids are unique within each list.
struct RatedUnits {
    int year = 0;
    std::vector<RatedUnit> units;
    std::vector<RatedFile> files;
    std::vector<RatedVote> votes;
};

}  // namespace minhtin
