// Campaigns, requests for remarks, remarks, self-reviews, records.
#include "server/http/problems.h"
#include "server/http/record_json.h"
#include "server/http/routes.h"

namespace minhtin::http {
namespace {

constexpr std::size_t most_requests = 5'000;

Response get_profiles(App&, const Request&) {
    Json list = Json::array();
    for (const RegulationProfile& p : profiles()) {
        if (p.about_trust()) list.push_back(json_of(p));
    }
    return json_response({{"profiles", list}});
}

Response get_campaigns(App& app, const Request&) {
    return json_response(list_json("campaigns", list_campaigns(app)));
}

Response post_campaign(App& app, const Request& r) {
    Fields in(r.body);
    NewCampaign wanted{.name = in.text("name", 200),
                       .year = static_cast<int>(in.integer("year", 2000, 2199)),
                       .root_unit_id = in.text("root_unit_id", 64),
                       .profile = in.text("profile", 64),
                       .remark_due = in.day("remark_due")};
    in.done();
    return json_response(json_of(value_or_refuse(start_campaign(app, wanted, app.clock.today()))), 201);
}

Response get_campaign(App& app, const Request& r) {
    Json body = json_of(value_or_refuse(find_campaign(app, r.params.at("id"))));
    body.update(list_json("channels", channels()));
    return json_response(body);
}

Response get_campaign_people(App& app, const Request& r) {
    return json_response(list_json("people", value_or_refuse(list_campaign_people(app, r.params.at("id")))));
}

Exemption exemption_from(Fields in) {
    const auto reason = exempt_reason_named(in.text("reason", 20));
    if (!reason) Fields::invalid("reason");
    Exemption exempt{*reason, in.text_or_none("note", longest_note).value_or("")};
    in.done();
    return exempt;
}

Response post_requests(App& app, const Request& r) {
    Fields in(r.body);
    const Day due = in.day("due");
    std::vector<RemarkWish> wishes;
    for (Fields& one : in.objects("requests", most_requests)) {
        RemarkWish wish{one.text("person_id", 64), {}};
        if (one.has("exempt")) {
            wish.exempt = exemption_from(one.object("exempt"));
        } else {
            one.text_or_none("exempt", 0);
        }
        one.done();
        wishes.push_back(std::move(wish));
    }
    in.done();
    const auto requests =
        value_or_refuse(ask_remarks(app, r.actor, r.params.at("id"), due, wishes, app.clock.today()));
    return json_response(list_json("requests", requests), 201);
}

Response get_requests(App& app, const Request& r) {
    return json_response(list_json(
        "requests", value_or_refuse(list_remark_requests(app, r.params.at("id"), app.clock.today()))));
}

Response get_residence_requests(App& app, const Request& r) {
    return json_response(list_json("requests", value_or_refuse(list_residence_requests(app, r.actor))));
}

Response put_draft(App& app, const Request& r) {
    Fields in(r.body);
    const FilledForm fields = filled_form(in.value("fields"));
    in.done();
    done_or_refuse(save_draft(app, r.actor, r.params.at("id"), fields));
    return no_content();
}

Response post_remark(App& app, const Request& r) {
    Fields in(r.body);
    const std::string request_id = in.text("request_id", 64);
    const FilledForm fields = filled_form(in.value("fields"));
    Fields signed_by = in.object("signed_by");
    const Signature signature{signed_by.text("name", 200), signed_by.text("post", 200)};
    signed_by.done();
    in.done();
    return json_response(json_of(value_or_refuse(
                             submit_remark(app, r.actor, request_id, fields, signature, app.clock.today()))),
                         201);
}

Response post_self_review(App& app, const Request& r) {
    Fields in(r.body);
    const FilledForm fields = filled_form(in.value("fields"));
    in.done();
    return json_response(json_of(value_or_refuse(
                             submit_self_review(app, r.actor, r.params.at("id"), fields, app.clock.today()))),
                         201);
}

Response get_record(App& app, const Request& r) {
    const RecordView view =
        value_or_refuse(read_record(app, r.actor, r.params.at("campaign_id"), r.params.at("person_id")));
    const PeopleNames names =
        app.registry.read([](const RegistryTables& t) { return PeopleNames(*t.people); });
    return json_response(json_of(view, names));
}

Response get_own_records(App& app, const Request& r) {
    return json_response(list_json("records", value_or_refuse(list_own_records(app, r.actor))));
}

}  // namespace

std::span<const Route> record_routes() {
    static constexpr Route table[] = {
        {Method::get, "/profiles", Access::signed_in(), no_body, Limit::none, &get_profiles},
        {Method::get, "/campaigns", Access::roles(readers), no_body, Limit::none, &get_campaigns},
        {Method::post, "/campaigns", Access::roles(Role::office), small_body, Limit::none, &post_campaign},
        {Method::get, "/campaigns/{id}", Access::roles(readers | Role::member), no_body, Limit::none,
         &get_campaign},
        {Method::get, "/campaigns/{id}/people", Access::roles(readers), no_body, Limit::none,
         &get_campaign_people},
        {Method::post, "/campaigns/{id}/remark-requests", Access::roles(Role::office), json_body, Limit::none,
         &post_requests},
        {Method::get, "/campaigns/{id}/remark-requests", Access::roles(readers), no_body, Limit::none,
         &get_requests},
        {Method::post, "/campaigns/{id}/self-review", Access::roles(Role::member), json_body, Limit::none,
         &post_self_review},
        {Method::get, "/residence/requests", Access::roles(Role::residence), no_body, Limit::none,
         &get_residence_requests},
        {Method::put, "/residence/requests/{id}/draft", Access::roles(Role::residence), json_body,
         Limit::none, &put_draft},
        {Method::post, "/remarks", Access::roles(Role::residence), json_body, Limit::none, &post_remark},
        {Method::get, "/records/{campaign_id}/{person_id}", Access::roles(readers | Role::member), no_body,
         Limit::none, &get_record},
        {Method::get, "/my/records", Access::roles(Role::member), no_body, Limit::none, &get_own_records},
    };
    return table;
}

}  // namespace minhtin::http
