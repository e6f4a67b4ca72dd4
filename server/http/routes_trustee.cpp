// What members of the counting committee and the slip printer do with their links. Messages are taken as the
// bytes that came: signatures and hashes are over them.
#include "server/app/ceremony.h"
#include "server/app/conduct_vote.h"
#include "server/app/drill.h"
#include "server/app/slips.h"
#include "server/http/problems.h"
#include "server/http/routes.h"
#include "server/http/vote_json.h"

namespace minhtin::http {
namespace {

Response trustee_as_it_stands(App& app, const Request& r) {
    return json_response(json_of(value_or_refuse(read_trustee(app, *r.actor.invitation))));
}

template <Outcome<void> (*submit)(App&, const Invitation&, std::string_view)>
Response post_message(App& app, const Request& r) {
    done_or_refuse(submit(app, *r.actor.invitation, r.body));
    return trustee_as_it_stands(app, r);
}

Response post_drill_start(App& app, const Request& r) {
    const Drills::Drill drill = value_or_refuse(start_drill(app, *r.actor.invitation));
    return json_response({{"id", drill.id}, {"r", drill.r.encode()}});
}

Response post_drill(App& app, const Request& r) {
    done_or_refuse(pass_drill(app, *r.actor.invitation, value_or_refuse(read_drill_answer(r.body))));
    return trustee_as_it_stands(app, r);
}

Response get_slips(App& app, const Request& r) {
    const VoteView view = value_or_refuse(read_vote(app, r.actor.invitation->vote));
    const Vote& v = view.vote;
    return json_response({{"uuid", v.uuid},
                          {"name", v.name},
                          {"day", v.day.iso()},
                          {"count", v.slips},
                          {"registered", v.credentials.has_value()},
                          {"ballot_path", "/b/" + v.uuid},
                          {"fingerprint", view.fingerprint ? Json(*view.fingerprint) : Json(nullptr)},
                          {"page_hash", app.settings.page_hash}});
}

Response post_credentials(App& app, const Request& r) {
    constexpr std::size_t most = 100'000, digits = 64;
    Fields in(r.body);
    auto credentials = in.texts("credentials", most, digits);
    in.done();
    done_or_refuse(register_slips(app, *r.actor.invitation, std::move(credentials)));
    Response answer = get_slips(app, r);
    answer.status = 201;
    return answer;
}

}  // namespace

std::span<const Route> trustee_routes() {
    static constexpr Route table[] = {
        {Method::get, "/trustee", Access::trustee(), no_body, Limit::none, &trustee_as_it_stands},
        {Method::post, "/trustee/certificate", Access::trustee(), json_body, Limit::none,
         &post_message<&submit_certificate>},
        {Method::post, "/trustee/polynomial", Access::trustee(), json_body, Limit::none,
         &post_message<&submit_polynomial>},
        {Method::post, "/trustee/key", Access::trustee(), json_body, Limit::none, &post_message<&submit_key>},
        {Method::post, "/trustee/drill/start", Access::trustee(), small_body, Limit::none, &post_drill_start},
        {Method::post, "/trustee/drill", Access::trustee(), small_body, Limit::none, &post_drill},
        {Method::post, "/trustee/share", Access::trustee(), json_body, Limit::none,
         &post_message<&submit_share>},
        {Method::get, "/slips", Access::slips(), no_body, Limit::none, &get_slips},
        {Method::post, "/slips/credentials", Access::slips(), upload_body, Limit::none, &post_credentials},
    };
    return table;
}

}  // namespace minhtin::http
