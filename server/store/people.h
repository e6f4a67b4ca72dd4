#pragma once
// People, their posts, the tree of units, and the residence committees (cấp ủy nơi cư trú). One person may
// hold several posts in several units. Lists come in Vietnamese order (domain: names sort by tone and letter
// as in the dictionary); names are NFC.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/day.h"

namespace minhtin {

struct Unit {
    std::string id;
    std::optional<std::string> parent_id;
    std::string code;  // unique; may be empty
    std::string name;  // unique under its parent
    bool operator==(const Unit&) const = default;
};

struct ResidenceCommittee {
    std::string id, name, ward;  // name and ward together are unique
    bool operator==(const ResidenceCommittee&) const = default;
};

struct Post {
    std::string unit_id, title;
    bool main = false;
    bool operator==(const Post&) const = default;
};

struct Person {
    std::string id;
    std::string code;  // the office's own number of the person; unique
    std::string name;
    std::optional<Day> birth_day;
    std::vector<Post> posts;  // the main one first
    std::optional<std::string> residence_committee_id;
    bool operator==(const Person&) const = default;
};

class People {
public:
    virtual ~People() = default;

    virtual std::vector<Unit> units() const = 0;  // parents before children, siblings in Vietnamese order
    virtual std::optional<Unit> unit(std::string_view id) const = 0;
    virtual std::optional<Unit> unit_by_code(std::string_view code) const = 0;
    virtual std::optional<Unit> unit_under(std::optional<std::string_view> parent_id,
                                           std::string_view name) const = 0;
    // The unit and everything below it, as ids.
    virtual std::vector<std::string> unit_tree(std::string_view root_id) const = 0;

    virtual std::vector<ResidenceCommittee> committees() const = 0;
    virtual std::optional<ResidenceCommittee> committee(std::string_view id) const = 0;
    virtual std::optional<ResidenceCommittee> committee_by_name(std::string_view name,
                                                                std::string_view ward) const = 0;

    // People whose name or code contains every word of `text` (diacritics, case and đ/d do not matter; empty
    // = all), and who hold a post in that unit or below it.
    virtual std::vector<Person> find(std::string_view text,
                                     std::optional<std::string_view> unit_id) const = 0;
    virtual std::optional<Person> person(std::string_view id) const = 0;
    virtual std::optional<Person> person_by_code(std::string_view code) const = 0;

    // Insert or overwrite, by id. The caller draws the id and has looked the natural key up before.
    virtual void put(const Unit& unit) = 0;
    virtual void put(const ResidenceCommittee& committee) = 0;
    virtual void put(const Person& person) = 0;  // with its posts: the list replaces the earlier one
};

}  // namespace minhtin
