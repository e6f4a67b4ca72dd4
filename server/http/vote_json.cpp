#include "server/http/vote_json.h"

namespace minhtin::http {
namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json box_json(const std::optional<ClosedBox>& box) {
    if (!box) return nullptr;
    return {{"counted", box->counted}, {"head", box->head}};
}

Json persons_of(const Vote& vote) {
    Json list = Json::array();
    for (std::size_t i = 0; i < vote.persons.size(); ++i) {
        const VotePerson& p = vote.persons[i];
        list.push_back({{"question", i}, {"person_id", p.person_id}, {"name", p.name}, {"post", p.post}});
    }
    return list;
}

Json band_json(const std::optional<BandFound>& band) {
    if (!band) return nullptr;
    return {{"code", band->code}, {"article", band->article}, {"vi", band->says.vi}, {"en", band->says.en}};
}

Json line_json(std::size_t question, const VotePerson& person, const PersonTally& tally) {
    return {
        {"question", question},
        {"person_id", person.person_id},
        {"name", person.name},
        {"post", person.post},
        {"counts", {{"high", tally.counts.high}, {"trust", tally.counts.trust}, {"low", tally.counts.low}}},
        {"not_counted", tally.not_counted},
        {"percent",
         {{"high", tally.percents.high}, {"trust", tally.percents.trust}, {"low", tally.percents.low}}},
        {"band", band_json(tally.band)}};
}

}  // namespace

Json json_of(const VoteView& view) {
    const Vote& v = view.vote;
    Json trustees = Json::array(), steps = Json::array();
    for (std::size_t i = 0; i < v.trustees.size(); ++i) {
        trustees.push_back({{"index", i + 1},
                            {"name", v.trustees[i].name},
                            {"post", v.trustees[i].post},
                            {"done", view.done[i]}});
    }
    for (const VoteStep& step : view.steps) {
        steps.push_back(
            {{"id", step.id}, {"state", step.state}, {"waiting_for", step.waiting_for}, {"who", step.who}});
    }
    Json attendance = nullptr;
    if (v.attendance) {
        attendance = {{"summoned", v.attendance->summoned},
                      {"present", v.attendance->present},
                      {"issued", v.attendance->issued}};
    }
    return {{"uuid", v.uuid},
            {"campaign_id", v.campaign_id},
            {"name", v.name},
            {"day", v.day.iso()},
            {"state", name(view.state)},
            {"profile", v.profile},
            {"chair", {{"id", v.chair_id}, {"name", view.chair_name}}},
            {"threshold", v.threshold},
            {"persons", persons_of(v)},
            {"trustees", trustees},
            {"slips", {{"count", v.slips}, {"registered", v.credentials.has_value()}}},
            {"attendance", attendance},
            {"fingerprint", or_null(view.fingerprint)},
            {"ballots", or_null(view.ballots)},
            {"box", box_json(view.box)},
            {"steps", steps}};
}

Json json_of(const VoteSummary& summary) {
    return {{"uuid", summary.uuid},
            {"name", summary.name},
            {"day", summary.day.iso()},
            {"state", name(summary.state)}};
}

Json json_of(const ResultSheet& r) {
    const Attendance& a = *r.vote.attendance;
    Json trustees = Json::array(), persons = Json::array();
    for (std::size_t i = 0; i < r.vote.trustees.size(); ++i) {
        trustees.push_back(
            {{"index", i + 1}, {"name", r.vote.trustees[i].name}, {"share", static_cast<bool>(r.shares[i])}});
    }
    for (std::size_t q = 0; q < r.tallies.size(); ++q)
        persons.push_back(line_json(q, r.vote.persons[q], r.tallies[q]));
    return {{"uuid", r.vote.uuid},
            {"name", r.vote.name},
            {"day", r.vote.day.iso()},
            {"profile", r.vote.profile},
            {"balance",
             {{"summoned", a.summoned},
              {"present", a.present},
              {"issued", a.issued},
              {"collected", r.collected},
              {"valid", r.collected},
              {"invalid", 0}}},
            {"base", {{"kind", name(r.base_kind)}, {"number", r.base}}},
            {"archive_hash", r.archive_hash},
            {"fingerprint", r.fingerprint},
            {"box", box_json(r.box)},
            {"trustees", trustees},
            {"chair", r.chair_name},
            {"persons", persons}};
}

Json json_of(const TrusteeView& view) {
    const Vote& v = view.vote.vote;
    Json members = Json::array();
    for (std::size_t i = 0; i < v.trustees.size(); ++i) {
        members.push_back({{"index", i + 1}, {"name", v.trustees[i].name}, {"done", view.vote.done[i]}});
    }
    Json certificates = nullptr;
    if (view.certificates) {
        certificates = Json::array();
        for (const std::string& message : *view.certificates) certificates.push_back(Json::parse(message));
    }
    return {{"vote",
             {{"uuid", v.uuid},
              {"name", v.name},
              {"day", v.day.iso()},
              {"state", name(view.vote.state)},
              {"persons", persons_of(v)}}},
            {"index", view.index},
            {"name", v.trustees[view.index - 1].name},
            {"size", v.trustees.size()},
            {"threshold", v.threshold},
            {"step", view.step},
            {"ceremony", v.ceremony},
            {"members", members},
            {"certificates", certificates},
            {"vinput", view.vinput ? Json::parse(*view.vinput) : Json(nullptr)},
            {"private_key", or_null(view.private_key)},
            {"public_key", or_null(view.public_key)},
            {"trustees", or_null(view.trustees)},
            {"fingerprint", or_null(view.vote.fingerprint)}};
}

}  // namespace minhtin::http
