// Archives that belenios-tool made, and tampered ones (tests/vectors): the good hold and give the expected
// result, their private data fit; each bad one is refused for its own reason.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "ballot/ceremony.h"
#include "ballot/field.h"
#include "crypto/credential.h"
#include "tests/ballot/files.h"
#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

namespace fs = std::filesystem;
const fs::path vectors = vectors_folder();

std::vector<fs::path> folders(const char* kind) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(vectors / kind)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<fs::path> files(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == extension) found.push_back(entry.path());
    }
    return found;
}

std::string archive_in(const fs::path& folder) {
    return contents(files(folder, ".bel").at(0));
}

std::string line(const fs::path& path) {
    std::string text = contents(path);
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

TEST(Vectors, GoodArchivesHoldAndGiveTheExpectedResult) {
    const auto all = folders("good");
    ASSERT_EQ(all.size(), 6u);
    for (const fs::path& folder : all) {
        SCOPED_TRACE(folder.filename());
        const AuditReport report = audit_bytes(archive_in(folder), 2);
        ASSERT_FALSE(report.rejection)
            << sentence(report.rejection->reason).code << " " << report.rejection->where;
        ASSERT_TRUE(report.result);
        EXPECT_EQ(encode_result(*report.result), line(folder / "expected.json"));
        EXPECT_EQ(report.profile, Profile::version_1);
        // Version 1 proofs do not bind the ciphertext, and the report says so for every share.
        const auto unbound = std::count_if(report.lines.begin(), report.lines.end(), [](const AuditLine& l) {
            return l.code == "decryption-not-bound" && l.kind == AuditLine::Kind::not_proved;
        });
        EXPECT_GE(unbound, 1);
    }
}

// Its three members chose secrets whose sum is zero: the group guards nothing, the Single key beside it all.
TEST(Vectors, AGroupWhoseCommonKeyIsTheIdentityIsRefusedInTheStricterProfile) {
    const AuditReport report = audit_bytes(contents(vectors / "own" / "group-key-identity.bel"));
    ASSERT_TRUE(report.rejection);
    EXPECT_EQ(sentence(report.rejection->reason).code, "element-identity");
    EXPECT_EQ(report.rejection->where, "trustees: [1]");
}

TEST(Vectors, AShareThatIsNoneIsRefused) {
    const AuditReport report = audit_bytes(contents(vectors / "own" / "share-unreadable.bel"));
    ASSERT_TRUE(report.rejection);
    EXPECT_EQ(sentence(report.rejection->reason).code, "field-type");
}

TEST(Vectors, BadArchivesAreRefusedForTheirOwnReason) {
    const std::map<std::string, std::string> reasons{
        {"b01-proof-byte", "ballot-signature-hash"},
        {"b02-proof-resigned", "overall-proof"},
        {"b03-swapped-ciphertexts", "individual-proof"},
        {"b04-replay-other-credential", "individual-proof"},
        {"b05-unknown-credential", "credential-unknown"},
        {"b08-noncanonical-point", "element-not-canonical"},
        {"b10-upper-case-hex", "element-syntax"},
        {"b11-space-in-ballot", "not-canonical"},
        {"b13-duplicate-credential", "credential-duplicate"},
        {"c01-broken-parent", "event-parent"},
        {"c02-wrong-height", "event-height"},
        {"c03-last-event-twice", "event-parent"},
        {"c04-event-twice", "event-parent"},
        {"c06-dropped-ballot", "tally-wrong"},
        {"c07-truncated", "archive-truncated"},
        {"c09-zero-blocks", "archive-header"},
        {"c10-byte-of-data", "archive-hash"},
        {"d01-wrong-result", "result-wrong"},
        {"d02-wrong-decryption-proof", "decryption-proof"},
        {"d03-wrong-threshold-proof", "shares-missing"},
        {"d06-wrong-proof-no-result", "decryption-proof"},
        {"d08-invented-tally", "tally-wrong"},
        {"e01-wrong-pok", "trustee-proof"},
        {"e03-verification-keys-swapped", "verification-key"},
    };
    const auto all = folders("bad");
    EXPECT_EQ(all.size(), reasons.size());
    for (const fs::path& folder : all) {
        SCOPED_TRACE(folder.filename());
        const auto expected = reasons.find(folder.filename().string());
        ASSERT_NE(expected, reasons.end());
        EXPECT_EQ(verdict(archive_in(folder)), expected->second);
    }
}

// Every beginning that ends after an event is an unfinished election that is right so far; no other beginning
// is.
TEST(Vectors, OnlyBeginningsThatEndAfterAnEventHold) {
    const std::string archive = archive_in(vectors / "good/g01-single-1q");
    const std::vector<Step> steps = steps_of(archive);
    std::vector<std::size_t> ends;
    for (std::size_t n = 1; n <= steps.size(); ++n)
        ends.push_back(
            archive_of({steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(n)}, 1795290149).size());
    ASSERT_EQ(ends.back(), archive.size());
    for (std::size_t length = 0; length <= archive.size(); length += 256) {
        const bool whole = std::find(ends.begin(), ends.end(), length) != ends.end();
        EXPECT_EQ(verdict(archive.substr(0, length)).empty(), whole) << length;
    }
}

TEST(Vectors, PrivateCredentialsGivePublicOnes) {
    for (const fs::path& folder : folders("good")) {
        SCOPED_TRACE(folder.filename());
        const auto election = Election::open(steps_of(archive_in(folder)).front().data);
        ASSERT_TRUE(election);
        const auto json = parse_json(contents(folder / "private_creds.json"));
        ASSERT_TRUE(json);
        std::size_t found = 0;
        for (const Json::Member& m : *json->as<Json::Object>()) {
            const SecretString text{std::string(*m.value.as<std::string>())};
            EXPECT_TRUE(is_credential(text.expose()));
            found +=
                election->credentials().find(base(derive_credential(election->uuid(), text))).has_value();
        }
        EXPECT_EQ(found, election->credentials().size());
    }
}

TEST(Vectors, PrivateKeysAndSealedKeysOpenTheirHolders) {
    std::size_t single = 0, members = 0;
    for (const fs::path& folder : folders("good")) {
        SCOPED_TRACE(folder.filename());
        const std::vector<Step> steps = steps_of(archive_in(folder));
        const auto election = Election::open(steps.front().data);
        ASSERT_TRUE(election);
        std::set<std::string> holders;
        for (const auto& h : election->trustees().holders()) holders.insert(h.key.encode());

        for (const fs::path& file : files(folder, ".privkey")) {
            const auto json = parse_json(line(file));
            ASSERT_TRUE(json);
            const auto key = SecretScalar::decode(*json->as<std::string>());
            ASSERT_TRUE(key);
            EXPECT_TRUE(holders.contains(base(*key).encode()));
            ++single;
        }
        // Written with AES-CCM by 3.0 and with AES-GCM by 3.3.0.
        for (const fs::path& file : files(folder, ".key")) {
            const SecretString seed{line(file)};
            Certificate own;
            own.verification = base(signing_key(seed));
            own.encryption = base(opening_key(seed));
            const auto key = open_private_key(seed, own, line(fs::path(file).replace_extension(".dkey")));
            ASSERT_TRUE(key) << sentence(key.reason().reason).code;
            EXPECT_TRUE(holders.contains(base(*key).encode()));
            ++members;
        }
    }
    EXPECT_EQ(single, 6u);
    EXPECT_EQ(members, 8u);
}

// What the private keys decrypt is the result that is in the archive.
TEST(Vectors, OurOwnCountAgrees) {
    const fs::path folder = vectors / "good/g02-thr23-revotes";
    const std::vector<Step> steps = steps_of(archive_in(folder));
    const auto election = Election::open(steps.front().data);
    ASSERT_TRUE(election);
    const auto tally = decode_tally(*election, steps[8].data.at(0));
    ASSERT_TRUE(tally);
    SeededRandom random("own count");
    std::vector<CheckedDecryption> decryptions;
    auto add = [&](const SecretScalar& key) {
        const auto& holders = election->trustees().holders();
        for (std::size_t owner = 1; owner <= holders.size(); ++owner) {
            if (holders[owner - 1].key != base(key)) continue;
            auto checked =
                check_decryption(*election, *tally, owner, make_decryption(*election, *tally, key, random));
            ASSERT_TRUE(checked);
            EXPECT_TRUE(checked->strong());
            decryptions.push_back(std::move(*checked));
        }
    };
    for (const fs::path& file : files(folder, ".privkey"))
        add(*SecretScalar::decode(*parse_json(line(file))->as<std::string>()));
    for (const fs::path& file : files(folder, ".key")) {
        const SecretString seed{line(file)};
        Certificate own;
        own.verification = base(signing_key(seed));
        add(*open_private_key(seed, own, line(fs::path(file).replace_extension(".dkey"))));
    }
    ASSERT_EQ(decryptions.size(), 4u);
    const auto result = compute_result(*election, *tally, 4, decryptions);
    ASSERT_TRUE(result) << sentence(result.reason().reason).code;
    EXPECT_EQ(encode_result(*result), line(folder / "expected.json"));
}

}  // namespace
}  // namespace minhtin
