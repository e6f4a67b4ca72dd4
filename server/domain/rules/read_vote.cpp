#include "server/domain/rules/read_vote.h"

#include "server/domain/percent.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

using nlohmann::json;

std::optional<std::int64_t> count(Fields& f, const char* name) {
    const json* value = f.maybe(name);
    if (value == nullptr || value->is_null()) return {};
    return f.number(name, 0, largest_count);
}
std::optional<Day> day(Fields& f, const char* name) {
    if (f.maybe(name) == nullptr) return {};
    return f.day_or_null(name);
}
std::optional<bool> flag(Fields& f, const char* name) {
    if (f.maybe(name) == nullptr) return {};
    return f.flag(name);
}
std::optional<std::string> words(Fields& f, const char* name) {
    if (f.maybe(name) == nullptr) return {};
    return f.text(name);
}

std::vector<std::string> texts(Fields& f, const char* name) {
    std::vector<std::string> all;
    const json* list = f.list(name);
    if (list == nullptr) return all;
    for (std::size_t i = 0; i < list->size(); ++i) {
        if ((*list)[i].is_string()) {
            all.push_back((*list)[i]);
        } else {
            f.reading().problem(below(f.at(name), i), "wrong-type", {"Phải là chữ.", "It must be text."});
        }
    }
    return all;
}

RatedVote::Person person(ProfileReading& reading, const json& j, const std::string& path) {
    Fields f(reading, j, path);
    RatedVote::Person p;
    p.file = input_id(f, "file");
    p.name = words(f, "name");
    p.post = words(f, "post");
    p.elected = day(f, "elected");
    p.retirement_announced = day(f, "retirement_announced");
    p.retiring = flag(f, "retiring");
    if (const json* counts = f.maybe("counts")) {
        Fields c(reading, *counts, f.at("counts"));
        if (counts->is_object()) {
            for (const auto& [level, n] : counts->items()) p.counts.emplace(level, count(c, level.c_str()));
        }
        c.done();
    }
    p.not_counted = count(f, "not_counted");
    p.report_sent = day(f, "report_sent");
    p.questions_put = day(f, "questions_put");
    p.answers_sent = day(f, "answers_sent");
    f.done();
    return p;
}

PaperBallot ballot(ProfileReading& reading, const json& j, const std::string& path) {
    Fields f(reading, j, path);
    PaperBallot b;
    b.issued_by_committee = flag(f, "issued_by_committee").value_or(true);
    b.signed_by_voter = flag(f, "signed").value_or(false);
    b.name_struck = flag(f, "name_struck").value_or(false);
    b.added_text = flag(f, "added_text").value_or(false);
    if (const json* marks = f.any("marks")) {
        Fields m(reading, *marks, f.at("marks"));
        if (marks->is_object()) {
            for (const auto& [file, n] : marks->items()) b.marks.emplace(file, m.number(file, 0, 100));
        }
        m.done();
    }
    f.done();
    return b;
}

RatedVote::Committee committee(Fields& f) {
    RatedVote::Committee c;
    c.members = texts(f, "members");
    c.proposed_by = words(f, "proposed_by");
    c.approved_by = words(f, "approved_by");
    c.minutes_signed = flag(f, "minutes_signed");
    c.ballots_sealed = flag(f, "ballots_sealed");
    f.done();
    return c;
}

// A release without an approver or an audience can be told: that is what the rule finds.
RatedVote::Release release(ProfileReading& reading, const json& j, const std::string& path) {
    Fields f(reading, j, path);
    RatedVote::Release r{words(f, "approver").value_or(""), words(f, "audience").value_or(""), f.day("day")};
    f.done();
    return r;
}

}  // namespace

std::string input_id(Fields& f, std::string_view name) {
    const std::string id = f.text(name);
    if (id.find_first_of(" \t\n\r/~") != std::string::npos || length(id) > 64)
        f.reading().problem(f.at(name), "bad-id",
                            {"Mã gồm 1 đến 64 ký tự, không có khoảng trắng, “/” và “~”.",
                             "An id has 1 to 64 characters without white space, “/” and “~”."});
    return id;
}

Decimal input_number(Fields& f, std::string_view name) {
    const json* value = f.any(name);
    if (value == nullptr) return {};
    std::optional<Decimal> number;
    if (value->is_string()) number = Decimal::from_text(value->get_ref<const std::string&>());
    if (value->is_number_integer()) return Decimal::of(f.number(name, 0, largest_count));
    if (number && *number >= Decimal() && *number <= Decimal::of(largest_count)) return *number;
    f.reading().problem(f.at(name), "bad-number",
                        {"Phải là số nguyên, hoặc số thập phân viết trong dấu nháy như \"89.5\", từ 0.",
                         "It must be a whole number, or a decimal in quotes such as \"89.5\", from 0."});
    return {};
}

std::string input_word(Fields& f, std::string_view name, std::string_view allowed) {
    if (allowed.empty()) return input_id(f, name);
    const std::string word = f.text(name);
    const std::string listed(allowed.substr(0, allowed.find_last_not_of(' ') + 1));  // " one two"
    if (!word.empty() &&
        (word.find(' ') != std::string::npos || allowed.find(" " + word + " ") == std::string::npos))
        f.reading().problem(f.at(name), "unknown-word",
                            {"“" + word + "” không có ở đây; phải là một trong:" + listed,
                             "There is no “" + word + "” here; it must be one of:" + listed});
    return word;
}

RatedVote read_vote(ProfileReading& reading, const json& j, const std::string& path) {
    Fields f(reading, j, path);
    RatedVote v;
    v.id = input_id(f, "id");
    v.unit = input_id(f, "unit");
    if (f.maybe("place") != nullptr) v.place = input_word(f, "place", " work residence ");
    v.dossier_sent = day(f, "dossier_sent");
    v.list_sent = day(f, "list_sent");
    v.front_synthesis = day(f, "front_synthesis");
    v.day = day(f, "day");
    v.closed = day(f, "closed");
    if (v.day && v.closed && *v.closed < *v.day)
        reading.problem(f.at("closed"), "days-reversed",
                        {"Kết thúc trước ngày lấy phiếu.", "It is closed before the day of the vote."});
    v.summoned = count(f, "summoned");
    v.present = count(f, "present");
    v.issued = count(f, "issued");
    v.collected = count(f, "collected");
    v.valid = count(f, "valid");
    v.invalid = count(f, "invalid");
    v.eligible = count(f, "eligible");
    v.persons = input_list<RatedVote::Person>(f, "persons", person);
    if (const json* c = f.maybe("committee")) {
        Fields fields(reading, *c, f.at("committee"));
        v.committee = committee(fields);
    }
    if (f.maybe("announced") != nullptr) v.announced = texts(f, "announced");
    v.tally_seen_while_open = flag(f, "tally_seen_while_open");
    v.releases = input_list<RatedVote::Release>(f, "releases", release);
    v.reported_up = day(f, "reported_up");
    v.ballots = input_list<PaperBallot>(f, "ballots", ballot);
    f.done();
    return v;
}

}  // namespace minhtin
