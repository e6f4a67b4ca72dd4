#pragma once
// A small organisation with a campaign, brought in by the app's own functions: three people, two residence
// committees, one account for each role.
#include "server/app/ask_remarks.h"
#include "server/app/campaigns.h"
#include "server/app/file_entries.h"
#include "server/app/import_people.h"
#include "server/app/read_record.h"
#include "server/app/residence_requests.h"
#include "server/app/submit_remark.h"
#include "server/store/sqlite.h"
#include "tests/server/support/test_app.h"

namespace minhtin::test {

extern const char* const small_list;  // T1, T2 live in "Phường Mẫu", T3 in "Xã Mẫu", T4 nowhere

struct World {
    World();
    std::string person(std::string_view code) const;
    std::string committee(std::string_view ward) const;
    // Asks for a remark on one person, due in ten days, and gives the request.
    RemarkRequest ask(std::string_view code);
    RatingFile file(std::string_view code) const;
    std::vector<EntryRow> rows(std::string_view code) const;
    // The file of the registry, opened beside the program.
    sql::Database beside() const;

    TestApp test;
    App& app;
    Day today;
    std::string campaign;
    Actor office, committee_member, inspector, operator_, first_ward, second_ward, member;  // member is T1
};

// A filled form of the residence remark.
FilledForm a_remark(const std::string& general = "Gương mẫu ở nơi cư trú thử.");
FilledForm a_self_review();
inline const Signature signature{"Người Ký Thử", "Bí thư chi bộ"};

// The code of a refusal, "" when there is none.
template <class T>
std::string code_of(const Outcome<T>& outcome) {
    return outcome ? "" : std::string(describe(outcome.reason().reason).code);
}

}  // namespace minhtin::test
