#include "server/http/problems.h"

namespace minhtin::http {

int http_status(Reason reason) {
    switch (reason) {
        case Reason::bad_request:
        case Reason::bad_json:
            return 400;
        case Reason::field_missing:
        case Reason::field_invalid:
        case Reason::field_unknown:
            return 422;
        case Reason::not_found:
            return 404;
        case Reason::method_not_allowed:
            return 405;
        case Reason::body_too_large:
            return 413;
        case Reason::media_type:
        case Reason::encoding_refused:
            return 415;
        case Reason::cross_site:
            return 403;
        case Reason::too_many_requests:
            return 429;
        case Reason::busy:
            return 503;
        case Reason::internal_error:
            return 500;
        case Reason::not_signed_in:
            return 401;
        case Reason::not_allowed:
            return 403;
        case Reason::link_invalid:
            return 401;
        case Reason::setup_done:
            return 409;
        case Reason::setup_token_wrong:
            return 403;
        case Reason::login_wrong:
            return 401;
        case Reason::login_taken:
            return 409;
        case Reason::login_invalid:
        case Reason::password_too_short:
        case Reason::password_too_long:
        case Reason::password_guessable:
            return 422;
        case Reason::password_wrong:
            return 403;
        case Reason::account_unknown:
            return 404;
        case Reason::last_operator:
            return 409;
        case Reason::roles_missing:
        case Reason::role_needs_person:
        case Reason::role_needs_committee:
            return 422;
        case Reason::person_unknown:
        case Reason::unit_unknown:
        case Reason::committee_unknown:
            return 404;
        case Reason::import_has_problems:
        case Reason::profile_unknown:
        case Reason::no_people_in_tree:
        case Reason::due_past:
        case Reason::request_person_twice:
        case Reason::no_residence_committee:
        case Reason::exempt_note_missing:
        case Reason::form_incomplete:
        case Reason::form_invalid:
        case Reason::statement_invalid:
        case Reason::signature_missing:
            return 422;
        case Reason::campaign_unknown:
        case Reason::request_unknown:
        case Reason::record_unknown:
        case Reason::no_rating_regulation:
            return 404;
        case Reason::campaign_name_taken:
            return 409;
        case Reason::file_damaged:
            return 500;
        case Reason::vote_unknown:
        case Reason::election_unknown:
        case Reason::ballot_unknown:
        case Reason::drill_unknown:
            return 404;
        case Reason::ballot_too_large:
            return 413;
        case Reason::not_the_chair:
            return 403;
        case Reason::rejected:
        case Reason::persons_missing:
        case Reason::person_twice:
        case Reason::person_outside_campaign:
        case Reason::chair_unknown:
        case Reason::trustees_number:
        case Reason::trustee_twice:
        case Reason::threshold_invalid:
        case Reason::trustee_on_list:
        case Reason::slips_number:
        case Reason::credentials_number:
        case Reason::attendance_order:
        case Reason::attendance_over_slips:
        case Reason::drill_failed:
        case Reason::too_few_counted:
            return 422;
        case Reason::vote_already_open:
        case Reason::slips_registered:
        case Reason::attendance_shrinks:
        case Reason::not_your_step:
        case Reason::message_differs:
        case Reason::keys_missing:
        case Reason::drill_missing:
        case Reason::slips_missing:
        case Reason::attendance_missing:
        case Reason::no_quorum:
        case Reason::vote_not_open:
        case Reason::vote_closed:
        case Reason::too_few_ballots:
        case Reason::collected_over_issued:
        case Reason::vote_not_closed:
        case Reason::shares_missing:
        case Reason::vote_not_counted:
        case Reason::vote_counted:
            return 409;
    }
    return 500;
}

Response problem(const Refusal& refusal, const Json& details) {
    ReasonText text = describe(refusal);
    Json all = Json::object();
    for (const auto& [name, value] : refusal.details) {
        all[name] = value;
    }
    all.update(details);
    Response response = problem(http_status(refusal.reason), text.code, text.vi, text.en, all);
    if (refusal.reason == Reason::busy) {
        response.headers.emplace_back("Retry-After", "2");
    } else if (refusal.reason == Reason::too_many_requests) {
        response.headers.emplace_back("Retry-After", "60");
    }
    return response;
}

Response problem(int status, std::string_view code, std::string_view vi, std::string_view en,
                 const Json& details) {
    Json body = {{"status", status}, {"code", code}, {"title", en}, {"vi", vi}, {"en", en}};
    if (!details.empty()) {
        body["details"] = details;
    }
    return {.status = status, .content_type = "application/problem+json", .body = body.dump(), .headers = {}};
}

}  // namespace minhtin::http
