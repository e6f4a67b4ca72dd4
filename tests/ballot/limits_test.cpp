// How much the verifier takes, and what it takes only in version 1: sizes, numbers, optional parts.
#include <gtest/gtest.h>

#include <algorithm>

#include "ballot/field.h"
#include "crypto/hash.h"
#include "crypto/signature.h"
#include "tests/ballot/json_edit.h"
#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

TestElection made_with(Profile profile, std::size_t singles, std::size_t size) {
    ElectionPlan plan;
    plan.profile = profile;
    plan.singles = singles;
    plan.size = size;
    plan.threshold = size;
    plan.votes = {{0, {{1, 0, 0}}}};
    return make_test_election(plan);
}

// Notes how far an archive was read.
class WatchedSource : public ByteSource {
public:
    explicit WatchedSource(std::string_view bytes) : memory_(bytes) {}
    std::uint64_t size() const override { return memory_.size(); }
    void read(std::uint64_t offset, std::span<char> out) const override {
        furthest = std::max(furthest, offset + out.size());
        memory_.read(offset, out);
    }
    mutable std::uint64_t furthest = 0;

private:
    MemorySource memory_;
};

template <class T>
std::string code(const Result<T, Rejection>& result) {
    return result ? "" : std::string(sentence(result.reason().reason).code);
}

TEST(Limits, BallotsThatAreTooLargeDoNotWaitInMemory) {
    const TestElection made = made_with(Profile::version_1, 1, 0);
    const std::string huge(1u << 20, ' ');
    std::vector<Step> steps{made.steps[0], made.steps[1]};
    const std::size_t right = archive_of(steps).size();
    for (int i = 0; i < 20; ++i) steps.push_back({EventType::ballot, {huge}});
    const std::string archive = archive_of(steps);
    const WatchedSource source(archive);
    const AuditReport report = audit(source, {.threads = 4});
    ASSERT_TRUE(report.rejection);
    EXPECT_EQ(report.rejection->reason, Reject::json_too_large);
    EXPECT_EQ(report.rejection->where, "ballot 2");
    EXPECT_LT(source.furthest, right + 2 * huge.size());
    // A ballot before it that does not hold is told first.
    steps[1].data[0] = edited(steps[1].data[0], "signature.proof.response", [](Json& j) { j = Json("1"); });
    EXPECT_EQ(verdict(archive_of(steps)), "ballot-signature");
}

TEST(Limits, DataThatWaitForTheirEventAreBounded) {
    const std::uint64_t time = 1'795'219'200;
    std::string archive = archive_start(time);
    for (const char c : {'a', 'b'}) archive += archive_data(std::string(40u << 20, c), time);
    EXPECT_EQ(verdict(archive), "archive-too-large");
}

TEST(Limits, Trustees) {
    const std::string single = made_with(Profile::version_1, 1, 0).files.trustees;
    const std::string one = single.substr(1, single.size() - 2);
    const auto many = [&](int n) {
        std::string list = "[" + one;
        for (int i = 1; i < n; ++i) list += "," + one;
        return list + "]";
    };
    EXPECT_EQ(code(Trustees::decode(many(100), Profile::version_1)), "");
    EXPECT_EQ(code(Trustees::decode(many(101), Profile::version_1)), "trustees-threshold");
    EXPECT_EQ(code(Trustees::decode(many(2), Profile::hardened)), "trustee-repeated");

    const std::string group = made_with(Profile::hardened, 0, 2).files.trustees;
    const std::string two = "[" + group.substr(1, group.size() - 2) + "," + group.substr(1);
    EXPECT_EQ(code(Trustees::decode(group, Profile::hardened)), "");
    EXPECT_EQ(code(Trustees::decode(two, Profile::version_1)), "");
    EXPECT_EQ(code(Trustees::decode(two, Profile::hardened)), "trustees-groups");
    EXPECT_EQ(code(Trustees::decode(group + std::string(8u << 20, ' '), Profile::version_1)),
              "json-too-large");
}

TEST(Limits, Weights) {
    const auto read = [](const std::string& weight) {
        return code(read_document(weight, [](Field f) { return f.weight(); }));
    };
    EXPECT_EQ(read("9223372036854775807"), "");
    EXPECT_EQ(read("\"9223372036854775807\""), "");
    EXPECT_EQ(read("9223372036854775808"), "weight-too-large");
    EXPECT_EQ(read("\"9223372036854775808\""), "weight-too-large");
    EXPECT_EQ(read("100000000000000000000000"), "weight-too-large");
    for (const char* malformed : {"-0", "-1", "1.5", "1e3", "\"01\"", "\"\"", "\"-1\"", "null"})
        EXPECT_EQ(read(malformed), "weight-range") << malformed;

    const std::string g = Element::generator().encode(), h = base(Scalar(2)).encode();
    const auto list = [&](const std::string& a, const std::string& b) {
        return code(
            Credentials::decode("[\"" + g + "," + a + "\",\"" + h + "," + b + "\"]", Profile::hardened));
    };
    EXPECT_EQ(list("9223372036854775806", "1"), "");
    EXPECT_EQ(list("9223372036854775807", "1"), "weight-too-large");  // together
    EXPECT_EQ(list("9223372036854775808", "1"), "weight-too-large");
    EXPECT_EQ(list("01", "1"), "weight-range");
}

TEST(Limits, Questions) {
    const std::string plain = made_with(Profile::version_1, 1, 0).files.election;
    const auto judge = [&](const char* path, const Json& value) {
        return code(decode_election(with(plain, path, value)));
    };
    EXPECT_EQ(judge("questions[0].max", Json::integer(1024)), "");
    EXPECT_EQ(judge("questions[0].max", Json::integer(1025)), "question-limits");
    EXPECT_EQ(judge("questions[0].min", Json::integer(1) /* = max */), "");
    EXPECT_EQ(judge("questions[0].answers", Json::Array{}), "election-question");
    EXPECT_EQ(judge("questions[0].min", Json(Json::Number{"-0"})), "field-type");
    // What is null is not there; what nobody knows may be anything.
    const auto more = [&](const std::string& fields) {
        return code(decode_election("{" + fields + "," + plain.substr(1)));
    };
    EXPECT_EQ(more(R"("administrator":null,"language":null,"profile":null)"), "");
    EXPECT_EQ(more(R"("administrator":1)"), "field-type");
    EXPECT_EQ(more(R"("language":["vi",1])"), "field-type");
    EXPECT_EQ(more(R"("profile":{"x":-0})"), "");
    EXPECT_EQ(more(R"("profile":"minhtin-soft")"), "profile-unknown");
    EXPECT_EQ(more("\"x\":" + std::string(31, '[') + std::string(31, ']')), "");
    EXPECT_EQ(more("\"x\":" + std::string(32, '[') + std::string(32, ']')), "json-too-large");
}

// What another server calls "strong_proofs" or "coefexps" is ignored, unless it looks like ours.
TEST(Limits, ForeignFieldsInVersion1) {
    const TestElection made = made_with(Profile::version_1, 1, 2);
    const Election election = made.open();
    const auto sum = decode_tally(election, made.steps[3].data[0]);
    ASSERT_TRUE(sum);
    const std::string share = made.steps[4].data[0];
    const auto judge = [&](const Json& strong) {
        return check_decryption(election, *sum, 1, with(share, "strong_proofs", strong));
    };
    for (const Json& foreign : {Json("text"), Json(Json::Array{}), Json()}) {
        const auto checked = judge(foreign);
        ASSERT_TRUE(checked);
        EXPECT_FALSE(checked->strong());
    }
    const std::string wrong = edited(share, "strong_proofs[0][0].response", [](Json& j) { j = Json("1"); });
    EXPECT_EQ(code(check_decryption(election, *sum, 1, wrong)), "strong-proof");

    const CeremonySize size{2, 2};
    const auto certificate = [&](std::string_view commitment) {
        SeededRandom random("certificate");
        const SecretScalar key = SecretScalar::random(random);
        const std::string x = base(key).encode();
        const std::string message = R"({"context":{"group":"Ed25519","size":2,"threshold":2,"index":1},)"
                                    R"("verification":")" +
                                    x + R"(","encryption":")" + x + R"(","coefexps":)" +
                                    std::string(commitment) + "}";
        return check_certificate(size, 1, write_json(signed_json({message, sign(key, message, random)})),
                                 Profile::version_1);
    };
    const std::string digest = "\"" + sha256_hex("x") + "\"";
    ASSERT_TRUE(certificate(digest));
    EXPECT_TRUE(certificate(digest)->commitment);
    for (const char* foreign : {"\"text\"", "[1]", "null"}) {
        ASSERT_TRUE(certificate(foreign)) << foreign;
        EXPECT_FALSE(certificate(foreign)->commitment);
    }
}

TEST(Limits, IdentityCredentialIsWarnedOf) {
    const TestElection made = made_with(Profile::version_1, 1, 0);
    std::vector<Step> steps{made.steps[0]};
    auto& data = steps[0].data;
    data[2] = "[\"" + Element().encode() + "\"," + data[2].substr(1);
    data[3] = encode_setup_data({data[0], data[1], data[2], {}});
    const AuditReport report = audit_bytes(archive_of(steps));
    EXPECT_FALSE(report.rejection);
    EXPECT_TRUE(std::any_of(report.lines.begin(), report.lines.end(), [](const AuditLine& l) {
        return l.code == "credential-identity" && l.kind == AuditLine::Kind::warning;
    }));
}

}  // namespace
}  // namespace minhtin
