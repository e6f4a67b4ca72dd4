#pragma once
// Why the server does not do what it was asked to. A closed list: a new reason does not compile until it has
// a stable code and a sentence in both languages (describe, here) and a status (http/problems.cpp).
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ballot/reasons.h"
#include "crypto/result.h"

namespace minhtin {

enum class Reason {
    // the request itself
    bad_request,
    bad_json,
    field_missing,
    field_invalid,
    field_unknown,
    not_found,
    method_not_allowed,
    body_too_large,
    media_type,
    encoding_refused,
    cross_site,
    too_many_requests,
    busy,
    internal_error,
    // who may
    not_signed_in,
    not_allowed,
    link_invalid,
    // accounts
    setup_done,
    setup_token_wrong,
    login_wrong,
    login_taken,
    login_invalid,
    password_too_short,
    password_too_long,
    password_guessable,
    password_wrong,
    account_unknown,
    last_operator,
    roles_missing,
    role_needs_person,
    role_needs_committee,
    // people
    person_unknown,
    unit_unknown,
    committee_unknown,
    // campaigns, remarks, records
    import_has_problems,
    campaign_unknown,
    campaign_name_taken,
    profile_unknown,
    no_people_in_tree,
    due_past,
    request_person_twice,
    no_residence_committee,
    exempt_note_missing,
    request_unknown,
    form_incomplete,
    form_invalid,
    signature_missing,
    record_unknown,
    file_damaged,
    statement_invalid,
    no_rating_regulation,
    // votes, trustees, slips, board
    rejected,  // by ballot/: the refusal says which check failed, and describe(refusal) gives its code and
               // sentences
    vote_unknown,
    vote_already_open,
    persons_missing,
    person_twice,
    person_outside_campaign,
    chair_unknown,
    trustees_number,
    trustee_twice,
    threshold_invalid,
    trustee_on_list,
    slips_number,
    slips_registered,
    credentials_number,
    attendance_order,
    attendance_over_slips,
    attendance_shrinks,
    not_the_chair,
    not_your_step,
    message_differs,
    drill_unknown,
    drill_failed,
    keys_missing,
    drill_missing,
    slips_missing,
    attendance_missing,
    no_quorum,
    vote_not_open,
    vote_closed,
    too_few_ballots,
    too_few_counted,
    collected_over_issued,
    vote_not_closed,
    shares_missing,
    vote_not_counted,
    vote_counted,
    election_unknown,
    ballot_unknown,
    ballot_too_large,
};

struct Refusal {
    Refusal(Reason r) : reason(r) {}
    Refusal(Reason r, std::map<std::string, std::string> d) : reason(r), details(std::move(d)) {}
    Refusal(const Rejection& r) : reason(Reason::rejected), rejected(r.reason) {
        if (!r.where.empty()) details = {{"where", r.where}};
    }
    Reason reason;
    std::optional<Reject> rejected;              // with Reason::rejected
    std::map<std::string, std::string> details;  // {"field":"login"}; never what a person wrote in confidence
    bool operator==(const Refusal&) const = default;
};

struct ReasonText {
    std::string_view code, vi, en;
};
ReasonText describe(Reason reason);
ReasonText describe(const Refusal& refusal);

// Every reason once, in the order above; for tests and documents.
std::vector<Reason> all_reasons();

// What an app function gives: `Outcome<Account> create_account(…)`, `return Refusal(Reason::login_taken);`
template <class T>
class [[nodiscard]] Outcome : public Result<T, Refusal> {
public:
    using Result<T, Refusal>::Result;
    Outcome(Refusal r) : Result<T, Refusal>(Refused<Refusal>{std::move(r)}) {}
    Outcome(Reason r) : Outcome(Refusal(r)) {}
    Outcome(const Rejection& r) : Outcome(Refusal(r)) {}
};
template <>
class [[nodiscard]] Outcome<void> : public Result<void, Refusal> {
public:
    Outcome() = default;
    Outcome(Refusal r) : Result<void, Refusal>(Refused<Refusal>{std::move(r)}) {}
    Outcome(Reason r) : Outcome(Refusal(r)) {}
    Outcome(const Rejection& r) : Outcome(Refusal(r)) {}
};

}  // namespace minhtin
