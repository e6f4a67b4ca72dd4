// Rules 5, 10, 13 and 15 of domain.md: the calendar before the vote, the order of counting, the result sheet,
// report and release.
#include <algorithm>
#include <array>

#include "server/domain/rules/vote_rule.h"

namespace minhtin {
namespace {

using Person = RatedVote::Person;

struct Step {
    const char* what;
    const char* figure;
    Sentence label;
    std::optional<Day> RatedVote::*of_vote;
    std::optional<Day> Person::*of_person;
    bool always;  // questions and answers may never have been needed: their absence is not yet a fault
};

const std::array steps{
    Step{"dossier",
         "vote.dossier_sent",
         {"gửi hồ sơ cho người ghi phiếu", "dossier sent to voters"},
         &RatedVote::dossier_sent,
         nullptr,
         true},
    Step{"list", "vote.list_sent", {"gửi danh sách", "list sent"}, &RatedVote::list_sent, nullptr, true},
    Step{"front-synthesis",
         "vote.front_synthesis",
         {"tổng hợp ý kiến của Mặt trận", "synthesis of the Front"},
         &RatedVote::front_synthesis,
         nullptr,
         true},
    Step{"report",
         "line.report_sent",
         {"người được lấy phiếu gửi báo cáo", "report of the person"},
         nullptr,
         &Person::report_sent,
         true},
    Step{"questions",
         "line.questions_put",
         {"gửi câu hỏi cho người được lấy phiếu", "questions to the person"},
         nullptr,
         &Person::questions_put,
         false},
    Step{"answers",
         "line.answers_sent",
         {"người được lấy phiếu giải trình", "answers of the person"},
         nullptr,
         &Person::answers_sent,
         false},
};

void check_step(const VoteRule& at, const rules::CalendarStep& rule, const Step& step,
                const std::optional<Day>& done, const Person* person) {
    const std::string about = person == nullptr ? at.vote.id : person->file;
    const UsedFigure done_figure{
        step.figure, text_of(done), step.label,
        person == nullptr ? std::vector<std::string>{} : std::vector<std::string>{person->file}};
    const UsedFigure day_figure{"vote.day", text_of(at.vote.day), {"ngày lấy phiếu", "day of the vote"}, {}};
    const Sentence unit = unit_of_days(rule.days, false);
    if (!done || !at.vote.day) {
        const bool too_late = at.vote.day && days_between(at.now, *at.vote.day) < rule.days;
        if (too_late && step.always) {
            const Sentence unrecorded{"chưa ghi nhận", "not recorded"};
            return at.find(Finding::Kind::missing, about,
                           {{"days", rule.days}, {"unit", unit}, {"had", unrecorded}, {"when", unrecorded}},
                           {done_figure, day_figure});
        }
        UsedFigures missing{done_figure, day_figure};
        std::erase_if(missing, [](const UsedFigure& figure) { return !figure.value.empty(); });
        return at.not_applied(about, missing);
    }
    const std::int64_t had = days_between(*done, *at.vote.day);
    if (had >= rule.days) return;
    Sentence when = when_done(*done, *at.vote.day, had, false, {"lấy phiếu", "the vote"});
    const Sentence vote_day = Place(*at.vote.day).words();
    when.vi += " (ngày lấy phiếu: " + vote_day.vi + ")";
    when.en += " (day of the vote: " + vote_day.en + ")";
    at.find(Finding::Kind::forbids, about,
            {{"days", rule.days}, {"unit", unit}, {"had", had}, {"when", when}}, {done_figure, day_figure});
}

// Issued and collected first, then validity, then counts.
std::optional<std::size_t> stage_of(const std::string& announcement) {
    if (announcement == "issued" || announcement == "collected") return 0;
    if (announcement == "validity") return 1;
    if (announcement == "counts") return 2;
    return {};
}

bool in_order(const std::vector<std::string>& announced) {
    std::size_t said[3] = {0, 0, 0};
    std::vector<std::string> before;
    for (const std::string& announcement : announced) {
        const auto stage = stage_of(announcement);
        if (!stage) return false;
        if (std::find(before.begin(), before.end(), announcement) != before.end()) continue;
        before.push_back(announcement);
        if (*stage >= 1 && said[0] < 2) return false;
        if (*stage >= 2 && said[1] < 1) return false;
        ++said[*stage];
    }
    return true;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

UsedFigure text_figure(const char* name, const std::optional<std::string>& text, Sentence label,
                       const Person& person) {
    return {name, text.value_or(""), std::move(label), {person.file}};
}

}  // namespace

void apply(const VoteRule& at, const rules::CalendarStep& rule) {
    for (const Step& step : steps) {
        if (rule.what != step.what) continue;
        if (step.of_vote != nullptr) check_step(at, rule, step, at.vote.*step.of_vote, nullptr);
        if (step.of_person == nullptr) continue;
        for (const Person& person : at.vote.persons)
            check_step(at, rule, step, person.*step.of_person, &person);
    }
}

void apply(const VoteRule& at, const rules::CountingOrder&) {
    UsedFigure order{"vote.announced",
                     joined(at.vote.announced.value_or(std::vector<std::string>{})),
                     {"đã công bố theo thứ tự", "announced in this order"},
                     {}};
    if (!at.vote.announced) {
        at.not_applied(at.vote.id, {order});
    } else if (!in_order(*at.vote.announced)) {
        at.find(Finding::Kind::forbids, at.vote.id, {}, {order});
    } else if (std::find(at.vote.announced->begin(), at.vote.announced->end(), "counts") ==
               at.vote.announced->end()) {
        at.find(Finding::Kind::missing, at.vote.id, {}, {order});
    }
    const std::optional<bool>& seen = at.vote.tally_seen_while_open;
    const UsedFigure tally{"vote.tally_seen_while_open",
                           !seen   ? ""
                           : *seen ? "yes"
                                   : "no",
                           {"thấy kết quả khi đang bỏ phiếu", "tally seen while voting is open"},
                           {}};
    if (!seen) at.not_applied(at.vote.id, {tally});
    if (seen.value_or(false)) at.find(Finding::Kind::forbids, at.vote.id, {}, {tally});
}

void apply(const VoteRule& at, const rules::ResultSheet&) {
    const auto report = [&](const std::string& about, UsedFigures figures) {
        std::erase_if(figures, [](const UsedFigure& figure) { return !figure.value.empty(); });
        if (!figures.empty()) at.find(Finding::Kind::missing, about, {}, figures);
    };
    const BallotSums sums = sums_of(at.vote);
    UsedFigures of_vote;
    for (const Amount amount : {Amount::issued, Amount::collected, Amount::valid, Amount::invalid})
        of_vote.push_back(figure_of(amount, sums));
    report(at.vote.id, of_vote);
    for (const Person& person : at.vote.persons) {
        UsedFigures of_line{text_figure("line.name", person.name, {"họ tên", "name"}, person),
                            text_figure("line.post", person.post, {"chức vụ", "post"}, person)};
        for (const Level& level : at.profile.levels)
            of_line.push_back(figure_of_level(at.profile, person, level.id));
        report(person.file, of_line);
    }
}

void apply(const VoteRule& at, const rules::Published&) {
    if (!at.vote.reported_up) {
        at.not_applied(
            at.vote.id,
            {{"vote.reported_up", "", {"ngày báo cáo cấp trên", "reported to the authority"}, {}}});
    }
    for (const RatedVote::Release& release : at.vote.releases) {
        const UsedFigure day{"release.day", release.day.iso(), {"ngày công bố", "day of the release"}, {}};
        if (release.approver.empty()) {
            at.find(
                Finding::Kind::missing, at.vote.id, {},
                {{"release.approver", "", {"người cho phép công bố", "who approved the release"}, {}}, day});
        }
        if (release.audience.empty()) {
            at.find(Finding::Kind::missing, at.vote.id, {},
                    {{"release.audience", "", {"phạm vi công bố", "audience of the release"}, {}}, day});
        }
    }
}

}  // namespace minhtin
