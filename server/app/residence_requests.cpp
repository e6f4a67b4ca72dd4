#include "server/app/residence_requests.h"

#include "server/app/campaigns.h"
#include "server/app/file_entries.h"

namespace minhtin {
namespace {

// Of one committee: when the request goes to another, what this one had begun is not for its eyes.
std::string draft_about(const StandingRow& request) {
    return "draft|" + request.request_id + "|" + request.committee_id;
}

std::optional<SentRemark> latest_remark(const std::vector<Entry>& entries) {
    std::optional<SentRemark> latest;
    std::int64_t version = 0;
    for (const Entry& entry : entries) {
        if (const auto* remark = std::get_if<Remark>(&entry.content)) {
            latest = SentRemark{remark->fields, remark->signed_by, entry.day, ++version};
        }
    }
    return latest;
}

std::optional<FilledForm> draft_of(const App& app, const RegistryTables& tables, const RatingFile& file,
                                   const StandingRow& request) {
    const auto sealed = tables.files->draft(request.request_id);
    if (!sealed) return {};
    const auto text = app.seals.open(file.campaign_id, draft_about(request), *sealed);
    if (!text) return {};
    return fields_from_json(*text);
}

Outcome<ResidenceRequest> view_of(const App& app, const RegistryTables& tables, const StandingRow& s) {
    const auto file = tables.files->find(s.file_id);
    ENSURE(file);
    const auto campaign = tables.campaigns->find(file->campaign_id);
    const auto person = tables.people->person(file->person_id);
    ENSURE(campaign && person);
    const auto entries = read_entries(app, tables, *file);
    if (!entries) return entries.reason();
    const PostHere post = post_in(tables, *campaign, *person);
    return ResidenceRequest{.id = s.request_id,
                            .person_name = person->name,
                            .person_post = post.title,
                            .workplace = post.unit_name,
                            .campaign_name = campaign->name,
                            .campaign_year = campaign->year,
                            .due = s.due,
                            .state = s.state,
                            .draft = draft_of(app, tables, *file, s),
                            .sent = latest_remark(*entries)};
}

bool is_officer(const Actor& actor) {
    return actor.has(Role::residence) && actor.account->residence_committee_id.has_value();
}

}  // namespace

Outcome<std::vector<ResidenceRequest>> list_residence_requests(const App& app, const Actor& actor) {
    if (!is_officer(actor)) return Reason::not_allowed;
    return app.registry.read([&](const RegistryTables& tables) -> Outcome<std::vector<ResidenceRequest>> {
        std::vector<ResidenceRequest> requests;
        for (const StandingRow& s : tables.files->requests_to(*actor.account->residence_committee_id)) {
            auto view = view_of(app, tables, s);
            if (!view) return view.reason();
            requests.push_back(std::move(*view));
        }
        return requests;
    });
}

Outcome<RequestHere> request_to(const RegistryTables& tables, const Actor& actor,
                                std::string_view request_id) {
    if (!is_officer(actor)) return Reason::not_allowed;
    auto standing = tables.files->request(request_id);
    if (!standing || standing->committee_id != *actor.account->residence_committee_id)
        return Reason::request_unknown;
    auto file = tables.files->find(standing->file_id);
    auto committee = tables.people->committee(standing->committee_id);
    ENSURE(file && committee);
    return RequestHere{std::move(*standing), std::move(*file), std::move(*committee)};
}

Outcome<void> save_draft(App& app, const Actor& actor, std::string_view request_id,
                         const FilledForm& fields) {
    const auto filled = fill(channel(residence_remark).form, fields, Stage::draft);
    if (!filled) return refusal_of(filled.reason());
    return app.registry.write([&](RegistryTables& tables) -> Outcome<void> {
        const auto here = request_to(tables, actor, request_id);
        if (!here) return here.reason();
        const std::string about = draft_about(here->standing);
        tables.files->put_draft(
            request_id, app.seals.seal(here->file.campaign_id, about, fields_json(*filled), app.random));
        return {};
    });
}

Refusal refusal_of(const FormProblem& problem) {
    const bool missing = problem.why == FormProblem::Why::missing;
    return {missing ? Reason::form_incomplete : Reason::form_invalid, {{"field", problem.field}}};
}

}  // namespace minhtin
