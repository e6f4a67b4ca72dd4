#include "server/app/import_people.h"

#include <algorithm>
#include <map>

#include "server/app/file_entries.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

// What has to be written so that the registry says what the list says. Ids are drawn while planning: a plan
// that is only shown is thrown away.
struct Plan {
    std::vector<Unit> units;  // parents before children
    std::vector<ResidenceCommittee> committees;
    std::vector<Person> people;
    ImportSummary summary;
    std::vector<Problem> problems;
};

class Planner {
public:
    Planner(const RegistryTables& tables, Random& random) : tables_(tables), random_(random) {}

    Plan plan(const PeopleTable& table) {
        // Units with a path first: a code may be given in one line and used in another.
        for (const ListedPerson& person : table.people) {
            for (const ListedPost& post : person.posts) {
                if (!post.unit.path.empty()) unit_of_path(post);
            }
        }
        for (const ListedPerson& person : table.people) take(person);
        plan_.summary.units_new = static_cast<std::int64_t>(plan_.units.size() - changed_units_);
        plan_.summary.committees_new = static_cast<std::int64_t>(plan_.committees.size());
        std::ranges::stable_sort(plan_.problems, {}, &Problem::line);
        return std::move(plan_);
    }

private:
    void problem(const ListedPost& post, PeopleField field, std::string value, const char* code,
                 const char* vi, const char* en) {
        plan_.problems.push_back(
            {post.line, std::string(header_of(field)), std::move(value), code, {vi, en}});
    }

    std::string unit_of_path(const ListedPost& post) {
        std::optional<std::string> parent;
        for (std::size_t depth = 0; depth < post.unit.path.size(); ++depth) {
            const bool last = depth + 1 == post.unit.path.size();
            parent = unit_under(parent, post.unit.path[depth], last ? post.unit.code : "", post);
        }
        return *parent;
    }

    std::string unit_under(const std::optional<std::string>& parent, const std::string& name,
                           const std::string& code, const ListedPost& post) {
        const auto key = std::pair(parent.value_or(""), name);
        auto known = units_.find(key);
        if (known == units_.end()) {
            std::optional<std::string_view> above;
            if (parent) above = *parent;
            auto stored = tables_.people->unit_under(above, name);
            const bool fresh = !stored;
            Unit unit = fresh ? Unit{random_base58(random_, 16), parent, "", name} : *stored;
            known = units_.emplace(key, unit).first;
            if (fresh) plan_.units.push_back(unit);
        }
        if (!code.empty()) give_code(known->second, code, post);
        return known->second.id;
    }

    void give_code(Unit& unit, const std::string& code, const ListedPost& post) {
        if (unit.code == code) return;
        if (!unit.code.empty()) {
            problem(post, PeopleField::unit_code, code, "unit-code-differs", "Đơn vị này đã có mã khác.",
                    "This unit has another code already.");
            return;
        }
        if (unit_with_code(code)) {
            problem(post, PeopleField::unit_code, code, "unit-code-taken",
                    "Mã này đã là của một đơn vị khác.", "This code belongs to another unit.");
            return;
        }
        unit.code = code;
        codes_.emplace(code, unit.id);
        const auto planned = std::ranges::find(plan_.units, unit.id, &Unit::id);
        if (planned != plan_.units.end()) {
            planned->code = code;
        } else {
            plan_.units.push_back(unit);
            ++changed_units_;
        }
    }

    std::optional<std::string> unit_with_code(const std::string& code) const {
        if (const auto here = codes_.find(code); here != codes_.end()) return here->second;
        if (const auto stored = tables_.people->unit_by_code(code)) return stored->id;
        return {};
    }

    std::string unit_of(const ListedPost& post) {
        if (!post.unit.path.empty()) return unit_of_path(post);
        if (const auto id = unit_with_code(post.unit.code)) return *id;
        problem(post, PeopleField::unit_code, post.unit.code, "unit-unknown", "Không có đơn vị mang mã này.",
                "There is no unit with this code.");
        return {};
    }

    std::optional<std::string> committee_of(const ListedPerson& person) {
        if (person.committee.empty()) return {};
        const auto key = std::pair(person.committee, person.ward);
        if (const auto known = committees_.find(key); known != committees_.end()) return known->second;
        const auto stored = tables_.people->committee_by_name(person.committee, person.ward);
        const std::string id = stored ? stored->id : random_base58(random_, 16);
        if (!stored) plan_.committees.push_back({id, person.committee, person.ward});
        committees_.emplace(key, id);
        return id;
    }

    void take(const ListedPerson& listed) {
        const std::optional<Person> stored = tables_.people->person_by_code(listed.code);
        Person person = stored.value_or(Person{.id = "",
                                               .code = listed.code,
                                               .name = "",
                                               .birth_day = {},
                                               .posts = {},
                                               .residence_committee_id = {}});
        if (!listed.name.empty()) person.name = listed.name;
        if (listed.birth_day) person.birth_day = listed.birth_day;
        if (const auto committee = committee_of(listed)) person.residence_committee_id = committee;
        person.posts.clear();
        for (const ListedPost& post : listed.posts) {
            person.posts.push_back({unit_of(post), post.title, post.main});
            const bool held = stored && std::ranges::any_of(stored->posts, [&](const Post& p) {
                                  return p.unit_id == person.posts.back().unit_id && p.title == post.title;
                              });
            plan_.summary.posts_new += held ? 0 : 1;
        }
        if (!stored) {
            person.id = random_base58(random_, 16);
            ++plan_.summary.people_new;
        } else if (person == *stored) {
            ++plan_.summary.people_same;
            return;
        } else {
            ++plan_.summary.people_changed;
        }
        plan_.people.push_back(std::move(person));
    }

    const RegistryTables& tables_;
    Random& random_;
    Plan plan_;
    std::size_t changed_units_ = 0;  // of plan_.units: those that exist and get a code
    std::map<std::pair<std::string, std::string>, Unit> units_;
    std::map<std::string, std::string> codes_;
    std::map<std::pair<std::string, std::string>, std::string> committees_;
};

ImportReport report_of(PeopleTable& table, const Plan& plan) {
    return {table.lines, std::move(table.columns), plan.problems, plan.summary, false};
}

void write(App& app, RegistryTables& tables, const Plan& plan, Day today) {
    for (const Unit& unit : plan.units) tables.people->put(unit);
    for (const ResidenceCommittee& committee : plan.committees) tables.people->put(committee);
    for (const Person& person : plan.people) tables.people->put(person);
    for (const Campaign& campaign : tables.campaigns->all()) {
        if (campaign.year == today.year()) open_missing_files(app, tables, campaign);
    }
}

}  // namespace

Result<std::vector<CsvLine>, Problem> lines_of_rows(const std::vector<std::vector<std::string>>& rows) {
    std::vector<CsvLine> lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].size() > csv_max_cells || lines.size() == csv_max_lines) {
            return Refused{Problem{i + 1,
                                   {},
                                   {},
                                   "csv-too-large",
                                   {"Tệp quá lớn: quá nhiều dòng hoặc quá nhiều cột.",
                                    "The file is too large: too many lines or columns."}}};
        }
        if (std::ranges::all_of(rows[i], [](const std::string& cell) { return tidy(cell).empty(); }))
            continue;
        lines.push_back({i + 1, rows[i]});
    }
    if (lines.empty())
        return Refused{Problem{0, {}, {}, "csv-empty", {"Tệp không có dòng nào.", "The file has no lines."}}};
    return lines;
}

ImportReport preview_people(const App& app, const std::vector<CsvLine>& lines, Day today) {
    PeopleTable table = read_people_table(lines, today);
    if (!table.problems.empty()) return {table.lines, table.columns, table.problems, {}, false};
    return app.registry.read([&](const RegistryTables& tables) {
        return report_of(table, Planner(tables, app.random).plan(table));
    });
}

ImportReport import_people(App& app, const std::vector<CsvLine>& lines, Day today) {
    PeopleTable table = read_people_table(lines, today);
    if (!table.problems.empty()) return {table.lines, table.columns, table.problems, {}, false};
    return app.registry.write([&](RegistryTables& tables) {
        const Plan plan = Planner(tables, app.random).plan(table);
        ImportReport report = report_of(table, plan);
        if (report.problems.empty()) {
            write(app, tables, plan, today);
            report.written = true;
        }
        return report;
    });
}

}  // namespace minhtin
