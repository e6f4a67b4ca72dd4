#include "tests/server/vote/story.h"

#include <stdexcept>

#include "ballot/archive.h"
#include "crypto/credential.h"
#include "server/domain/csv.h"

namespace minhtin::test {
namespace {

constexpr const char* password = "mười hai ký tự thử";

std::string operator_login() {
    return "quan.tri";
}

std::string two_digits(std::size_t n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
}

}  // namespace

Answer expect(int status, Answer answer, const std::string& what) {
    if (answer.status != status)
        throw std::runtime_error(what + ": " + std::to_string(answer.status) + " " +
                                 answer.body.substr(0, 600));
    return answer;
}

Headers Story::session(const std::string& login) const {
    const Answer answer =
        expect(200, http_.post("/session", Json{{"login", login}, {"password", password}}.dump()), "sign in");
    const std::string cookie = answer.headers.at("set-cookie");
    return {{"Cookie", cookie.substr(0, cookie.find(';'))}, {"X-Minhtin", "1"}};
}

void Story::set_up(const std::string& setup_token) {
    const Json first{{"token", setup_token},
                     {"login", operator_login()},
                     {"name", "Quản trị Mẫu"},
                     {"password", password},
                     {"organisation", "Đảng bộ Mẫu"}};
    expect(201, http_.post("/setup", first.dump()), "setup");
    const Headers admin = session(operator_login());
    const auto account = [&](const char* login, const char* name, const char* role) {
        const Json body{
            {"login", login}, {"name", name}, {"roles", Json::array({role})}, {"password", password}};
        return expect(201, http_.post("/accounts", body.dump(), admin), "account")
            .json()
            .at("id")
            .get<std::string>();
    };
    account("van.phong", "Văn phòng Mẫu", "office");
    chair_id = account("chu.tri", "Chủ trì Mẫu", "committee");
    sign_in();
}

void Story::sign_in() {
    office_ = session("van.phong");
    chair_ = session("chu.tri");
}

Answer Story::office(std::string_view method, const std::string& path, const Json& body) const {
    return http_.request(method, "/api/v1" + path, method == "GET" ? "" : body.dump(), office_);
}

Answer Story::chair(std::string_view method, const std::string& path, const Json& body) const {
    return http_.request(method, "/api/v1" + path, method == "GET" ? "" : body.dump(), chair_);
}

void Story::arrange(const Sheet& sheet) {
    sheet_ = sheet;
    std::string csv = "Mã;Họ và tên;Đơn vị;Chức vụ;Chức vụ chính\r\n";
    for (std::size_t i = 0; i < sheet.posts.size(); ++i) {
        names.push_back("Đại biểu Mẫu " + two_digits(i + 1));
        csv += csv_line({"M" + two_digits(i + 1), names.back(), "Đảng bộ Mẫu", sheet.posts[i], "x"}, ';');
    }
    expect(200, office("POST", "/imports/people", {{"source", "mau.csv"}, {"text", csv}}), "import");
    const std::string unit = office("GET", "/units").json().at("units").at(0).at("id");
    const Json wanted{{"name", "Đợt mẫu"},
                      {"year", 2026},
                      {"root_unit_id", unit},
                      {"profile", sheet.profile},
                      {"remark_due", "2026-12-05"}};
    campaign = expect(201, office("POST", "/campaigns", wanted), "campaign").json().at("id");
    const Json people = office("GET", "/people").json();
    for (const std::string& name : names) {
        for (const Json& person : people.at("people"))
            if (person.at("name") == name) persons.push_back(person.at("id"));
    }
    Json trustees = Json::array();
    for (int i = 1; i <= 3; ++i)
        trustees.push_back(
            {{"name", "Kiểm phiếu viên Mẫu " + std::to_string(i)}, {"post", "Ban kiểm phiếu"}});
    const Json vote{{"name", "Lấy phiếu mẫu"}, {"day", "2026-11-28"},  {"persons", persons},
                    {"chair_id", chair_id},    {"trustees", trustees}, {"threshold", 2},
                    {"slips", sheet.slips}};
    uuid = expect(201, office("POST", "/campaigns/" + campaign + "/votes", vote), "vote").json().at("uuid");
}

void Story::invite_members() {
    members_.clear();
    for (int i = 1; i <= 3; ++i) {
        const Answer answer = expect(
            200, office("POST", "/votes/" + uuid + "/invitations", {{"target", "trustee"}, {"index", i}}),
            "invitation");
        members_.push_back(std::make_unique<Member>(http_, answer.json().at("link"), random_));
    }
}

void Story::make_keys() {
    for (auto& m : members_) expect(200, m->send_certificate(), "certificate");
    for (auto& m : members_) expect(200, m->send_polynomial(), "polynomial");
    for (auto& m : members_) expect(200, m->send_key(), "key");
}

void Story::pass_drills() {
    for (auto& m : members_) expect(200, m->pass_drill(), "drill");
}

void Story::register_slips() {
    const std::string link =
        expect(200, office("POST", "/votes/" + uuid + "/invitations", {{"target", "slips"}}), "invitation")
            .json()
            .at("link");
    const Headers bearer{{"Authorization", "Bearer " + link.substr(link.find('#') + 1)}};
    credentials_.clear();
    Json public_ones = Json::array();
    for (int i = 0; i < sheet_.slips; ++i) {
        const SecretString credential = generate_credential(random_);
        public_ones.push_back(base(derive_credential(uuid, credential)).encode());
        credentials_.push_back(credential.expose());
    }
    expect(201, http_.post("/slips/credentials", Json{{"credentials", public_ones}}.dump(), bearer), "slips");
}

void Story::attend() {
    const Json numbers{{"summoned", sheet_.summoned}, {"present", sheet_.slips}, {"issued", sheet_.slips}};
    expect(200, office("PUT", "/votes/" + uuid + "/attendance", numbers), "attendance");
}

void Story::open() {
    expect(200, chair("POST", "/votes/" + uuid + "/open"), "open");
    const std::string bytes = archive();
    std::vector<std::string> setup;
    const MemorySource source(bytes);
    auto reader = ArchiveReader::open(source);
    for (int i = 0; i < 4; ++i) setup.push_back((*reader->next())->content);
    auto opened = Election::open(setup);
    if (!opened) throw std::runtime_error("the election does not hold");
    election_ = std::make_shared<const Election>(std::move(*opened));
}

void Story::prepare_and_open(const std::string& setup_token, const Sheet& sheet) {
    set_up(setup_token);
    arrange(sheet);
    invite_members();
    make_keys();
    pass_drills();
    register_slips();
    attend();
    open();
}

std::string Story::ballot(std::size_t slip, const Marks& marks, Random& random) const {
    PlainVote vote;
    for (int mark : marks) {
        vote.push_back({0, 0, 0});
        if (mark >= 0) vote.back().at(static_cast<std::size_t>(mark)) = 1;
    }
    auto bytes = make_ballot(*election_, SecretString(std::string(credentials_.at(slip))), vote, random);
    if (!bytes) throw std::runtime_error("no ballot");
    return *bytes;
}

void Story::close() const {
    expect(200, chair("POST", "/votes/" + uuid + "/close"), "close");
}

void Story::count(const std::vector<std::size_t>& members) const {
    for (std::size_t index : members) expect(200, members_.at(index - 1)->send_share(), "share");
    expect(200, chair("POST", "/votes/" + uuid + "/finish"), "finish");
}

}  // namespace minhtin::test
