// The confidence vote as the office, the chair and inspectors see it.
#include "server/app/ceremony.h"
#include "server/app/conduct_vote.h"
#include "server/app/create_vote.h"
#include "server/app/invite.h"
#include "server/app/record_result.h"
#include "server/http/problems.h"
#include "server/http/routes.h"
#include "server/http/vote_json.h"

namespace minhtin::http {
namespace {

constexpr std::size_t text_length = 300, most_persons = 1000, most_trustees = 100;

Response vote_as_it_stands(App& app, const std::string& uuid, int status = 200) {
    return json_response(json_of(value_or_refuse(read_vote(app, uuid))), status);
}

Response post_vote(App& app, const Request& r) {
    Fields in(r.body);
    NewVote wanted{.name = in.text("name", text_length),
                   .day = in.day("day"),
                   .persons = in.texts("persons", most_persons, text_length),
                   .chair_id = in.text("chair_id", text_length),
                   .trustees = {},
                   .threshold = static_cast<std::size_t>(in.integer("threshold", 1, 100)),
                   .slips = in.integer("slips", 0, 1'000'000)};
    for (Fields& trustee : in.objects("trustees", most_trustees)) {
        std::string name = trustee.text("name", text_length);
        wanted.trustees.emplace_back(std::move(name), trustee.text("post", text_length));
        trustee.done();
    }
    in.done();
    return vote_as_it_stands(app, value_or_refuse(create_vote(app, r.params.at("id"), wanted)), 201);
}

Response get_votes(App& app, const Request& r) {
    Json votes = Json::array();
    for (const VoteSummary& summary : list_votes(app, r.params.at("id"))) votes.push_back(json_of(summary));
    return json_response({{"votes", votes}});
}

Response get_vote(App& app, const Request& r) {
    return vote_as_it_stands(app, r.params.at("uuid"));
}

Response post_invitation(App& app, const Request& r) {
    Fields in(r.body);
    Invitation target{.vote = r.params.at("uuid"), .target = Invitation::Target::slips, .index = 0};
    const std::string kind = in.text("target", 16);
    if (kind == "trustee") {
        target.target = Invitation::Target::trustee;
        target.index = static_cast<int>(in.integer("index", 1, 100));
    } else if (kind != "slips") {
        Fields::invalid("target");
    }
    in.done();
    return json_response({{"link", value_or_refuse(invite(app, target))}});
}

Response post_reset(App& app, const Request& r) {
    done_or_refuse(reset_ceremony(app, r.params.at("uuid")));
    return vote_as_it_stands(app, r.params.at("uuid"));
}

Response put_attendance(App& app, const Request& r) {
    constexpr std::int64_t most = 1'000'000;
    Fields in(r.body);
    Attendance attendance;
    attendance.summoned = in.integer("summoned", 0, most);
    attendance.present = in.integer("present", 0, most);
    attendance.issued = in.integer("issued", 0, most);
    in.done();
    done_or_refuse(set_attendance(app, r.actor, r.params.at("uuid"), attendance));
    return vote_as_it_stands(app, r.params.at("uuid"));
}

Response post_open(App& app, const Request& r) {
    done_or_refuse(open_vote(app, r.actor, r.params.at("uuid")));
    return vote_as_it_stands(app, r.params.at("uuid"));
}

Response post_close(App& app, const Request& r) {
    done_or_refuse(close_vote(app, r.actor, r.params.at("uuid")));
    return vote_as_it_stands(app, r.params.at("uuid"));
}

Response post_finish(App& app, const Request& r) {
    done_or_refuse(finish_vote(app, r.actor, r.params.at("uuid")));
    return vote_as_it_stands(app, r.params.at("uuid"));
}

Response post_record(App& app, const Request& r) {
    done_or_refuse(record_result(app, r.actor, r.params.at("uuid"), app.clock.today()));
    return vote_as_it_stands(app, r.params.at("uuid"));
}

Response get_result(App& app, const Request& r) {
    return json_response(json_of(value_or_refuse(read_result(app, r.params.at("uuid")))));
}

constexpr Roles chairs = Role::committee;
constexpr Roles office_or_chair = Role::office | Role::committee;

}  // namespace

std::span<const Route> vote_routes() {
    static constexpr Route table[] = {
        {Method::post, "/campaigns/{id}/votes", Access::roles(Role::office), json_body, Limit::none,
         &post_vote},
        {Method::get, "/campaigns/{id}/votes", Access::roles(readers), no_body, Limit::none, &get_votes},
        {Method::get, "/votes/{uuid}", Access::roles(readers), no_body, Limit::none, &get_vote},
        {Method::post, "/votes/{uuid}/invitations", Access::roles(Role::office), small_body, Limit::none,
         &post_invitation},
        {Method::post, "/votes/{uuid}/ceremony/reset", Access::roles(Role::office), small_body, Limit::none,
         &post_reset},
        {Method::put, "/votes/{uuid}/attendance", Access::roles(office_or_chair), small_body, Limit::none,
         &put_attendance},
        {Method::post, "/votes/{uuid}/open", Access::roles(chairs), small_body, Limit::none, &post_open},
        {Method::post, "/votes/{uuid}/close", Access::roles(chairs), small_body, Limit::none, &post_close},
        {Method::post, "/votes/{uuid}/finish", Access::roles(chairs), small_body, Limit::none, &post_finish},
        {Method::post, "/votes/{uuid}/record", Access::roles(office_or_chair), small_body, Limit::none,
         &post_record},
        {Method::get, "/votes/{uuid}/result", Access::roles(readers), no_body, Limit::none, &get_result},
    };
    return table;
}

}  // namespace minhtin::http
