#include "server/app/demo.h"

#include <algorithm>
#include <array>

#include "server/app/accounts.h"
#include "server/app/ask_remarks.h"
#include "server/app/campaigns.h"
#include "server/app/demo_people.h"
#include "server/app/demo_statements.h"
#include "server/app/import_people.h"
#include "server/app/residence_requests.h"
#include "server/app/setup.h"
#include "server/app/submit_remark.h"

namespace minhtin {
namespace {

constexpr std::array accounts{
    DemoAccount{"quantri", "che-xanh-mua-ha-01", "Quản trị Thử", "quản trị: tài khoản, sao lưu"},
    DemoAccount{"vanphong", "hoa-sen-trang-ao-02", "Văn phòng Thử",
                "văn phòng: nhập danh sách, lập đợt, xin nhận xét, chuẩn bị lấy phiếu"},
    DemoAccount{"chutri", "cau-go-ben-song-03", "Chủ trì Thử", "cấp ủy: chủ trì, mở và đóng lấy phiếu"},
    DemoAccount{"capuy", "mua-phun-sang-som-04", "Cấp ủy viên Thử", "cấp ủy: xem kết quả, hồ sơ"},
    DemoAccount{"noicutru1", "dong-lua-chin-vang-05", "Cấp ủy cư trú Thử Một",
                "cấp ủy nơi cư trú, Phường Mẫu Đông"},
    DemoAccount{"noicutru2", "rang-tre-dau-lang-06", "Cấp ủy cư trú Thử Hai",
                "cấp ủy nơi cư trú, Phường Mẫu Tây"},
    DemoAccount{"kiemtra", "trang-ram-thang-bay-07", "Kiểm tra Thử", "ủy ban kiểm tra: xem, không sửa"},
    DemoAccount{"dangvien1", "cay-da-gieng-nuoc-08", "Trần Thị Thử Hai",
                "đảng viên: tự kiểm điểm, xem hồ sơ của mình"},
};

const DemoAccount& demo(std::string_view login) {
    const auto found = std::ranges::find(accounts, login, &DemoAccount::login);
    ENSURE(found != accounts.end());
    return *found;
}

// In demo data nothing is refused; a refusal is our mistake.
template <class T>
T must(Outcome<T> outcome) {
    ENSURE(static_cast<bool>(outcome));
    return std::move(*outcome);
}

Actor make_account(App& app, std::string_view login, Roles roles, std::optional<std::string> person_id = {},
                   std::optional<std::string> committee_id = {}) {
    const DemoAccount& wanted = demo(login);
    Actor actor;
    actor.account = must(create_account(app, {.login = std::string(wanted.login),
                                              .name = std::string(wanted.name),
                                              .roles = roles,
                                              .password = std::string(wanted.password),
                                              .person_id = std::move(person_id),
                                              .residence_committee_id = std::move(committee_id)}));
    return actor;
}

void make_operator(App& app) {
    const auto token = new_setup_token(app.registry, app.random);
    ENSURE(token);
    const DemoAccount& first = demo("quantri");
    must(set_up(app, {.token = *token,
                      .login = std::string(first.login),
                      .name = std::string(first.name),
                      .password = std::string(first.password),
                      .organisation = "Đảng bộ Cơ quan Mẫu (dữ liệu thử)"}));
}

std::string person_id(const App& app, std::string_view code) {
    const auto person =
        app.registry.read([&](const RegistryTables& t) { return t.people->person_by_code(code); });
    ENSURE(person);
    return person->id;
}

std::string committee_in(const App& app, std::string_view ward) {
    for (const ResidenceCommittee& c :
         app.registry.read([](const RegistryTables& t) { return t.people->committees(); })) {
        if (c.ward == ward) return c.id;
    }
    bug("a ward without a committee", __FILE__, __LINE__);
}

FilledForm remark_of_the_demo() {
    const auto fair = [](const char* note) { return NotedChoice{"fair", note}; };
    const auto good = [](const char* note) { return NotedChoice{"good", note}; };
    return {{"period", std::string("Cả năm")},
            {"law", good("")},
            {"duties", good("")},
            {"meetings", fair("Vắng một buổi có lý do.")},
            {"meetings-invited", std::int64_t{4}},
            {"meetings-attended", std::int64_t{3}},
            {"opinions", fair("")},
            {"contact", good("Giữ liên hệ thường xuyên với chi bộ.")},
            {"movements", good("")},
            {"example", good("")},
            {"general", std::string("Gương mẫu ở nơi cư trú, hòa nhã với bà con (nội dung thử).")},
            {"level", std::string("good")}};
}

FilledForm self_review_of_the_demo() {
    const auto text = [](const char* t) { return std::string(t); };
    return {{"ethics", text("Giữ gìn phẩm chất, chấp hành kỷ luật (nội dung thử).")},
            {"ethics-grade", text("good")},
            {"duties", text("Hoàn thành các việc được giao đúng hạn (nội dung thử).")},
            {"duties-grade", text("good")},
            {"pledge", text("Đã thực hiện cam kết đầu năm.")},
            {"shortcomings", text("Còn chậm trong một việc phối hợp.")},
            {"remedied", text("Hạn chế năm trước đã khắc phục xong.")},
            {"direction", text("Lập kế hoạch theo tuần, báo cáo sớm khi vướng.")},
            {"rating-member", text("good")}};
}

// Five are asked, one is exempt, one has answered.
void ask_and_answer(App& app, const Actor& office, const Actor& residence, const std::string& campaign_id,
                    Day today) {
    std::vector<RemarkWish> wishes;
    for (const char* code : {"DT01", "DT02", "DT03", "DT04", "DT05"})
        wishes.push_back({person_id(app, code), {}});
    wishes.push_back(
        {person_id(app, "DT06"), Exemption{ExemptReason::rotated, "Ở nhà công vụ (dữ liệu thử)."}});
    const auto requests = must(ask_remarks(app, office, campaign_id, today.plus_days(14), wishes, today));
    const Signature signature{"Ngô Văn Thử Ký", "Bí thư chi bộ"};
    must(submit_remark(app, residence, requests.front().id, remark_of_the_demo(), signature, today));
}

}  // namespace

std::span<const DemoAccount> demo_accounts() {
    return accounts;
}

void make_demo(App& app, Day today) {
    ENSURE(app.settings.demo);
    if (!setup_needed(app)) return;
    make_operator(app);
    const auto table = read_csv(demo_people);
    ENSURE(static_cast<bool>(table));
    ENSURE(import_people(app, *table, today).written);

    const Actor office = make_account(app, "vanphong", Role::office);
    make_account(app, "chutri", Role::committee);
    make_account(app, "capuy", Role::committee);
    make_account(app, "kiemtra", Role::inspector);
    const Actor first_ward =
        make_account(app, "noicutru1", Role::residence, {}, committee_in(app, "Phường Mẫu Đông"));
    make_account(app, "noicutru2", Role::residence, {}, committee_in(app, "Phường Mẫu Tây"));
    const Actor member = make_account(app, "dangvien1", Role::member, person_id(app, "DT02"));

    const std::string year = std::to_string(today.year());
    const auto units = app.registry.read([](const RegistryTables& t) { return t.people->units(); });
    NewCampaign wanted{"Kiểm điểm, xếp loại năm " + year + " (dữ liệu thử)", today.year(), units.front().id,
                       "96-qd-tw", today.plus_days(14)};
    const CampaignView campaign = must(start_campaign(app, wanted, today));
    wanted.name = "Lấy phiếu tín nhiệm hằng năm " + year + " (dữ liệu thử)";
    wanted.profile = "06-qd-duk";
    must(start_campaign(app, wanted, today));
    ask_and_answer(app, office, first_ward, campaign.campaign.id, today);
    must(submit_self_review(app, member, campaign.campaign.id, self_review_of_the_demo(), today));
    state_demo_facts(app, office, campaign.campaign.id, today);
}

}  // namespace minhtin
