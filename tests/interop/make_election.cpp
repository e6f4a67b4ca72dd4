// Makes an election with our own code for the interop tests: make_election KIND FOLDER, where KIND is single,
// threshold or mixed. FOLDER/UUID.bel is the archive; FOLDER/setup/UUID.bel the same cut after Setup;
// FOLDER/ballots/N.json its ballots; FOLDER/expected.json the result; FOLDER/credentials.json private
// credentials for more ballots.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "ballot/json.h"
#include "tests/ballot/test_election.h"

namespace {

using namespace minhtin;
namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

ElectionPlan plan_of(const std::string& kind) {
    const Question level{
        "Nguyễn Văn Thử — Tổ trưởng \"A/B\"", {"Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp"}, false, 0, 1};
    const Question blank{"Trần Thị Mẫu — Kế toán", {"Có", "Không"}, true, 1, 2};
    ElectionPlan plan;
    plan.seed = "interop " + kind;
    if (kind == "single") {
        plan.singles = 1;
        plan.size = 0;
        plan.questions = {level};
    } else if (kind == "threshold") {
        plan.shares = {1, 3};
    } else if (kind == "mixed") {
        plan.singles = 2;
        plan.size = 5;
        plan.threshold = 3;
        plan.questions = {level, blank};
        plan.voters = 4;
        plan.weights = {1, 0, 7, 2};
        plan.votes = {{0, {{1, 0, 0}, {0, 1, 1}}},
                      {1, {{0, 0, 0}, {1, 0, 0}}},
                      {2, {{0, 1, 0}, {0, 0, 1}}},
                      {0, {{0, 0, 1}, {1, 0, 0}}}};
        plan.shares = {1, 2, 3, 5, 6, 7};
    } else {
        throw std::invalid_argument("unknown kind " + kind);
    }
    return plan;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "make_election KIND FOLDER\n";
        return 2;
    }
    const fs::path folder = argv[2];
    const TestElection made = make_test_election(plan_of(argv[1]));
    const std::string file = made.open().uuid() + ".bel";
    write(folder / file, made.archive());
    write(folder / "setup" / file, archive_of({made.steps.front()}));
    std::size_t number = 0;
    for (const Step& step : made.steps) {
        if (step.type == EventType::ballot)
            write(folder / "ballots" / (std::to_string(++number) + ".json"), step.data[0]);
    }
    write(folder / "expected.json", made.steps.back().data[0]);
    Json::Array credentials;
    for (const SecretString& c : made.credentials) credentials.push_back(c.expose());
    write(folder / "credentials.json", write_json(credentials));
    return 0;
}
