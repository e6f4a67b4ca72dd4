#include "tests/ballot/test_election.h"

#include <map>

#include "crypto/credential.h"
#include "crypto/hash.h"

namespace minhtin {
namespace {

template <class T>
T must(Result<T, Rejection> result) {
    if (!result)
        throw Bug(std::string(sentence(result.reason().reason).code) + " at " + result.reason().where);
    return std::move(result).value();
}

// All six steps of the ceremony, each party with what it would have.
ThresholdGroup run_ceremony(const ElectionPlan& plan, TestElection& made, Random& random) {
    const CeremonySize size{plan.size, plan.threshold};
    std::vector<std::string> messages;
    for (std::size_t i = 1; i <= size.size; ++i) {
        made.seats.push_back({generate_seed(random), ""});
        messages.push_back(make_certificate(made.seats.back().seed, size, i, random));
    }
    const Certificates certificates = must(Certificates::check(size, messages, Profile::hardened));
    std::vector<CheckedPolynomial> polynomials;
    for (std::size_t i = 1; i <= size.size; ++i) {
        const std::string message = must(make_polynomial(made.seats[i - 1].seed, i, certificates, random));
        polynomials.push_back(must(check_polynomial(certificates, i, message)));
    }
    std::vector<CheckedKey> keys;
    for (std::size_t i = 1; i <= size.size; ++i) {
        FormedKey formed =
            must(form_key(made.seats[i - 1].seed, i, certificates, make_vinput(polynomials, i), random));
        keys.push_back(must(check_key(certificates, polynomials, i, formed.message)));
        made.seats[i - 1].private_key = keys.back().private_key;
        made.keys.push_back(std::move(formed.decryption_key));
    }
    return assemble_group(certificates, polynomials, keys);
}

}  // namespace

std::string archive_of(const std::vector<Step>& steps, std::uint64_t timestamp) {
    std::string archive = archive_start(timestamp);
    BoardEvent event;
    for (const Step& step : steps) {
        event.type = step.type;
        event.payload.reset();
        for (const std::string& content : step.data) {
            archive += archive_data(content, timestamp);
            event.payload = sha256_hex(content);
        }
        const std::string bytes = encode_event(event);
        archive += archive_event(bytes, timestamp);
        event.parent = sha256_hex(bytes);
        ++event.height;
    }
    return archive;
}

std::vector<Step> steps_of(std::string_view archive) {
    const MemorySource source(archive);
    ArchiveReader reader = must(ArchiveReader::open(source));
    std::vector<Step> steps;
    std::vector<std::string> data;
    while (auto file = must(reader.next())) {
        if (file->kind == ArchiveFile::Kind::data) {
            data.push_back(std::move(file->content));
        } else {
            steps.push_back({must(decode_event(file->content)).type, std::exchange(data, {})});
        }
    }
    return steps;
}

AuditReport audit_bytes(std::string_view archive, unsigned threads) {
    const MemorySource source(archive);
    return audit(source, {threads, nullptr});
}

std::string verdict(std::string_view archive) {
    const AuditReport report = audit_bytes(archive);
    return report.rejection ? std::string(sentence(report.rejection->reason).code) : "";
}

Election TestElection::open() const {
    return must(Election::open(files));
}

TestElection make_test_election(const ElectionPlan& plan) {
    SeededRandom random(plan.seed);
    TestElection made;
    std::vector<TrusteeItem> trustees;
    Element key;
    for (std::size_t i = 0; i < plan.singles; ++i) {
        made.keys.push_back(SecretScalar::random(random));
        trustees.emplace_back(make_trustee_key(made.keys.back(), {}, random));
        key = key + base(made.keys.back());
    }
    if (plan.size != 0) trustees.emplace_back(run_ceremony(plan, made, random));
    made.files.trustees = encode_trustees(trustees);
    key = must(Trustees::decode(made.files.trustees, plan.profile)).election_key();

    ElectionDescription description{
        "Bỏ phiếu thử", "Dữ liệu thử", random_base58(random, 14), plan.questions, {}, {}, {}, plan.profile};
    made.files.election = encode_election(description, key);
    std::vector<Element> public_credentials;
    for (std::size_t i = 0; i < plan.voters; ++i) {
        made.credentials.push_back(generate_credential(random));
        public_credentials.push_back(base(derive_credential(description.uuid, made.credentials.back())));
    }
    made.files.credentials = plan.weights.empty() ? encode_credentials(public_credentials)
                                                  : encode_credentials(public_credentials, plan.weights);

    made.steps.push_back({EventType::setup, setup_event_data(made.files)});
    const Election election = made.open();
    std::vector<std::string> ballots;
    for (const auto& [voter, vote] : plan.votes) {
        ballots.push_back(must(make_ballot(election, made.credentials[voter], vote, random)));
        made.steps.push_back({EventType::ballot, {ballots.back()}});
    }
    for (Step& step : count_steps(made, election, ballots, plan.shares, random))
        made.steps.push_back(std::move(step));
    return made;
}

std::vector<Step> count_steps(const TestElection& made, const Election& election,
                              const std::vector<std::string>& ballots, const std::vector<std::size_t>& shares,
                              Random& random) {
    RunningTally tally(election);
    std::map<std::size_t, CheckedBallot> last;
    for (const std::string& bytes : ballots) {
        CheckedBallot ballot = must(check_ballot(election, bytes));
        const auto earlier = last.find(ballot.credential());
        if (earlier != last.end()) tally.uncount(ballot.credential(), earlier->second.choices());
        tally.count(ballot.credential(), ballot.choices());
        last.insert_or_assign(ballot.credential(), std::move(ballot));
    }
    std::vector<Step> steps{{EventType::end_ballots, {}},
                            {EventType::encrypted_tally, {tally.encode(), tally.encode_sized()}}};

    std::vector<std::size_t> owners = shares;
    for (std::size_t i = 1; shares.empty() && i <= made.keys.size(); ++i) owners.push_back(i);
    std::vector<CheckedDecryption> decryptions;
    for (std::size_t owner : owners) {
        const std::string bytes = make_decryption(election, tally.sum(), made.keys[owner - 1], random);
        decryptions.push_back(must(check_decryption(election, tally.sum(), owner, bytes)));
        steps.push_back({EventType::partial_decryption, {bytes, encode_owned(owner, bytes)}});
    }
    const ResultTable result = must(compute_result(election, tally.sum(), tally.weight(), decryptions));
    steps.push_back({EventType::result, {encode_result(result)}});
    return steps;
}

}  // namespace minhtin
