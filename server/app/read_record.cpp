#include "server/app/read_record.h"

#include "crypto/hash.h"

namespace minhtin {

bool may_read_every_record(const Actor& actor) {
    return actor.has(Role::office) || actor.has(Role::committee) || actor.has(Role::inspector);
}

bool may_read_record(const Actor& actor, std::string_view person_id) {
    return may_read_every_record(actor) || (actor.has(Role::member) && actor.account->person_id == person_id);
}

Outcome<RecordView> read_record(const App& app, const Actor& actor, std::string_view campaign_id,
                                std::string_view person_id) {
    if (!may_read_record(actor, person_id)) return Reason::not_allowed;
    return app.registry.read([&](const RegistryTables& tables) -> Outcome<RecordView> {
        const auto campaign = tables.campaigns->find(campaign_id);
        if (!campaign) return Reason::campaign_unknown;
        const auto file = tables.files->of(campaign_id, person_id);
        if (!file) return Reason::record_unknown;
        auto entries = read_entries(app, tables, *file);
        if (!entries) return entries.reason();
        const auto person = tables.people->person(person_id);
        const auto root = tables.people->unit(campaign->root_unit_id);
        ENSURE(person && root);
        RecordView view{
            *person,
            {*campaign, root->name, static_cast<std::int64_t>(tables.files->of_campaign(campaign_id).size())},
            *file,
            std::move(*entries),
            {},
            {}};
        for (const Entry& entry : view.entries) view.hashes.push_back(sha256_hex(canonical_json(entry)));
        view.record = fold(view.entries);
        return view;
    });
}

Outcome<std::vector<OwnRecord>> list_own_records(const App& app, const Actor& actor) {
    if (!actor.has(Role::member) || !actor.account->person_id) return Reason::not_allowed;
    return app.registry.read([&](const RegistryTables& tables) {
        std::vector<OwnRecord> own;
        for (const Campaign& campaign : tables.campaigns->all()) {
            if (!tables.files->of(campaign.id, *actor.account->person_id)) continue;
            own.push_back({campaign.id, campaign.name, campaign.year, *actor.account->person_id});
        }
        return Outcome<std::vector<OwnRecord>>(std::move(own));
    });
}

}  // namespace minhtin
