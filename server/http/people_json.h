#pragma once
// People, units and residence committees as they stand in bodies.
#include <map>
#include <string>

#include "server/http/json.h"
#include "server/store/people.h"

namespace minhtin::http {

Json json_of(const Unit& unit);
Json json_of(const ResidenceCommittee& committee);

// What a person's line shows beside ids, read once for a whole list.
struct PeopleNames {
    explicit PeopleNames(const People& people);
    std::map<std::string, std::string> units;
    std::map<std::string, std::string> committees;
};
Json json_of(const Person& person, const PeopleNames& names);

}  // namespace minhtin::http
