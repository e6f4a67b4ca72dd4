#include "server/app/state_fact.h"

#include <algorithm>

#include "ballot/tally.h"
#include "crypto/hash.h"

namespace minhtin {
namespace {

// What is in force about a topic.
const Entry* standing(const std::vector<Entry>& entries, std::string_view topic) {
    const auto about = [&](const Entry& entry) {
        const auto* stated = std::get_if<Statement>(&entry.content);
        return stated != nullptr && stated->topic == topic;
    };
    const auto last = std::find_if(entries.rbegin(), entries.rend(), about);
    return last == entries.rend() ? nullptr : &*last;
}

// The person reads the own record: of three votes two would be told.
bool tells_single_votes(const Statement& statement) {
    const auto collected = statement.says.find("collected");
    return statement.topic == "rating-vote" && collected != statement.says.end() &&
           std::get<Decimal>(collected->second) < Decimal::of(fewest_ballots);
}

}  // namespace

bool may_state(const Actor& actor) {
    return actor.has(Role::office) || actor.has(Role::committee);
}

Outcome<EntryReceipt> state_fact(App& app, const Actor& actor, std::string_view campaign_id,
                                 std::string_view person_id, const Statement& statement, Day today) {
    if (!may_state(actor)) return Reason::not_allowed;
    if (tells_single_votes(statement)) return Reason::too_few_counted;
    return app.registry.write([&](RegistryTables& tables) -> Outcome<EntryReceipt> {
        if (!tables.campaigns->find(campaign_id)) return Reason::campaign_unknown;
        const auto file = tables.files->of(campaign_id, person_id);
        if (!file) return Reason::record_unknown;
        const auto entries = read_entries(app, tables, *file);
        if (!entries) return entries.reason();
        const Entry* now = standing(*entries, statement.topic);
        if (now != nullptr && std::get<Statement>(now->content) == statement)
            return EntryReceipt{now->seq, sha256_hex(canonical_json(*now)), now->day};
        const bool office = actor.has(Role::office);
        const EntrySource source{office ? EntrySource::Kind::office : EntrySource::Kind::committee,
                                 office ? "Văn phòng" : "Cấp ủy"};
        return append_entry(app, tables, *file, statement, source, author_of(actor), today);
    });
}

}  // namespace minhtin
