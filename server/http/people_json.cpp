#include "server/http/people_json.h"

namespace minhtin::http {

Json json_of(const Unit& unit) {
    return {{"id", unit.id},
            {"parent_id", unit.parent_id ? Json(*unit.parent_id) : Json(nullptr)},
            {"code", unit.code},
            {"name", unit.name}};
}

Json json_of(const ResidenceCommittee& committee) {
    return {{"id", committee.id}, {"name", committee.name}, {"ward", committee.ward}};
}

PeopleNames::PeopleNames(const People& people) {
    for (const Unit& unit : people.units()) {
        units[unit.id] = unit.name;
    }
    for (const ResidenceCommittee& committee : people.committees()) {
        committees[committee.id] = committee.name;
    }
}

Json json_of(const Person& person, const PeopleNames& names) {
    Json posts = Json::array();
    for (const Post& post : person.posts) {
        posts.push_back({{"title", post.title},
                         {"unit_id", post.unit_id},
                         {"unit_name", names.units.at(post.unit_id)},
                         {"main", post.main}});
    }
    Json committee = nullptr;
    if (person.residence_committee_id) {
        committee = {{"id", *person.residence_committee_id},
                     {"name", names.committees.at(*person.residence_committee_id)}};
    }
    return {{"id", person.id},
            {"code", person.code},
            {"name", person.name},
            {"birth_day", person.birth_day ? Json(person.birth_day->iso()) : Json(nullptr)},
            {"posts", posts},
            {"residence_committee", committee}};
}

}  // namespace minhtin::http
