// The part of a vote that is not the trustees', for tools_test.py:
//   vote_around_trustees box UUID PROFILE TRUSTEES.json BOX.bel
//       three voters, one of them twice, and the sum; PROFILE is "hardened" or "plain"
//   vote_around_trustees count BOX.bel WHOLE.bel OWNER=SHARE.json...
//       the shares, in this order, and the result
#include <fstream>
#include <iostream>

#include "crypto/credential.h"
#include "tests/ballot/files.h"
#include "tests/ballot/test_election.h"

namespace {

using namespace minhtin;

template <class T>
T must(Result<T, Rejection> result) {
    if (!result)
        throw Bug(std::string(sentence(result.reason().reason).code) + " at " + result.reason().where);
    return std::move(result).value();
}

void write(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

void box(const std::string& uuid, Profile profile, const std::string& trustees, const std::string& path) {
    SeededRandom random("box");
    SetupFiles files;
    files.trustees = trustees;
    const ElectionDescription description{"Bỏ phiếu thử",
                                          "Dữ liệu thử",
                                          uuid,
                                          {{"Nguyễn Văn Thử", {"Cao", "Vừa", "Thấp"}, false, 0, 1}},
                                          {},
                                          {},
                                          {},
                                          profile};
    files.election = encode_election(description, must(Trustees::decode(trustees, profile)).election_key());
    std::vector<SecretString> voters;
    std::vector<Element> known;
    for (int i = 0; i < 3; ++i) {
        voters.push_back(generate_credential(random));
        known.push_back(base(derive_credential(uuid, voters.back())));
    }
    files.credentials = encode_credentials(known);
    std::vector<Step> steps{{EventType::setup, setup_event_data(files)}};
    const Election election = must(Election::open(files));
    RunningTally tally(election);
    auto cast = [&](std::size_t voter, const PlainVote& vote) {
        const std::string bytes = must(make_ballot(election, voters[voter], vote, random));
        steps.push_back({EventType::ballot, {bytes}});
        return must(check_ballot(election, bytes));
    };
    const CheckedBallot first = cast(0, {{0, 0, 1}}), second = cast(1, {{1, 0, 0}}),
                        again = cast(0, {{1, 0, 0}}), third = cast(2, {{0, 1, 0}});
    for (const CheckedBallot* b : {&first, &second, &third}) tally.count(b->credential(), b->choices());
    tally.uncount(first.credential(), first.choices());
    tally.count(again.credential(), again.choices());
    steps.push_back({EventType::end_ballots, {}});
    steps.push_back({EventType::encrypted_tally, {tally.encode(), tally.encode_sized()}});
    write(path, archive_of(steps));
}

void count(const std::string& box, const std::string& path, const std::vector<std::string>& shares) {
    std::vector<Step> steps = steps_of(box);
    const AuditReport report = audit_bytes(box);
    std::vector<CheckedDecryption> decryptions;
    for (const std::string& share : shares) {
        const std::size_t equals = share.find('='), owner = std::stoul(share.substr(0, equals));
        const std::string bytes = contents(share.substr(equals + 1));
        decryptions.push_back(must(check_decryption(*report.election, *report.tally, owner, bytes)));
        steps.push_back({EventType::partial_decryption, {bytes, encode_owned(owner, bytes)}});
    }
    const ResultTable result =
        must(compute_result(*report.election, *report.tally, report.counted, decryptions));
    steps.push_back({EventType::result, {encode_result(result)}});
    write(path, archive_of(steps));
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        if (words.size() == 5 && words[0] == "box")
            box(words[1], words[2] == "plain" ? Profile::version_1 : Profile::hardened, contents(words[3]),
                words[4]);
        else if (words.size() >= 4 && words[0] == "count")
            count(contents(words[1]), words[2], {words.begin() + 3, words.end()});
        else
            return 2;
        return 0;
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
