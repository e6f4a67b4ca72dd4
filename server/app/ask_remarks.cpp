#include "server/app/ask_remarks.h"

#include <set>

#include "server/app/campaigns.h"
#include "server/app/file_entries.h"

namespace minhtin {
namespace {

std::optional<StandingRow> standing_in(const RegistryTables& tables, const RatingFile& file) {
    for (StandingRow& s : tables.files->standings(file.id)) {
        if (s.channel == residence_remark) return std::move(s);
    }
    return {};
}

RemarkRequest request_of(const App& app, const RegistryTables& tables, const Campaign& campaign,
                         const StandingRow& s, const Person& person, Day today) {
    ENSURE(s.asked_day);
    RemarkRequest r{.id = s.request_id,
                    .person_id = person.id,
                    .name = person.name,
                    .post = post_in(tables, campaign, person).title,
                    .committee = {},
                    .state = s.state,
                    .due = s.due,
                    .asked_day = *s.asked_day,
                    .received_day = s.received_day,
                    .exempt = exemption_of(app, campaign.id, s),
                    .versions = s.versions,
                    .overdue = s.state == ChannelState::asked && s.due && today > *s.due};
    if (!s.committee_id.empty()) r.committee = tables.people->committee(s.committee_id);
    return r;
}

// What the wish adds to the file; nothing when it says what stands there already.
std::optional<EntryContent> news(const App& app, const RatingFile& file, const StandingRow& now,
                                 const RemarkWish& wish, Day due, const std::string& committee_id,
                                 const std::string& request_id) {
    if (now.received_day) return {};
    if (wish.exempt) {
        const auto known = exemption_of(app, file.campaign_id, now);
        if (now.state == ChannelState::exempt && known == wish.exempt) return {};
        return Exempt{*wish.exempt, request_id};
    }
    if (now.state == ChannelState::asked && now.due == due && now.committee_id == committee_id) return {};
    return Asked{due, request_id, committee_id};
}

Outcome<RemarkRequest> ask_one(App& app, RegistryTables& tables, const Actor& actor, const Campaign& campaign,
                               Day due, const RemarkWish& wish, Day today) {
    const auto person = tables.people->person(wish.person_id);
    const auto file = tables.files->of(campaign.id, wish.person_id);
    if (!person || !file) return Refusal(Reason::person_outside_campaign, {{"person_id", wish.person_id}});
    const auto standing = standing_in(tables, *file);
    ENSURE(standing);
    if (!wish.exempt && !person->residence_committee_id && !standing->received_day) {
        return Refusal(Reason::no_residence_committee, {{"person_id", person->id}});
    }
    const std::string request_id =
        standing->request_id.empty() ? random_base58(app.random, 16) : standing->request_id;
    const auto content =
        news(app, *file, *standing, wish, due, person->residence_committee_id.value_or(""), request_id);
    if (content) {
        const auto* asked = std::get_if<Asked>(&*content);
        if (!asked || asked->committee_id != standing->committee_id) tables.files->erase_draft(request_id);
        const auto written =
            append_entry(app, tables, *file, *content, {EntrySource::Kind::office, actor.account->name},
                         author_of(actor), today);
        if (!written) return written.reason();
    }
    return request_of(app, tables, campaign, *standing_in(tables, *file), *person, today);
}

Outcome<void> acceptable(const std::vector<RemarkWish>& wishes) {
    std::set<std::string> seen;
    for (const RemarkWish& wish : wishes) {
        if (!seen.insert(wish.person_id).second) {
            return Refusal(Reason::request_person_twice, {{"person_id", wish.person_id}});
        }
        if (wish.exempt && wish.exempt->reason == ExemptReason::other && wish.exempt->note.empty()) {
            return Refusal(Reason::exempt_note_missing, {{"person_id", wish.person_id}});
        }
    }
    return {};
}

}  // namespace

Outcome<std::vector<RemarkRequest>> ask_remarks(App& app, const Actor& actor, std::string_view campaign_id,
                                                Day due, const std::vector<RemarkWish>& wishes, Day today) {
    if (due < today) return Reason::due_past;
    if (const auto fine = acceptable(wishes); !fine) return fine.reason();
    return app.registry.write([&](RegistryTables& tables) -> Outcome<std::vector<RemarkRequest>> {
        const auto campaign = tables.campaigns->find(campaign_id);
        if (!campaign) return Reason::campaign_unknown;
        std::vector<RemarkRequest> requests;
        for (const RemarkWish& wish : wishes) {
            auto request = ask_one(app, tables, actor, *campaign, due, wish, today);
            if (!request) return request.reason();
            requests.push_back(std::move(*request));
        }
        return requests;
    });
}

Outcome<std::vector<RemarkRequest>> list_remark_requests(const App& app, std::string_view campaign_id,
                                                         Day today) {
    return app.registry.read([&](const RegistryTables& tables) -> Outcome<std::vector<RemarkRequest>> {
        const auto campaign = tables.campaigns->find(campaign_id);
        if (!campaign) return Reason::campaign_unknown;
        std::vector<RemarkRequest> requests;
        for (const RatingFile& file : tables.files->of_campaign(campaign_id)) {
            const auto standing = standing_in(tables, file);
            if (!standing || standing->request_id.empty()) continue;
            const auto person = tables.people->person(file.person_id);
            ENSURE(person);
            requests.push_back(request_of(app, tables, *campaign, *standing, *person, today));
        }
        return requests;
    });
}

}  // namespace minhtin
