#include "tests/server/vote/committee.h"

#include <stdexcept>

#include "ballot/archive.h"
#include "ballot/audit.h"
#include "ballot/election.h"
#include "ballot/field.h"
#include "ballot/tally.h"
#include "crypto/credential.h"
#include "crypto/proofs.h"

namespace minhtin::test {
namespace {

template <class T, class E>
T must(Result<T, E> result) {
    if (!result) throw std::runtime_error("refused: " + std::string(sentence(result.reason().reason).code));
    return std::move(*result);
}

}  // namespace

Member::Member(HttpClient http, const std::string& link, Random& random)
    : http_(http),
      bearer_{{"Authorization", "Bearer " + link.substr(link.find('#') + 1)}},
      random_(random),
      seed_(generate_seed(random)) {}

Json Member::look() const {
    return http_.get("/trustee", bearer_).json();
}

Certificates Member::certificates() const {
    const Json view = look();
    std::vector<std::string> messages;
    for (const Json& message : view.at("certificates")) messages.push_back(message.dump());
    return must(Certificates::check({view.at("size"), view.at("threshold")}, messages, Profile::hardened));
}

Answer Member::send_certificate() {
    const Json view = look();
    return post("/trustee/certificate",
                make_certificate(seed_, {view.at("size"), view.at("threshold")}, view.at("index"), random_));
}

Answer Member::send_polynomial() {
    return post("/trustee/polynomial",
                must(make_polynomial(seed_, look().at("index"), certificates(), random_)));
}

Answer Member::send_key() {
    const Json view = look();
    FormedKey key =
        must(form_key(seed_, view.at("index"), certificates(), view.at("vinput").dump(), random_));
    decryption_key_ = std::move(key.decryption_key);
    return post("/trustee/key", key.message);
}

Answer Member::pass_drill() {
    const Json drill = post("/trustee/drill/start", "{}").json();
    const std::string id = drill.at("id");
    const Element alpha = base(Scalar::decode(drill.at("r").get<std::string>()).value());
    const Element factor = *decryption_key_ * alpha;
    const Proof proof = prove_decryption_strongly("drill:" + id, *decryption_key_, alpha, factor, random_);
    const Json answer{
        {"id", id},
        {"factor", factor.encode()},
        {"proof", {{"challenge", proof.challenge.encode()}, {"response", proof.response.encode()}}}};
    return post("/trustee/drill", answer.dump());
}

std::string Member::make_share() const {
    const std::string uuid = look().at("vote").at("uuid");
    const std::string bytes = http_.get("/elections/" + uuid + "/archive.bel").body;
    const MemorySource archive(bytes);
    const AuditReport report = audit(archive, {.threads = 2});
    if (report.rejection) throw std::runtime_error("the archive does not hold");
    std::vector<std::string> setup, tally;
    std::vector<std::string> data;
    ArchiveReader reader = must(ArchiveReader::open(archive));
    while (auto file = must(reader.next())) {
        if (file->kind == ArchiveFile::Kind::data) {
            data.push_back(file->content);
            continue;
        }
        const EventType type = must(decode_event(file->content)).type;
        if (type == EventType::setup) setup = data;
        if (type == EventType::encrypted_tally) tally = data;
        data.clear();
    }
    const Election election = must(Election::open(setup));
    // The audit has compared this sum with the ballots.
    return make_decryption(election, must(decode_tally(election, tally.at(0))), *decryption_key_, random_);
}

Answer Member::send_share() {
    return post("/trustee/share", make_share());
}

}  // namespace minhtin::test
