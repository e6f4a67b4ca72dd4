// Plays a whole confidence vote at a fresh server and writes what was said, one JSON object a line:
// {"method","path","body","status","content_type","answer"}. tests/server/http/openapi_test.py holds it to
// the description of the API.
//
//   recorded_vote FILE
#include <cstdio>
#include <fstream>

#include "crypto/hash.h"
#include "tests/server/vote/server_process.h"
#include "tests/server/vote/story.h"

namespace minhtin::test {
namespace {

class RecordedVote {
public:
    explicit RecordedVote(std::ofstream file) : file_(std::move(file)) {}

    void play() {
        story_.set_up(server_.setup_token());
        story_.arrange(
            {.profile = "96-qd-tw", .posts = {"Trưởng ban Mẫu", "Phó ban Mẫu"}, .slips = 6, .summoned = 6});
        story_.invite_members();
        look();
        for (std::size_t i = 1; i <= 3; ++i) expect(200, story_.member(i).send_certificate(), "certificate");
        look();
        expect(200, story_.office("POST", vote("/ceremony/reset")), "reset");
        story_.make_keys();
        look();
        story_.pass_drills();
        story_.register_slips();
        look_at_slips();
        story_.attend();
        look();
        story_.open();
        cast();
        look();
        story_.close();
        expect(409, story_.chair("POST", vote("/finish")), "finish without shares");
        look();
        story_.count({1, 3});
        look();
        story_.archive();
        expect(200, story_.office("GET", vote("/result")), "result");
        expect(200, story_.chair("POST", vote("/record")), "record");
        look();
        for (const std::string& person : story_.persons)
            expect(200, story_.office("GET", "/records/" + story_.campaign + "/" + person),
                   "record of a person");
    }

private:
    std::string vote(const std::string& rest = "") const { return "/votes/" + story_.uuid + rest; }
    std::string election(const std::string& rest = "") const { return "/elections/" + story_.uuid + rest; }

    // What office, public and each member see at this moment; what is not there yet is refused.
    void look() {
        expect(200, story_.office("GET", vote()), "vote");
        expect(200, story_.http().get(election()), "election");
        for (const char* document : {"/election.json", "/credentials.json", "/archive.bel"})
            story_.http().get(election(document));
        for (std::size_t i = 1; i <= 3; ++i) story_.member(i).look();
    }

    void look_at_slips() {
        const Answer invited =
            expect(200, story_.office("POST", vote("/invitations"), {{"target", "slips"}}), "link");
        const std::string link = invited.json().at("link");
        const Headers bearer{{"Authorization", "Bearer " + link.substr(link.find('#') + 1)}};
        expect(200, story_.http().get("/slips", bearer), "slips");
    }

    void cast() {
        const std::string first = story_.ballot(0, {0, -1});
        for (const std::string& ballot :
             {first, first, story_.ballot(0, {1, 2}), story_.ballot(1, {2, 0}), story_.ballot(2, {0, 0}),
              story_.ballot(3, {1, 1}), story_.ballot(4, {0, 2})})
            expect(201, story_.cast(ballot), "cast");
        expect(422, story_.cast("{}"), "cast nothing");
        expect(200, story_.http().get(election("/ballots/" + sha256_hex(first))),
               "a ballot that was replaced");
        expect(404, story_.http().get(election("/ballots/" + sha256_hex("none"))), "no ballot");
    }

    void write(std::string_view method, const std::string& path, std::string_view body,
               const Answer& answer) {
        const auto type = answer.headers.find("content-type");
        const Json line{{"method", method},
                        {"path", path},
                        {"body", body},
                        {"status", answer.status},
                        {"content_type", type == answer.headers.end() ? "" : type->second},
                        {"answer", answer.body}};
        file_ << line.dump() << '\n';
    }

    std::ofstream file_;
    TemporaryFolder folder_;
    ServerProcess server_{folder_.path()};
    SystemRandom random_;
    Story story_{server_.client().recorded_by([this](auto method, auto& path, auto body, auto& answer) {
                     write(method, path, body, answer);
                 }),
                 random_};
};

}  // namespace
}  // namespace minhtin::test

int main(int argc, char** argv) {
    try {
        std::ofstream file(argc == 2 ? argv[1] : "", std::ios::binary);
        file.exceptions(std::ios::failbit | std::ios::badbit);
        minhtin::test::RecordedVote(std::move(file)).play();
        return 0;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "recorded_vote: %s\n", e.what());
        return 1;
    }
}
