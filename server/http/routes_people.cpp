// Look-ups of people, units and residence committees. Their import is in routes_import.cpp.
#include "server/http/people_json.h"
#include "server/http/problems.h"
#include "server/http/routes.h"

namespace minhtin::http {
namespace {

constexpr Roles people_readers = Role::operator_ | Role::office | Role::committee | Role::inspector;

template <class Items>
Json list_of(const Items& items) {
    Json list = Json::array();
    for (const auto& item : items) {
        list.push_back(json_of(item));
    }
    return list;
}

Response get_units(App& app, const Request&) {
    return json_response(
        {{"units", list_of(app.registry.read([](const RegistryTables& t) { return t.people->units(); }))}});
}

Response get_committees(App& app, const Request&) {
    return json_response({{"committees", list_of(app.registry.read([](const RegistryTables& t) {
                               return t.people->committees();
                           }))}});
}

Response get_people(App& app, const Request& r) {
    auto q = r.query.find("q");
    auto unit = r.query.find("unit");
    std::string text = q == r.query.end() ? "" : q->second;
    if (text.size() > 400) {
        return problem(Refusal(Reason::field_invalid, {{"field", "q"}}));
    }
    std::optional<std::string_view> unit_id;
    if (unit != r.query.end() && !unit->second.empty()) {
        unit_id = unit->second;
    }
    return app.registry.read([&](const RegistryTables& t) {
        if (unit_id && !t.people->unit(*unit_id)) {
            return problem(Reason::unit_unknown);
        }
        PeopleNames names(*t.people);
        Json people = Json::array();
        for (const Person& person : t.people->find(text, unit_id)) {
            people.push_back(json_of(person, names));
        }
        return json_response({{"people", people}});
    });
}

}  // namespace

std::span<const Route> people_routes() {
    static constexpr Route table[] = {
        {Method::get, "/units", Access::roles(people_readers), no_body, Limit::none, &get_units},
        {Method::get, "/people", Access::roles(people_readers), no_body, Limit::none, &get_people},
        {Method::get, "/residence-committees", Access::roles(people_readers), no_body, Limit::none,
         &get_committees},
    };
    return table;
}

}  // namespace minhtin::http
