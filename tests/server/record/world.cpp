#include "tests/server/record/world.h"

namespace minhtin::test {

const char* const small_list =
    "Mã;Họ và tên;Ngày sinh;Đơn vị;Chức vụ;Chức vụ chính;Cấp ủy nơi cư trú;Phường/xã\n"
    "T1;Nguyễn Văn Thử;1/2/1980;Cơ quan Thử / Phòng Một;Trưởng phòng;x;Chi bộ Thử Một;Phường Mẫu\n"
    "T1;;;Cơ quan Thử;Ủy viên;;;\n"
    "T2;Đặng Thị Thử;;Cơ quan Thử / Phòng Một;;;Chi bộ Thử Một;Phường Mẫu\n"
    "T3;Trần Văn Thử;;Cơ quan Thử / Phòng Hai;;;Chi bộ Thử Hai;Xã Mẫu\n"
    "T4;Lê Thị Thử;;Cơ quan Thử / Phòng Hai;;;;\n";

World::World() : app(test.app), today(test.clock.today()) {
    ENSURE(import_people(app, *read_csv(small_list), today).written);
    const auto units = test.registry->read([](const RegistryTables& t) { return t.people->units(); });
    campaign =
        start_campaign(app, {"Đợt thử", 2026, units.front().id, "96-qd-tw", today.plus_days(20)}, today)
            ->campaign.id;
    office.account = test.add_account("office", Role::office);
    committee_member.account = test.add_account("committee", Role::committee);
    inspector.account = test.add_account("inspector", Role::inspector);
    operator_.account = test.add_account("operator", Role::operator_);
    first_ward.account = test.add_account("ward1", Role::residence, {}, committee("Phường Mẫu"));
    second_ward.account = test.add_account("ward2", Role::residence, {}, committee("Xã Mẫu"));
    member.account = test.add_account("member", Role::member, person("T1"));
}

std::string World::person(std::string_view code) const {
    return test.registry->read([&](const RegistryTables& t) { return t.people->person_by_code(code); })
        .value()
        .id;
}

std::string World::committee(std::string_view ward) const {
    for (const auto& c :
         test.registry->read([](const RegistryTables& t) { return t.people->committees(); })) {
        if (c.ward == ward) return c.id;
    }
    throw std::out_of_range("no committee there");
}

RemarkRequest World::ask(std::string_view code) {
    return ask_remarks(app, office, campaign, today.plus_days(10), {{person(code), {}}}, today)->front();
}

RatingFile World::file(std::string_view code) const {
    return test.registry->read([&](const RegistryTables& t) { return t.files->of(campaign, person(code)); })
        .value();
}

std::vector<EntryRow> World::rows(std::string_view code) const {
    return test.registry->read([&](const RegistryTables& t) { return t.files->entries(file(code).id); });
}

sql::Database World::beside() const {
    return sql::Database(test.folder.path / "registry.db", test_key(2), sql::Database::Mode::existing);
}

FilledForm a_remark(const std::string& general) {
    FilledForm form{{"period", std::string("Cả năm")}};
    for (const char* id : {"law", "duties", "meetings", "opinions", "contact", "movements", "example"}) {
        form.emplace_back(id, NotedChoice{"good", ""});
    }
    form.emplace_back("general", general);
    return form;
}

FilledForm a_self_review() {
    FilledForm form;
    for (const char* id : {"ethics", "duties", "pledge", "shortcomings", "remedied", "direction"}) {
        form.emplace_back(id, std::string("Nội dung thử."));
    }
    for (const char* id : {"ethics-grade", "duties-grade", "rating-member"})
        form.emplace_back(id, std::string("good"));
    return form;
}

}  // namespace minhtin::test
