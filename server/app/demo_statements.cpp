#include "server/app/demo_statements.h"

#include "server/app/state_fact.h"
#include "server/domain/rules/read_input.h"

namespace minhtin {
namespace {

// Of everybody in the two units, so that the base of their caps is sure.
constexpr const char* members[] = {"DT01", "DT02", "DT03", "DT04", "DT05", "DT06",
                                   "DT07", "DT08", "DT09", "DT10", "DT11", "DT12"};
constexpr const char* membership =
    R"({"topic":"membership","says":{"admitted":"2010-05-19","exempt":"no","suspended":"no"}})";

struct Said {
    const char *code, *statement;
};

constexpr Said said[] = {
    {"DT02", R"({"topic":"score","says":{"common":"28","results":"61.996"}})"},
    {"DT02",
     R"({"topic":"tasks","says":{"assigned":"20","done":"20","on_time":"15","late":"5","above":"7","main_missed":"no"}})"},
    {"DT02",
     R"({"topic":"tasks","says":{"assigned":"20","done":"20","on_time":"16","late":"4","above":"7","main_missed":"no"}})"},
    {"DT02", R"({"topic":"shortcomings","says":{"found":"3","fixed":"3"}})"},
    {"DT02", R"({"topic":"discipline","says":{"items":[]}})"},
    {"DT02", R"({"topic":"suggestions","says":{"items":[{"id":"1"}]}})"},
    {"DT02", R"({"topic":"complaints","says":{"items":[{"id":"1","state":"open"}]}})"},
    {"DT02", R"({"topic":"reverification","says":{"done":"no"}})"},
    {"DT02", R"({"topic":"level:proposal","says":{"level":"good"}})"},
    {"DT01", R"({"topic":"level:proposal","says":{"level":"excellent"}})"},
    {"DT03", R"({"topic":"level:proposal","says":{"level":"good"}})"},
    {"DT04", R"({"topic":"level:proposal","says":{"level":"good"}})"},
    {"DT05", R"({"topic":"level:proposal","says":{"level":"good"}})"},
    {"DT06", R"({"topic":"level:proposal","says":{"level":"good"}})"},
    {"DT07", R"({"topic":"level:proposal","says":{"level":"excellent"}})"},
    {"DT08", R"({"topic":"level:proposal","says":{"level":"excellent"}})"},
    {"DT09", R"({"topic":"level:proposal","says":{"level":"good"}})"},
    {"DT10", R"({"topic":"level:proposal","says":{"level":"good"}})"},
    {"DT11", R"({"topic":"level:proposal","says":{"level":"good"}})"},
    {"DT12", R"({"topic":"level:proposal","says":{"level":"good"}})"},
};

}  // namespace

void state_demo_facts(App& app, const Actor& office, std::string_view campaign_id, Day today) {
    const auto state = [&](const char* code, const char* text) {
        const auto statement = read_statement(code, text);
        ENSURE(static_cast<bool>(statement));
        const auto person =
            app.registry.read([&](const RegistryTables& t) { return t.people->person_by_code(code); });
        ENSURE(person);
        ENSURE(static_cast<bool>(state_fact(app, office, campaign_id, person->id, *statement, today)));
    };
    for (const char* code : members) state(code, membership);
    for (const Said& s : said) state(s.code, s.statement);
}

}  // namespace minhtin
