#include "server/domain/rules/read_input.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "server/domain/percent.h"
#include "server/domain/profile_fields.h"
#include "server/domain/profile_json.h"
#include "server/domain/rules/read_vote.h"
#include "server/domain/rules/topics.h"
#include "server/domain/rules/what_if.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

using nlohmann::json;

constexpr std::size_t largest_input = 64u << 20;
constexpr std::size_t deepest_input = 12;
constexpr std::size_t largest_statement = 64u << 10;

void refuse(ProfileReading& reading, const std::string& path, std::string_view code, const char* vi,
            const char* en) {
    reading.problem(path, code, {vi, en});
}

Item item(ProfileReading& reading, const json& j, const std::string& path, const FactTopic& topic) {
    Fields f(reading, j, path);
    Item i{input_id(f, "id"), {}};
    for (const TopicField& field : topic.item_fields) {
        if (!field.needed && !f.has(field.name)) continue;
        if (field.type == TopicField::Type::number) {
            i.words.emplace(field.name, input_number(f, field.name).text());
        } else {
            i.words.emplace(field.name, input_word(f, field.name, field.words));
        }
    }
    f.done();
    return i;
}

// A level of one of the regulations; of any that is loaded when these are about votes only; without any,
// whatever word it is.
std::string level(Fields& f, const TopicField& field, Regulations regulations) {
    if (regulations.empty()) return input_id(f, field.name);
    const bool rating = std::ranges::any_of(regulations, &RegulationProfile::about_rating);
    std::string allowed(field.words.empty() ? " " : field.words);
    for (const RegulationProfile& p : rating ? regulations : Regulations(profiles())) {
        for (const Level& l : p.rating_levels) {
            if (allowed.find(" " + l.id + " ") == std::string::npos) allowed += l.id + " ";
        }
    }
    return input_word(f, field.name, allowed);
}

FactValue value(Fields& f, const TopicField& field, const FactTopic& topic, Regulations regulations) {
    switch (field.type) {
        case TopicField::Type::number:
            return input_number(f, field.name);
        case TopicField::Type::word:
            return field.level ? level(f, field, regulations) : input_word(f, field.name, field.words);
        case TopicField::Type::day:
            return f.day(field.name);
        case TopicField::Type::items:
            break;
    }
    std::vector<Item> items;
    if (const json* list = f.list(field.name)) {
        for (std::size_t i = 0; i < list->size(); ++i)
            items.push_back(item(f.reading(), (*list)[i], below(f.at(field.name), i), topic));
    }
    return items;
}

// The fields "topic" and "says" of an entry.
Statement statement(Fields& f, Regulations regulations) {
    Statement out{f.text("topic"), {}};
    const FactTopic* topic = topic_named(out.topic);
    const json* says = f.any("says");
    if (topic == nullptr) {
        refuse(f.reading(), f.at("topic"), "unknown-topic", "Không có mục này; xem docs/formats.md.",
               "There is no such topic; see docs/formats.md.");
        return out;
    }
    if (says == nullptr) return out;
    Fields said(f.reading(), *says, f.at("says"));
    for (const TopicField& field : topic->fields) {
        if (field.needed || said.has(field.name))
            out.says.emplace(field.name, value(said, field, *topic, regulations));
    }
    said.done();
    return out;
}

Fact fact(ProfileReading& reading, const json& j, const std::string& path, Regulations regulations) {
    Fields f(reading, j, path);
    Fact out{input_id(f, "id"), {}, f.day("day"), {}, {}};
    if (f.has("supersedes")) out.supersedes = input_id(f, "supersedes");
    Statement said = statement(f, regulations);
    out.topic = std::move(said.topic);
    out.says = std::move(said.says);
    f.done();
    return out;
}

// The same id twice with the same content is one entry; with another it is a mistake to be seen.
void check_entries(ProfileReading& reading, const RatedFile& file, const std::string& path) {
    std::map<std::string, const Fact*> by_id;
    for (std::size_t i = 0; i < file.facts.size(); ++i) {
        const Fact& fact = file.facts[i];
        const auto [at, is_new] = by_id.emplace(fact.id, &fact);
        if (!is_new && !(*at->second == fact))
            refuse(reading, below(below(path, "entries"), i), "doubled-id", "Hai mục khác nhau mang cùng mã.",
                   "Two different entries have the same id.");
    }
}

RatedFile file(ProfileReading& reading, const json& j, const std::string& path, Regulations regulations) {
    Fields f(reading, j, path);
    RatedFile out;
    out.id = input_id(f, "id");
    out.unit = input_id(f, "unit");
    if (f.has("group")) out.group = input_id(f, "group");
    out.subject = f.word("subject", {"person", "collective"}) == "person" ? RatedFile::Subject::person
                                                                          : RatedFile::Subject::collective;
    if (const json* list = f.list("entries")) {
        for (std::size_t i = 0; i < list->size(); ++i)
            out.facts.push_back(fact(reading, (*list)[i], below(f.at("entries"), i), regulations));
    }
    f.done();
    if (reading.fine()) check_entries(reading, out, path);
    return out;
}

RatedUnit unit(ProfileReading& reading, const json& j, const std::string& path) {
    Fields f(reading, j, path);
    RatedUnit u;
    u.id = input_id(f, "id");
    if (f.has("parent")) u.parent = input_id(f, "parent");
    const std::string kind = f.word("kind", {"party", "government", "professional", "mass"});
    for (const auto k : {RatedUnit::Kind::party, RatedUnit::Kind::government, RatedUnit::Kind::professional,
                         RatedUnit::Kind::mass}) {
        if (kind == name(k)) u.kind = k;
    }
    const std::string tier = f.word("tier", {"cell", "grassroots", "above", "province"});
    for (const auto t : {RatedUnit::Tier::cell, RatedUnit::Tier::grassroots, RatedUnit::Tier::above,
                         RatedUnit::Tier::province}) {
        if (tier == name(t)) u.tier = t;
    }
    if (f.has("beside")) {
        if (const json* list = f.list("beside")) {
            for (std::size_t i = 0; i < list->size(); ++i) {
                if ((*list)[i].is_string()) {
                    u.beside.push_back((*list)[i]);
                } else {
                    refuse(reading, below(f.at("beside"), i), "wrong-type", "Phải là mã đơn vị.",
                           "It must be a unit's id.");
                }
            }
        }
    }
    if (f.has("name")) u.name = f.text("name");
    if (f.has("empty")) u.empty = f.flag("empty");
    f.done();
    return u;
}

template <class T>
void unique_ids(ProfileReading& reading, const std::vector<T>& all, const std::string& path) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!ids.insert(all[i].id).second)
            refuse(reading, below(path, i), "doubled-id", "Mã này đã có.", "This id is there already.");
    }
}

// A tree, one collective a unit.
void check_units(ProfileReading& reading, const RatedUnits& units, const std::string& path) {
    unique_ids(reading, units.units, path + "/units");
    unique_ids(reading, units.files, path + "/files");
    unique_ids(reading, units.votes, path + "/votes");
    std::map<std::string_view, std::string_view> parent;
    for (const RatedUnit& u : units.units) parent.emplace(u.id, u.parent);
    for (std::size_t i = 0; i < units.units.size(); ++i) {
        const RatedUnit& u = units.units[i];
        const std::string at = below(path + "/units", i);
        const auto known = [&](std::string_view id) { return parent.contains(id); };
        if (!u.parent.empty() && !known(u.parent))
            refuse(reading, at + "/parent", "unknown-unit", "Không có đơn vị này.", "There is no such unit.");
        for (std::size_t b = 0; b < u.beside.size(); ++b) {
            if (!known(u.beside[b]))
                refuse(reading, below(at + "/beside", b), "unknown-unit", "Không có đơn vị này.",
                       "There is no such unit.");
        }
        std::string_view up = u.parent;
        for (std::size_t steps = 0; !up.empty() && known(up); up = parent.at(up)) {
            if (++steps <= units.units.size()) continue;
            refuse(reading, at + "/parent", "unit-circle", "Đơn vị nằm trong chính nó.",
                   "The unit stands under itself.");
            break;
        }
    }
    for (std::size_t i = 0; i < units.votes.size(); ++i) {
        if (!units.units.empty() && !parent.contains(units.votes[i].unit))
            refuse(reading, below(path + "/votes", i) + "/unit", "unknown-unit", "Không có đơn vị này.",
                   "There is no such unit.");
    }
    std::set<std::string_view> with_collective;
    for (std::size_t i = 0; i < units.files.size(); ++i) {
        const RatedFile& f = units.files[i];
        if (!parent.contains(f.unit))
            refuse(reading, below(path + "/files", i) + "/unit", "unknown-unit", "Không có đơn vị này.",
                   "There is no such unit.");
        if (f.subject == RatedFile::Subject::collective && !with_collective.insert(f.unit).second)
            refuse(reading, below(path + "/files", i), "collective-doubled", "Đơn vị đã có hồ sơ tập thể.",
                   "The unit has a collective's file already.");
    }
}

std::vector<RatedFile> files_of(Fields& f, const char* name, Regulations regulations) {
    return input_list<RatedFile>(f, name,
                                 [&](ProfileReading& reading, const json& j, const std::string& path) {
                                     return file(reading, j, path, regulations);
                                 });
}

RatedUnits units(Fields& f, Regulations regulations) {
    RatedUnits u;
    u.year = int(f.number("year", 1900, 2198));
    u.units = input_list<RatedUnit>(f, "units", unit);
    u.files = files_of(f, "files", regulations);
    u.votes = input_list<RatedVote>(f, "votes", read_vote);
    return u;
}

std::optional<Day> today(Fields& f) {
    if (f.has("today")) return f.day("today");
    return {};
}

void require_format(Fields& f, const char* format) {
    if (f.text("format") != format && f.reading().fine())
        f.reading().problem(
            f.at("format"), "wrong-format",
            {"Phải là \"" + std::string(format) + "\".", "It must be \"" + std::string(format) + "\"."});
}

}  // namespace

Result<UnitInput, std::vector<ProfileProblem>> read_unit_input(std::string_view name, std::string_view text,
                                                               Regulations regulations) {
    ProfileReading reading(name);
    const auto j = parse_strictly(reading, text, largest_input, deepest_input);
    if (!j) return Refused{reading.take()};
    Fields f(reading, *j, "");
    require_format(f, "minhtin-unit-1");
    UnitInput input{units(f, regulations), today(f)};
    f.done();
    if (reading.fine()) check_units(reading, input.units, "");
    if (!reading.fine()) return Refused{reading.take()};
    return input;
}

Result<FileInput, std::vector<ProfileProblem>> read_file_input(std::string_view name, std::string_view text,
                                                               Regulations regulations) {
    ProfileReading reading(name);
    const auto j = parse_strictly(reading, text, largest_input, deepest_input);
    if (!j) return Refused{reading.take()};
    Fields f(reading, *j, "");
    require_format(f, "minhtin-file-1");
    FileInput input;
    if (const json* own = f.any("file")) input.file = file(reading, *own, "/file", regulations);
    input.today = today(f);
    if (f.has("around")) {
        Fields around(reading, *f.any("around"), "/around");
        input.units = units(around, regulations);
        around.done();
    } else {
        f.maybe("around");
        input.units.year = int(f.number("year", 1900, 2198));
    }
    f.done();
    if (reading.fine()) {
        check_units(reading, input.units, "/around");
        const auto& known = input.units.units;  // none: nothing is said about units
        if (!known.empty() && std::none_of(known.begin(), known.end(),
                                           [&](const RatedUnit& u) { return u.id == input.file.unit; }))
            refuse(reading, "/file/unit", "unknown-unit", "Không có đơn vị này.", "There is no such unit.");
        for (const RatedFile& other : input.units.files) {
            const bool two = other.subject == RatedFile::Subject::collective &&
                             input.file.subject == RatedFile::Subject::collective &&
                             other.unit == input.file.unit && other.id != input.file.id;
            if (two)
                refuse(reading, "/file", "collective-doubled", "Đơn vị đã có hồ sơ tập thể.",
                       "The unit has a collective's file already.");
        }
    }
    if (!reading.fine()) return Refused{reading.take()};
    return input;
}

Result<Statement, std::vector<ProfileProblem>> read_statement(std::string_view name, std::string_view text,
                                                              Regulations regulations) {
    ProfileReading reading(name);
    const auto j = parse_strictly(reading, text, largest_statement, deepest_input);
    if (!j) return Refused{reading.take()};
    Fields f(reading, *j, "");
    Statement stated = statement(f, regulations);
    f.done();
    if (!reading.fine()) return Refused{reading.take()};
    return stated;
}

Result<std::vector<Change>, std::vector<ProfileProblem>> read_changes(std::string_view name,
                                                                      std::string_view text,
                                                                      const RatedUnits& units,
                                                                      Regulations regulations) {
    ProfileReading reading(name);
    const auto j = parse_strictly(reading, text, largest_input, deepest_input);
    if (!j) return Refused{reading.take()};
    Fields f(reading, *j, "");
    require_format(f, "minhtin-changes-1");
    std::vector<Change> changes;
    for (RatedFile& changed : files_of(f, "changes", regulations))
        changes.push_back({std::move(changed), false});
    if (f.has("removed")) {
        if (const json* list = f.list("removed")) {
            for (std::size_t i = 0; i < list->size(); ++i) {
                const auto at = std::find_if(units.files.begin(), units.files.end(),
                                             [&](const RatedFile& u) { return (*list)[i] == u.id; });
                if (at == units.files.end()) {
                    refuse(reading, below("/removed", i), "unknown-file", "Không có hồ sơ này.",
                           "There is no such file.");
                } else {
                    changes.push_back({*at, true});
                }
            }
        }
    }
    f.done();
    if (reading.fine()) {
        for (const Change& c : changes) {
            const auto old = std::find_if(units.files.begin(), units.files.end(),
                                          [&](const RatedFile& u) { return u.id == c.file.id; });
            const bool moved =
                old != units.files.end() && (old->unit != c.file.unit || old->subject != c.file.subject);
            if (moved)
                refuse(reading, "/changes", "file-moved", "Không đổi đơn vị của hồ sơ ở đây được.",
                       "A file cannot change its unit here.");
        }
        check_units(reading, with_changes(units, changes), "");
    }
    if (!reading.fine()) return Refused{reading.take()};
    return changes;
}

}  // namespace minhtin
