// What everybody may read, and casting. No cookie and no token is looked at; who sends what, from where and
// when, is kept nowhere.
#include "crypto/bytes.h"
#include "server/app/archive_pages.h"
#include "server/app/cast_ballot.h"
#include "server/app/read_vote.h"
#include "server/http/problems.h"
#include "server/http/routes.h"

namespace minhtin::http {
namespace {

Response get_election(App& app, const Request& r) {
    const PublicVote v = value_or_refuse(read_public_vote(app, r.params.at("uuid")));
    return json_response({{"uuid", r.params.at("uuid")},
                          {"name", v.name},
                          {"day", v.day.iso()},
                          {"state", v.state},
                          {"fingerprint", v.fingerprint ? Json(*v.fingerprint) : Json(nullptr)},
                          {"persons", v.persons}});
}

Response get_election_text(App& app, const Request& r) {
    return {.body = value_or_refuse(read_election(app, r.params.at("uuid"))), .headers = {}};
}

Response get_credentials(App& app, const Request& r) {
    return {.body = value_or_refuse(read_credentials(app, r.params.at("uuid"))), .headers = {}};
}

Response post_ballot(App& app, const Request& r) {
    const Receipt receipt = value_or_refuse(cast_ballot(app, r.params.at("uuid"), r.body));
    return json_response(
        {{"tracker", receipt.tracker}, {"hash", receipt.hash}, {"replaces", receipt.replaces}}, 201);
}

Response get_ballot(App& app, const Request& r) {
    const bool counts = value_or_refuse(find_ballot(app, r.params.at("uuid"), r.params.at("hash")));
    return json_response({{"found", true}, {"counted", counts}});
}

Response get_archive(App& app, const Request& r) {
    const std::string& uuid = r.params.at("uuid");
    const std::uint64_t records = value_or_refuse(read_archive(app, uuid));
    ArchivePages pages(app.boards.store(), uuid, records);
    return {.content_type = "application/octet-stream",
            .body = Stream{{}, [pages]() mutable { return pages.next(); }},
            .headers = {{"Content-Disposition", "attachment; filename=\"" + uuid + ".bel\""}}};
}

}  // namespace

std::span<const Route> public_routes() {
    static constexpr Route table[] = {
        {Method::get, "/elections/{uuid}", Access::anybody(), no_body, Limit::none, &get_election},
        {Method::get, "/elections/{uuid}/election.json", Access::anybody(), no_body, Limit::none,
         &get_election_text},
        {Method::get, "/elections/{uuid}/credentials.json", Access::anybody(), no_body, Limit::none,
         &get_credentials},
        {Method::post, "/elections/{uuid}/ballots", Access::anybody(), ballot_body, Limit::none,
         &post_ballot},
        {Method::get, "/elections/{uuid}/ballots/{hash}", Access::anybody(), no_body, Limit::none,
         &get_ballot},
        {Method::get, "/elections/{uuid}/archive.bel", Access::anybody(), no_body, Limit::none, &get_archive},
    };
    return table;
}

}  // namespace minhtin::http
