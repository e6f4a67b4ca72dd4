// Rules 2, 3 and 14 of domain.md: who stands on the list, and who counts.
#include <algorithm>
#include <set>

#include "server/domain/rules/vote_rule.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

using Person = RatedVote::Person;

bool stands_on(const RatedVote& vote, const std::string& file) {
    return std::any_of(vote.persons.begin(), vote.persons.end(),
                       [&](const Person& person) { return person.file == file; });
}

UsedFigure day_figure(const char* name, const std::optional<Day>& day, Sentence label, const Person& person) {
    return {name, text_of(day), std::move(label), {person.file}};
}

UsedFigure vote_day(const RatedVote& vote) {
    return {"vote.day", text_of(vote.day), {"ngày lấy phiếu", "day of the vote"}, {}};
}

void check_retirement(const VoteRule& at, const Person& person) {
    const UsedFigure announced = day_figure("line.retirement_announced", person.retirement_announced,
                                            {"thông báo nghỉ hưu", "retirement announced"}, person);
    if (person.retirement_announced) {
        if (!at.vote.day) return at.not_applied(person.file, {vote_day(at.vote)});
        if (*person.retirement_announced <= *at.vote.day)
            at.find(Finding::Kind::forbids, person.file, {}, {announced, vote_day(at.vote)});
    } else if (!person.retiring) {
        at.not_applied(person.file, {announced});
    } else if (*person.retiring) {
        at.find(Finding::Kind::forbids, person.file, {}, {announced});
    }
}

void check_time_in_post(const VoteRule& at, const Person& person, const rules::NotVotedOn& rule) {
    const UsedFigures figures{day_figure("line.elected", person.elected,
                                         {"ngày được bầu, bổ nhiệm", "elected or appointed"}, person),
                              vote_day(at.vote)};
    if (!person.elected || !at.vote.day) {
        UsedFigures missing = figures;
        std::erase_if(missing, [](const UsedFigure& figure) { return !figure.value.empty(); });
        return at.not_applied(person.file, missing);
    }
    const bool this_year = person.elected->year() >= at.vote.day->year();
    if ((rule.elected_in_year && this_year) ||
        months_between(*person.elected, *at.vote.day) < rule.months_in_post)
        at.find(Finding::Kind::forbids, person.file, {}, figures);
}

UsedFigure committee_figure(const char* name, std::string value, Sentence label) {
    return {std::string("committee.") + name, std::move(value), std::move(label), {}};
}

// A word that was stated has to be one of these.
void must_be(const VoteRule& at, const std::optional<std::string>& stated,
             std::initializer_list<const char*> words, const UsedFigure& figure) {
    if (!stated) return at.not_applied(at.vote.id, {figure});
    if (std::find(words.begin(), words.end(), *stated) == words.end())
        at.find(Finding::Kind::forbids, at.vote.id, {}, {figure});
}

void must_be_done(const VoteRule& at, const std::optional<bool>& done, const UsedFigure& figure) {
    if (!done) return at.not_applied(at.vote.id, {figure});
    if (!*done) at.find(Finding::Kind::missing, at.vote.id, {}, {figure});
}

std::string yes_or_no(const std::optional<bool>& answer) {
    return !answer ? "" : *answer ? "yes" : "no";
}

// Members are ids of files or names; a name can only be compared with names that are known. A name may be
// written in letters and marks apart, or with more spaces.
bool is_named(const Person& person, const std::string& member) {
    return person.name && tidy(*person.name) == tidy(member);
}

void check_members(const VoteRule& at, const RatedVote::Committee& committee) {
    const Sentence label{"thành viên ban kiểm phiếu", "member of the counting committee"};
    if (committee.members.empty())
        return at.find(Finding::Kind::missing, at.vote.id, {}, {committee_figure("members", "", label)});
    std::set<std::string> unnamed;
    for (const std::string& member : committee.members) {
        const bool is_file = std::any_of(at.units.files.begin(), at.units.files.end(),
                                         [&](const RatedFile& file) { return file.id == member; });
        for (const Person& person : at.vote.persons) {
            if (person.file == member || is_named(person, member)) {
                at.find(Finding::Kind::forbids, person.file, {},
                        {committee_figure("members", member, label)});
            } else if (!is_file && !person.name) {
                unnamed.insert(person.file);
            }
        }
    }
    if (unnamed.empty()) return;
    at.not_applied(at.vote.id, {{"line.name", "", {"họ tên", "name"}, {unnamed.begin(), unnamed.end()}}});
}

}  // namespace

void apply(const VoteRule& at, const rules::OnceOnTheList& rule) {
    for (std::size_t i = 0; i < at.vote.persons.size(); ++i) {
        const Person& person = at.vote.persons[i];
        const bool again = i > 0 && at.vote.persons[i - 1].file == person.file;
        if (again)
            at.find(Finding::Kind::forbids, person.file, {},
                    {{"line.file", person.file, {"hồ sơ", "file"}, {person.file}}});
        if (again) continue;
        std::vector<const RatedVote*> lists{&at.vote};
        for (const RatedVote& other : at.units.votes) {
            if (other.id != at.vote.id && stands_on(other, person.file)) lists.push_back(&other);
        }
        std::vector<std::string> ids;
        std::set<std::string> places;
        bool place_known = true, same_place = false;
        for (const RatedVote* list : lists) {
            ids.push_back(list->id);
            place_known = place_known && list->place.has_value();
            if (list->place) same_place = !places.insert(*list->place).second || same_place;
        }
        std::sort(ids.begin(), ids.end());
        const auto count = static_cast<std::int64_t>(lists.size());
        const UsedFigure votes{
            "line.votes", std::to_string(count), {"số nơi lấy phiếu", "places of the vote"}, ids};
        if (count > rule.places || same_place) {
            at.find(Finding::Kind::forbids, person.file, {}, {votes});
        } else if (count > 1 && !place_known) {
            at.not_applied(
                person.file,
                {{"vote.place", "", {"nơi lấy phiếu (công tác, sinh hoạt)", "place: work, residence"}, ids}});
        } else if (count > 1 && count == rule.places) {
            at.find(Finding::Kind::would_break, person.file, {}, {votes});
        }
    }
}

void apply(const VoteRule& at, const rules::NotVotedOn& rule) {
    for (const Person& person : at.vote.persons) {
        if (rule.retirement) check_retirement(at, person);
        if (rule.elected_in_year || rule.months_in_post > 0) check_time_in_post(at, person, rule);
    }
}

void apply(const VoteRule& at, const rules::CountingCommittee&) {
    if (!at.vote.committee) {
        return at.not_applied(at.vote.id,
                              {committee_figure("members", "", {"ban kiểm phiếu", "counting committee"})});
    }
    const RatedVote::Committee& committee = *at.vote.committee;
    check_members(at, committee);
    must_be(
        at, committee.proposed_by, {"chair", "organiser"},
        committee_figure("proposed_by", committee.proposed_by.value_or(""), {"bên đề xuất", "proposed by"}));
    must_be(at, committee.approved_by, {"meeting"},
            committee_figure("approved_by", committee.approved_by.value_or(""),
                             {"bên thông qua", "approved by"}));
    must_be_done(at, committee.minutes_signed,
                 committee_figure("minutes_signed", yes_or_no(committee.minutes_signed),
                                  {"biên bản đã ký", "minutes signed"}));
    must_be_done(at, committee.ballots_sealed,
                 committee_figure("ballots_sealed", yes_or_no(committee.ballots_sealed),
                                  {"phiếu đã niêm phong", "ballots sealed"}));
}

}  // namespace minhtin
