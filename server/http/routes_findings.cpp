// What the regulation says: statements of facts, the verdict on a file and on a unit, what one more statement
// would change.
#include "server/app/campaigns.h"
#include "server/app/read_findings.h"
#include "server/app/state_fact.h"
#include "server/domain/rating_profile.h"
#include "server/domain/rules/read_input.h"
#include "server/http/findings_json.h"
#include "server/http/problems.h"
#include "server/http/routes.h"

namespace minhtin::http {
namespace {

constexpr Roles writers = Role::office | Role::committee;
constexpr std::size_t longest_place = 100;

// The body as a statement, with levels of the campaign's regulation. The place of the first fault comes from
// outside: only a short one is repeated.
Statement statement_from(App& app, const Request& r) {
    parse_json(r.body);
    const auto campaign = find_campaign(app, r.params.at("campaign_id"));
    const RegulationProfile* rules =
        campaign ? rating_profile(campaign->campaign.profile, campaign->campaign.year) : nullptr;
    auto stated = read_statement("", r.body, Regulations(rules, rules == nullptr ? 0 : 1));
    if (stated) return *std::move(stated);
    const ProfileProblem& first = stated.reason().front();
    Refusal refusal(Reason::statement_invalid,
                    {{"problem", first.code}, {"vi", first.says.vi}, {"en", first.says.en}});
    if (first.path.size() <= longest_place) refusal.details["field"] = first.path;
    throw RefusedRequest{refusal};
}

Response get_topics(App& app, const Request& r) {
    const Campaign campaign = value_or_refuse(find_campaign(app, r.params.at("id"))).campaign;
    const RegulationProfile* rules = rating_profile(campaign.profile, campaign.year);
    if (rules == nullptr) throw RefusedRequest{Reason::no_rating_regulation};
    Json topics = Json::array();
    for (const StatementForm& form : statement_forms(*rules)) topics.push_back(json_of(form));
    return json_response({{"rules", rules_json(*rules)}, {"topics", topics}});
}

Response post_statement(App& app, const Request& r) {
    const EntryReceipt receipt =
        value_or_refuse(state_fact(app, r.actor, r.params.at("campaign_id"), r.params.at("person_id"),
                                   statement_from(app, r), app.clock.today()));
    return json_response({{"seq", receipt.seq}, {"hash", receipt.hash}, {"day", receipt.day.iso()}}, 201);
}

Response post_what_if(App& app, const Request& r) {
    return json_response(json_of(
        value_or_refuse(what_if_stated(app, r.actor, r.params.at("campaign_id"), r.params.at("person_id"),
                                       statement_from(app, r), app.clock.today()))));
}

Response get_findings(App& app, const Request& r) {
    return json_response(json_of(value_or_refuse(read_findings(
        app, r.actor, r.params.at("campaign_id"), r.params.at("person_id"), app.clock.today()))));
}

Response get_unit_findings(App& app, const Request& r) {
    return json_response(json_of(value_or_refuse(
        read_unit_findings(app, r.actor, r.params.at("id"), r.params.at("unit"), app.clock.today()))));
}

}  // namespace

std::span<const Route> finding_routes() {
    static constexpr Route table[] = {
        {Method::get, "/campaigns/{id}/topics", Access::roles(readers | Role::member), no_body, Limit::none,
         &get_topics},
        {Method::get, "/campaigns/{id}/units/{unit}/findings", Access::roles(readers), no_body, Limit::none,
         &get_unit_findings},
        {Method::get, "/records/{campaign_id}/{person_id}/findings", Access::roles(readers | Role::member),
         no_body, Limit::none, &get_findings},
        {Method::post, "/records/{campaign_id}/{person_id}/statements", Access::roles(writers), small_body,
         Limit::none, &post_statement},
        {Method::post, "/records/{campaign_id}/{person_id}/what-if", Access::roles(writers), small_body,
         Limit::none, &post_what_if},
    };
    return table;
}

}  // namespace minhtin::http
