// The use of the key: the drill before the vote opens, and the count.
#include <algorithm>
#include <iostream>
#include <thread>

#include "ballot/audit.h"
#include "ballot/election.h"
#include "ballot/field.h"
#include "ballot/json.h"
#include "ballot/tally.h"
#include "ballot/tools/file_source.h"
#include "ballot/tools/files.h"
#include "ballot/tools/printable.h"
#include "ballot/tools/trustee_state.h"
#include "ballot/tools/trustee_steps.h"
#include "crypto/elgamal.h"
#include "crypto/random.h"

namespace minhtin {
namespace {

// 16 Base58 characters; what is proved is about "drill:ID", which is no election's fingerprint.
bool is_drill_id(const std::string& id) {
    return id.size() == 16 && is_election_uuid(id);
}

AuditReport checked_archive(const Options& options) {
    const FileSource archive(options["archive"]);
    AuditReport report = audit(archive, {std::max(1u, std::thread::hardware_concurrency()), nullptr});
    for (const AuditLine& line : report.lines)
        std::cerr << line.code << ": " << printable(line.vi) << " / " << printable(line.en) << '\n';
    if (report.rejection) throw Refusal{*report.rejection};
    return report;
}

// In groups of four, as the pages show it.
std::string grouped(const std::string& hex) {
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 4) out += (i ? " " : "") + hex.substr(i, 4);
    return out;
}

}  // namespace

// The test value is g^r with an r that the server must know: what comes out it could compute itself, so that
// a drill never opens a ballot.
void drill(const Options& options) {
    struct Challenge {
        std::string id;
        Scalar r;
    };
    const Challenge challenge = must(read_document(read_file(options["challenge"]), [](Field f) {
        const Scalar r = f["r"].scalar();
        if (r.is_zero() || r == Scalar(1)) f["r"].refuse(Reject::scalar_syntax);
        if (!is_drill_id(f["id"].text())) f["id"].refuse(Reject::field_type);
        return Challenge{f["id"].text(), r};
    }));
    const State state = read_state(options["state"]);
    if (!state.trustees) throw Refusal{{Reject::field_missing, "trustees"}};
    const Trustees trustees = must(Trustees::decode(*state.trustees, Profile::hardened));
    const KeyFile key = complete_key(options);
    require_same_seat(key.label, state);
    require_own_place(key, trustees);
    const SecretScalar& secret = *key.secrets.decryption_key;
    SystemRandom random;
    const Element alpha = base(challenge.r), factor = secret * alpha;
    const Proof proof = prove_decryption_strongly("drill:" + challenge.id, secret, alpha, factor, random);
    deliver(options, write_json(Json::Object{
                         {"id", challenge.id}, {"factor", factor.encode()}, {"proof", proof_json(proof)}}));
}

void check(const Options& options) {
    checked_archive(options);
}

void share(const Options& options) {
    const AuditReport report = checked_archive(options);
    if (!report.tally) throw Refusal{{Reject::event_order, "there is no encrypted tally yet"}};
    if (report.profile != Profile::hardened && !options.has("plain"))
        throw Refusal{{Reject::profile_plain, "--plain"}};
    if (!options.has("few") && report.counted < fewest_ballots)
        throw Refusal{{Reject::too_few_ballots, std::to_string(report.counted) + ", --few"}};
    // Another archive that holds too, with ballots left out, would be opened as readily: this is where
    // members see that all of them count the same box.
    std::cerr << "\nPhiếu được đếm / ballots that count: " << report.counted
              << "\nDấu của hòm phiếu / mark of the box:   " << grouped(*report.tally_event) << '\n';
    if (!options.has("yes") &&
        !confirm("Số này và dấu này giống với máy của chủ trì? / The same as on the chair's page? (có/yes) "))
        throw Refusal{{Reject::box_not_confirmed, ""}};
    const KeyFile key = complete_key(options);
    if (key.label.election != report.uuid) throw Refusal{{Reject::key_file_other, "election"}};
    require_own_place(key, report.election->trustees());
    SystemRandom random;
    deliver(options, make_decryption(*report.election, *report.tally, *key.secrets.decryption_key, random));
}

}  // namespace minhtin
