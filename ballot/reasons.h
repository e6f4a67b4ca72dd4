#pragma once
// Why something was refused: one closed list for all of ballot/. Codes are stable; people and programs rely
// on them.
#include <string>
#include <string_view>

#include "crypto/result.h"

namespace minhtin {

enum class Reject {
    // What is no JSON, or not the JSON that was expected.
    json_syntax,
    json_duplicate_field,
    json_too_large,
    field_missing,
    field_type,
    not_canonical,
    // Numbers and elements (protocol.md 1).
    element_syntax,
    element_not_canonical,
    element_not_in_group,
    element_identity,
    scalar_syntax,
    weight_range,
    weight_too_large,
    // The archive as a file (protocol.md 4).
    archive_truncated,
    archive_header,
    archive_padding,
    archive_too_large,
    archive_start,
    archive_name,
    archive_hash,
    archive_repeated,
    archive_tail,
    archive_empty,
    not_a_continuation,
    // The chain of events (protocol.md 4).
    event_type,
    event_order,
    event_parent,
    event_height,
    event_data,
    event_payload,
    // Setup (protocol.md 5 and 6).
    setup_data,
    election_version,
    election_group,
    election_uuid,
    election_question,
    question_limits,
    election_key,
    profile_unknown,
    credential_entry,
    credential_duplicate,
    trustees_kind,
    trustees_threshold,
    trustees_groups,
    trustee_repeated,
    trustee_proof,
    certificate_context,
    certificate_signature,
    certificate_commitment,
    coefficients_signature,
    coefficients_commitment,
    certificates_signature,
    verification_key,
    verification_key_signature,
    // Ballots (protocol.md 7 and 8).
    ballot_uuid,
    ballot_election,
    credential_unknown,
    ballot_signature_hash,
    ballot_signature,
    ballot_shape,
    individual_proof,
    overall_proof,
    blank_proof,
    ballot_repeated,
    // Tally, decryption, result (protocol.md 9 and 10).
    tally_wrong,
    tally_name,
    tally_count,
    share_name,
    share_owner,
    share_repeated,
    share_shape,
    decryption_proof,
    strong_proof_missing,
    strong_proof,
    shares_missing,
    shares_inconsistent,
    result_shape,
    result_wrong,
    result_too_large,
    // The making of a common key, and key files (protocol.md 6.1, 6.2).
    ceremony_size,
    not_my_certificate,
    certificates_changed,
    channel_message,
    channel_signature,
    channel_recipient,
    secret_share,
    polynomial_changed,
    key_file_format,
    key_file_passphrase,
    key_file_other,
    profile_plain,
    box_not_confirmed,
    too_few_ballots,
    plain_vote,
};

// A refusal: the reason, and the place ("ballot 3: answers[1].choices[0].alpha"; may be empty).
struct Rejection {
    Reject reason;
    std::string where;
};

// A refusal, to be returned as a Result.
Refused<Rejection> refuse(Reject why, std::string where = "");

// The same refusal, seen from further out: "ballot 3: " + where.
Rejection within(std::string_view outer, Rejection inner);

struct RejectText {
    std::string_view code;  // kebab-case, stable
    std::string_view vi;
    std::string_view en;
};
// Every reason has its own code and both sentences.
RejectText sentence(Reject reason);

}  // namespace minhtin
