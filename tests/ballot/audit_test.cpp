// What the audit says of whole archives: the two profiles, the grammar, counts, shares, copies.
#include "ballot/audit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "ballot/ballot_json.h"
#include "crypto/credential.h"
#include "crypto/hash.h"
#include "tests/ballot/json_edit.h"
#include "tests/ballot/test_election.h"
#include "tests/support/small_order.h"

namespace minhtin {
namespace {

ElectionPlan plan_v1() {
    ElectionPlan plan;
    plan.profile = Profile::version_1;
    return plan;
}

const TestElection& version_1() {
    static const TestElection made = make_test_election(plan_v1());
    return made;
}
const TestElection& hardened() {
    static const TestElection made = make_test_election({});
    return made;
}

// Steps of version_1(): 0 Setup, 1-3 ballots, 4 EndBallots, 5 EncryptedTally, 6-8 decryptions, 9 Result.
constexpr std::size_t end = 4, tally = 5, first_share = 6, result = 9;

std::vector<Step> changed(const TestElection& made, std::size_t step, std::size_t data, std::string content) {
    std::vector<Step> steps = made.steps;
    steps[step].data[data] = std::move(content);
    return steps;
}

// A change of a file that setup_data names.
std::vector<Step> setup_changed(const TestElection& made, std::size_t file, std::string content) {
    std::vector<Step> steps = changed(made, 0, file, std::move(content));
    auto& data = steps[0].data;
    data[3] = encode_setup_data({data[0], data[1], data[2], {}});
    return steps;
}

// A change of a share, with the message that says whose it is.
std::vector<Step> share_changed(const TestElection& made, std::size_t owner, std::string content) {
    std::vector<Step> steps = made.steps;
    steps[first_share + owner - 1].data = {content, encode_owned(owner, content)};
    return steps;
}

bool says(const AuditReport& report, std::string_view code, AuditLine::Kind kind) {
    return std::any_of(report.lines.begin(), report.lines.end(),
                       [&](const AuditLine& l) { return l.code == code && l.kind == kind; });
}

std::string plus_one(const std::string& scalar) {
    return (*Scalar::decode(scalar) + Scalar(1)).encode();
}

std::string proof_changed(const std::string& text, const std::string& path) {
    return edited(text, path, [](Json& at) { at = Json(plus_one(*at.as<std::string>())); });
}

TEST(Audit, BothProfilesHoldAndSayWhatIsProved) {
    const AuditReport strict = audit_bytes(hardened().archive());
    ASSERT_FALSE(strict.rejection) << sentence(strict.rejection->reason).code << strict.rejection->where;
    EXPECT_EQ(strict.profile, Profile::hardened);
    EXPECT_EQ(*strict.result, (ResultTable{{0, 1, 1}}));
    EXPECT_EQ(strict.ballots, 3u);
    EXPECT_EQ(strict.counted, 2u);
    EXPECT_TRUE(std::all_of(strict.lines.begin(), strict.lines.end(),
                            [](const AuditLine& l) { return l.kind == AuditLine::Kind::proved; }));
    EXPECT_FALSE(audit_bytes(version_1().archive()).rejection);
}

// Everything that a report says.
std::string told(const AuditReport& report) {
    std::string out;
    for (const AuditLine& l : report.lines)
        out += std::to_string(static_cast<int>(l.kind)) + l.code + l.vi + l.en + '\n';
    if (report.rejection)
        out += std::string(sentence(report.rejection->reason).code) + " " + report.rejection->where + '\n';
    out += report.state.head.value_or("") + " " + std::to_string(report.state.height) + " " + report.uuid +
           " " + report.fingerprint + " " + std::to_string(report.ballots) + " " +
           std::to_string(report.counted) + " " + report.tally_event.value_or("");
    return report.result ? out + encode_result(*report.result) : out;
}

TEST(Audit, ReportsDoNotDependOnThreads) {
    ElectionPlan plan;
    plan.voters = 10;
    plan.votes.clear();
    for (std::size_t i = 0; i < 40; ++i) plan.votes.push_back({i % 10, {{0, 1, 0}}});
    const TestElection made = make_test_election(plan);
    const auto& good = made.steps;

    // Step n holds ballot n.
    using Faults = std::vector<std::pair<std::size_t, std::function<std::string(const std::string&)>>>;
    const auto with_faults = [&](const Faults& faults) {
        auto steps = good;
        for (const auto& [n, change] : faults) steps[n].data[0] = change(steps[n].data[0]);
        return steps;
    };
    const auto signature = [](const std::string& b) { return proof_changed(b, "signature.proof.response"); };
    const auto proof = [](const std::string& b) {
        return proof_changed(b, "answers[0].overall_proof[0].response");
    };
    const auto unreadable = [](const std::string&) { return std::string("{"); };
    const auto huge = [](const std::string& b) { return std::string(16 * b.size(), ' '); };
    const auto first_again = [&](const std::string&) { return good[1].data[0]; };

    auto no_end = with_faults({{38, proof}});
    no_end.erase(no_end.begin() + 41);
    auto twice = with_faults({{12, signature}, {14, proof}});
    twice[13].data.push_back(twice[13].data[0]);
    auto repeated = good;  // that and no other fault
    repeated[13].data.push_back(repeated[13].data[0]);
    struct Case {
        std::string archive, code, where;
        std::uint64_t ballots, events;  // that hold
    };
    const std::string both = archive_of(with_faults({{20, signature}, {23, proof}}));
    const std::vector<Case> cases{
        {archive_of(good), "", "", 40, good.size()},
        {both, "ballot-signature", "ballot 20 ", 19, 20},
        {both + "x", "ballot-signature", "ballot 20 ", 19, 20},  // framing behind them
        {archive_of(with_faults({{1, proof}, {2, unreadable}, {40, signature}})), "ballot-signature-hash",
         "ballot 1 ", 0, 1},
        {archive_of(with_faults({{7, unreadable}, {8, huge}})), "json-syntax", "ballot 7 ", 6, 7},
        {archive_of(with_faults({{6, proof}, {7, huge}})), "ballot-signature-hash", "ballot 6 ", 5, 6},
        {archive_of(with_faults({{30, first_again}, {31, proof}})), "ballot-repeated", "ballot 30 ", 29, 30},
        {archive_of(no_end), "ballot-signature-hash", "ballot 38 ", 37, 38},
        {archive_of(repeated), "archive-repeated", "byte ", 12, 13},
        {archive_of(twice), "ballot-signature", "ballot 12 ", 11, 12},
        {archive_of(good).substr(0, archive_of(good).size() - 700), "archive-truncated", "byte ", 40,
         good.size() - 1},
    };
    for (const Case& c : cases) {
        const AuditReport alone = audit_bytes(c.archive);
        const std::string code =
            alone.rejection ? std::string(sentence(alone.rejection->reason).code) : std::string();
        EXPECT_EQ(code, c.code);
        EXPECT_TRUE(!alone.rejection || alone.rejection->where.starts_with(c.where))
            << alone.rejection->where;
        EXPECT_EQ(alone.ballots, c.ballots);
        EXPECT_EQ(alone.state.height, c.events);
        for (unsigned threads : {2u, 3u, 8u}) EXPECT_EQ(told(audit_bytes(c.archive, threads)), told(alone));
    }
}

TEST(Audit, ProgressGoesToTheEnd) {
    const std::string archive = hardened().archive();
    const MemorySource source(archive);
    std::vector<AuditProgress> steps;
    const auto note = [&](const AuditProgress& now) { steps.push_back(now); };
    ASSERT_FALSE(audit(source, {.threads = 2, .progress = note}).rejection);
    ASSERT_FALSE(steps.empty());
    EXPECT_EQ(steps.back().bytes, archive.size());
    EXPECT_EQ(steps.back().ballots, 3u);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(steps[i].all_bytes, archive.size());
        if (i > 0) {
            EXPECT_LT(steps[i - 1].bytes, steps[i].bytes);
            EXPECT_LE(steps[i - 1].ballots, steps[i].ballots);
        }
    }
}

TEST(Audit, GrammarIsEnforced) {
    auto verdict_of = [](std::vector<Step> steps) { return verdict(archive_of(steps)); };
    const auto& s = version_1().steps;
    auto part = [&](std::initializer_list<std::size_t> order) {
        std::vector<Step> steps;
        for (std::size_t i : order) steps.push_back(s[i]);
        return steps;
    };
    EXPECT_EQ(verdict_of(part({0, 1, 2, 3, 5, 6, 7, 8, 9})), "event-order");  // no EndBallots
    EXPECT_EQ(verdict_of(part({0, 1, 4, 2, 3, 4, 5, 6, 7, 8, 9})),
              "event-order");  // ballots before an extra one
    EXPECT_EQ(verdict_of(part({0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9})), "event-order");  // Setup twice
    EXPECT_EQ(verdict_of(part({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9})), "event-order");  // Result twice
    EXPECT_EQ(verdict_of(part({0, 1, 2, 3, 4, 5, 6, 7, 7, 9})),
              "share-repeated");  // the same decryption twice
    EXPECT_EQ(verdict_of(part({0, 1, 2, 3, 4, 5, 6, 9})), "shares-missing");
    EXPECT_EQ(verdict_of(part({0, 1, 2, 3, 4, 5, 9})), "event-order");
    EXPECT_EQ(verdict_of(part({1, 2, 3, 4})), "event-order");
    EXPECT_EQ(verdict_of(part({0, 1, 2, 1})), "ballot-repeated");
    EXPECT_EQ(verdict_of(part({0, 1, 3, 1})), "ballot-repeated");  // an old ballot of a voter who voted again
    EXPECT_EQ(verdict_of(part({0, 2, 1})), "");
    EXPECT_EQ(verdict_of({}), "archive-empty");
    EXPECT_EQ(verdict(archive_of({s[0]}) + archive_data("{}", 1'795'219'200)), "archive-tail");
}

TEST(Audit, CountsAreCompared) {
    const std::string& sized = version_1().steps[tally].data[1];
    EXPECT_EQ(
        verdict(archive_of(changed(version_1(), tally, 1, with(sized, "num_tallied", Json::integer(3))))),
        "tally-count");
    EXPECT_EQ(
        verdict(archive_of(changed(version_1(), tally, 1, with(sized, "total_weight", Json::integer(3))))),
        "tally-count");
    EXPECT_EQ(
        verdict(archive_of(changed(version_1(), tally, 1, with(sized, "encrypted_tally", sha256_hex("x"))))),
        "tally-name");
    EXPECT_EQ(verdict(archive_of(changed(version_1(), tally, 0, version_1().steps[tally].data[0] + " "))),
              "tally-wrong");
}

TEST(Audit, ResultsAreWhatTheTallyHolds) {
    auto with_result = [](const char* text) {
        return verdict(archive_of(changed(version_1(), result, 0, text)));
    };
    EXPECT_EQ(with_result(R"({"result":[[0,1,1]]})"), "");
    EXPECT_EQ(with_result(R"({"result":[["0",1,1]]})"), "");
    EXPECT_EQ(with_result(R"({"result":[[1,1,0]]})"), "result-wrong");
    EXPECT_EQ(with_result(R"({"result":[[0,1,3]]})"), "result-too-large");
    EXPECT_EQ(with_result(R"({"result":[[0,1]]})"), "result-shape");
    EXPECT_EQ(with_result(R"({"result":[[0,1,1],[]]})"), "result-shape");
    EXPECT_EQ(with_result(R"({"result":[[0,1,-1]]})"), "weight-range");
    // More than the group's order, congruent to the right number.
    EXPECT_EQ(
        with_result(
            R"({"result":[["7237005577332262213973186563042994240857116359379907606001950938285454250989",1,1]]})"),
        "weight-too-large");
}

TEST(Audit, Version1LeavesFreeFormToOthers) {
    const auto& setup = version_1().steps[0].data;
    const std::vector<Step> until_setup{version_1().steps[0]};
    auto spelled = [&](std::size_t file, std::string content) {
        return verdict(archive_of({setup_changed(version_1(), file, content)[0]}));
    };
    std::string spaced = setup[0];
    spaced.insert(1, " ");
    EXPECT_EQ(spelled(0, spaced), "");
    EXPECT_EQ(
        spelled(
            0, edited(setup[0], "",
                      [](Json& j) {
                          std::get<Json::Object>(j.value()).push_back({"language", Json::Array{"vi", "ltr"}});
                      })),
        "");
    EXPECT_EQ(spelled(0, edited(setup[0], "",
                                [](Json& j) {
                                    std::get<Json::Object>(j.value()).push_back({"something", "new"});
                                })),
              "");
    EXPECT_EQ(spelled(0, edited(setup[0], "questions[0]",
                                [](Json& q) {
                                    q = Json::Object{{"type", "Homomorphic"}, {"value", q}};
                                })),
              "");
    EXPECT_EQ(spelled(0, edited(setup[0], "questions[0]",
                                [](Json& q) {
                                    q = Json::Object{{"type", "NonHomomorphic"}, {"value", q}};
                                })),
              "election-question");
    EXPECT_EQ(spelled(0, with(setup[0], "version", Json::integer(2))), "election-version");
    EXPECT_EQ(spelled(0, with(setup[0], "group", "RFC-3526-2048")), "election-group");
    EXPECT_EQ(spelled(0, with(setup[0], "uuid", "short")), "election-uuid");
    EXPECT_EQ(
        spelled(0, edited(setup[0], "",
                          [](Json& j) {
                              std::get<Json::Object>(j.value()).push_back({"profile", "minhtin-hardened-9"});
                          })),
        "profile-unknown");
    EXPECT_EQ(spelled(0, edited(setup[0], "",
                                [](Json& j) {
                                    std::get<Json::Object>(j.value()).push_back({"profile", "theirs"});
                                })),
              "");
    // The credentials: weights, order and spelling are free, names are not.
    EXPECT_EQ(spelled(2, edited(setup[2], "",
                                [](Json& j) {
                                    std::swap(std::get<Json::Array>(j.value())[0],
                                              std::get<Json::Array>(j.value())[1]);
                                })),
              "");
    auto first = [&](std::string suffix) {
        return edited(setup[2], "[0]", [&](Json& j) { j = Json(*j.as<std::string>() + suffix); });
    };
    EXPECT_EQ(spelled(2, first(",5")), "");
    EXPECT_EQ(spelled(2, first(",0")), "");
    EXPECT_EQ(spelled(2, first(",05")), "weight-range");
    EXPECT_EQ(spelled(2, first(",1,nguyen")), "credential-entry");
    EXPECT_EQ(spelled(2, first(",,nguyen")), "credential-entry");
    EXPECT_EQ(spelled(2, edited(setup[2], "[0]",
                                [](Json& j) {
                                    std::string s = *j.as<std::string>();
                                    j = Json(std::string(1, 'A') + s.substr(1));
                                })),
              "element-syntax");
}

TEST(Audit, ACredentialsCertificateIsKeptAsData) {
    auto steps = version_1().steps;
    auto& data = steps[0].data;
    const std::string certificate = R"({"anything":"signed elsewhere"})";
    data = setup_event_data({data[0], data[1], data[2], certificate});
    const AuditReport report = audit_bytes(archive_of(steps));
    ASSERT_FALSE(report.rejection);
    EXPECT_TRUE(says(report, "credentials-certificate", AuditLine::Kind::not_proved));
    data[3] += " ";
    EXPECT_EQ(verdict(archive_of(steps)), "setup-data");
    data = version_1().steps[0].data;
    data.insert(data.begin() + 3, certificate);  // there, but not named
    EXPECT_EQ(verdict(archive_of(steps)), "setup-data");
}

TEST(Audit, OneBadShareInAGroupIsIgnoredByVersion1Only) {
    const std::string bad_1 =
        proof_changed(version_1().steps[first_share].data[0], "decryption_proofs[0][0].response");
    const AuditReport report = audit_bytes(archive_of(share_changed(version_1(), 1, bad_1)));
    ASSERT_FALSE(report.rejection);
    EXPECT_TRUE(says(report, "share-ignored", AuditLine::Kind::warning));
    EXPECT_TRUE(report.result);
    // Two bad ones of three leave too few.
    auto steps = share_changed(version_1(), 1, bad_1);
    const std::string bad_2 =
        proof_changed(version_1().steps[first_share + 1].data[0], "decryption_proofs[0][0].response");
    steps[first_share + 1].data = {bad_2, encode_owned(2, bad_2)};
    EXPECT_EQ(verdict(archive_of(steps)), "shares-missing");

    const std::string bad_h =
        proof_changed(hardened().steps[first_share].data[0], "decryption_proofs[0][0].response");
    EXPECT_EQ(verdict(archive_of(share_changed(hardened(), 1, bad_h))), "decryption-proof");
}

TEST(Audit, AShareThatCannotBeReadIsNotIgnored) {
    const std::string& good = version_1().steps[first_share].data[0];
    auto judge = [](const std::string& share) {
        return verdict(archive_of(share_changed(version_1(), 1, share)));
    };
    EXPECT_EQ(judge("{}"), "field-missing");
    EXPECT_EQ(judge("null"), "field-type");
    EXPECT_EQ(judge("hello"), "json-syntax");
    EXPECT_EQ(judge(std::string("\0\1\2", 3)), "json-syntax");
    EXPECT_EQ(judge(""), "json-syntax");
    const char* order = "7237005577332262213973186563042994240857116359379907606001950938285454250989";
    EXPECT_EQ(judge(with(good, "decryption_proofs[0][0].response", Json(std::string(order)))),
              "scalar-syntax");
    // Read, but of the wrong value.
    const std::string other = version_1().steps[first_share + 1].data[0];
    EXPECT_EQ(judge(other), "");
}

TEST(Audit, ABadShareOfASingleTrusteeIsRefused) {
    ElectionPlan plan = plan_v1();
    plan.singles = 1;
    const TestElection made = make_test_election(plan);
    const std::string bad =
        proof_changed(made.steps[first_share].data[0], "decryption_proofs[0][0].response");
    auto steps = share_changed(made, 1, bad);
    EXPECT_EQ(verdict(archive_of(steps)), "decryption-proof");
    steps.pop_back();  // before there is a result as well
    EXPECT_EQ(verdict(archive_of(steps)), "decryption-proof");
}

TEST(Audit, StrongProofsAreDemandedWhereTheyAreAnnounced) {
    auto without = [](const TestElection& made) {
        std::vector<Step> steps = made.steps;
        for (std::size_t owner = 1; owner <= 3; ++owner) {
            const std::string weak = edited(made.steps[first_share + owner - 1].data[0], "",
                                            [](Json& j) { std::get<Json::Object>(j.value()).pop_back(); });
            steps[first_share + owner - 1].data = {weak, encode_owned(owner, weak)};
        }
        return archive_of(steps);
    };
    EXPECT_EQ(verdict(without(hardened())), "strong-proof-missing");
    const AuditReport report = audit_bytes(without(version_1()));
    EXPECT_FALSE(report.rejection);
    EXPECT_TRUE(says(report, "decryption-not-bound", AuditLine::Kind::not_proved));
    const std::string bad =
        proof_changed(hardened().steps[first_share].data[0], "strong_proofs[0][2].challenge");
    EXPECT_EQ(verdict(archive_of(share_changed(hardened(), 1, bad))), "strong-proof");
    // Another trustee's share under one's own number.
    EXPECT_EQ(verdict(archive_of(share_changed(hardened(), 1, hardened().steps[first_share + 1].data[0]))),
              "decryption-proof");
    EXPECT_EQ(verdict(archive_of(changed(hardened(), first_share, 1,
                                         encode_owned(4, hardened().steps[first_share].data[0])))),
              "share-owner");
    EXPECT_EQ(verdict(archive_of(changed(hardened(), first_share, 1,
                                         encode_owned(0, hardened().steps[first_share].data[0])))),
              "share-owner");
    EXPECT_EQ(verdict(archive_of(changed(hardened(), first_share, 1, encode_owned(1, "x")))), "share-name");
}

TEST(Audit, TrusteesAreCheckedWhole) {
    const std::string& trustees = version_1().steps[0].data[1];
    auto spelled = [&](std::string content) {
        return verdict(archive_of({setup_changed(version_1(), 1, content)[0]}));
    };
    EXPECT_EQ(spelled(trustees), "");
    EXPECT_EQ(spelled(proof_changed(trustees, "[0][1].certs[0].signature.response")),
              "certificate-signature");
    EXPECT_EQ(spelled(proof_changed(trustees, "[0][1].coefexps[2].signature.response")),
              "coefficients-signature");
    EXPECT_EQ(spelled(proof_changed(trustees, "[0][1].signatures[1].response")), "certificates-signature");
    EXPECT_EQ(spelled(proof_changed(trustees, "[0][1].verification_keys[1].pok.response")), "trustee-proof");
    EXPECT_EQ(spelled(proof_changed(trustees, "[0][1].verification_keys[1].signature.response")),
              "verification-key-signature");
    EXPECT_EQ(spelled(edited(trustees, "[0][1].verification_keys",
                             [](Json& j) {
                                 auto& k = std::get<Json::Array>(j.value());
                                 std::swap(k[0], k[1]);
                             })),
              "verification-key");
    EXPECT_EQ(spelled(edited(trustees, "[0][1].certs",
                             [](Json& j) {
                                 auto& k = std::get<Json::Array>(j.value());
                                 std::swap(k[0], k[1]);
                             })),
              "certificate-context");
    EXPECT_EQ(spelled(edited(trustees, "[0][1].certs",
                             [](Json& j) { std::get<Json::Array>(j.value()).pop_back(); })),
              "ceremony-size");
    EXPECT_EQ(spelled(with(trustees, "[0][1].threshold", Json::integer(3))), "certificate-context");
    EXPECT_EQ(spelled(with(trustees, "[0][1].threshold", Json::integer(0))), "trustees-threshold");
    EXPECT_EQ(spelled(with(trustees, "[0][1].threshold", Json::integer(4))), "trustees-threshold");
    EXPECT_EQ(spelled(with(trustees, "[0][0]", "Other")), "trustees-kind");
    EXPECT_EQ(spelled("[]"), "trustees-kind");
    // A key more than the election's.
    SeededRandom random("one more");
    const std::string more = write_json(Json::Array{
        Json::Array{"Single", trustee_key_json(make_trustee_key(SecretScalar::random(random), {}, random))}});
    EXPECT_EQ(spelled(trustees.substr(0, trustees.size() - 1) + "," + more.substr(1)), "election-key");
}

TEST(Audit, AnOlderCopyMustBeTheBeginning) {
    const std::string whole = hardened().archive();
    const auto& s = hardened().steps;
    const std::string old = archive_of({s.begin(), s.begin() + 3});
    auto compare = [](std::string_view now, std::string_view earlier) {
        const MemorySource a(now), b(earlier);
        const AuditReport report = audit(a, {1, &b});
        return report.rejection ? std::string(sentence(report.rejection->reason).code) : "";
    };
    EXPECT_EQ(compare(whole, old), "");
    EXPECT_EQ(compare(whole, whole), "");
    EXPECT_EQ(compare(old, whole), "not-a-continuation");
    EXPECT_EQ(compare(whole, archive_of({s[0], s[2]})), "not-a-continuation");
    EXPECT_EQ(compare(whole, old.substr(0, 1024)), "not-a-continuation");  // not after an event
    EXPECT_EQ(compare(whole, ""), "not-a-continuation");
}

TEST(Audit, WeightsBlankVotesAndMixedTrustees) {
    ElectionPlan plan;
    plan.singles = 2;
    plan.size = 5;
    plan.threshold = 3;
    plan.questions = {{"Nguyễn Văn Thử", {"Có", "Không"}, true, 1, 2},
                      {"Trần Thị Mẫu", {"A", "B", "C"}, false, 1, 2}};
    plan.weights = {5, 0, 2'000'000'000};
    plan.votes = {{0, {{1, 0, 0}, {1, 0, 1}}}, {1, {{0, 1, 1}, {1, 0, 0}}}, {2, {{0, 1, 0}, {0, 1, 0}}}};
    plan.shares = {1, 2, 4, 5, 7, 6};
    for (Profile profile : {Profile::hardened, Profile::version_1}) {
        plan.profile = profile;
        // Too many for the logarithm's table, so only the last voter's weight of 2·10^9 needs 44722 steps.
        const AuditReport report = audit_bytes(make_test_election(plan).archive());
        ASSERT_FALSE(report.rejection) << sentence(report.rejection->reason).code << report.rejection->where;
        EXPECT_EQ(encode_result(*report.result), R"({"result":[[5,"2000000000",0],[5,"2000000000",5]]})");
    }
}

}  // namespace
}  // namespace minhtin
