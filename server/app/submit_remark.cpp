#include "server/app/submit_remark.h"

#include "crypto/hash.h"
#include "server/app/residence_requests.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

// Appends a version, unless the latest one says the same.
Outcome<Submitted> submit(App& app, RegistryTables& tables, const RatingFile& file,
                          const EntryContent& content, const EntrySource& source, const Author& author,
                          Day today) {
    const auto entries = read_entries(app, tables, file);
    if (!entries) return entries.reason();
    const Entry* latest = nullptr;
    for (const Entry& entry : *entries) {
        if (entry.content.index() == content.index()) latest = &entry;
    }
    if (latest != nullptr && latest->content == content) {
        const Record record = fold(*entries);
        const ChannelStanding& standing = record.of(channel_of(content));
        return Submitted{standing.state,
                         standing.versions,
                         {latest->seq, sha256_hex(canonical_json(*latest)), latest->day}};
    }
    const auto written = append_entry(app, tables, file, content, source, author, today);
    if (!written) return written.reason();
    for (const StandingRow& s : tables.files->standings(file.id)) {
        if (s.channel == channel_of(content)) return Submitted{s.state, s.versions, *written};
    }
    bug("a file without the standing of its channel", __FILE__, __LINE__);
}

}  // namespace

Outcome<Submitted> submit_remark(App& app, const Actor& actor, std::string_view request_id,
                                 const FilledForm& fields, const Signature& signed_by, Day today) {
    const auto filled = fill(channel(residence_remark).form, fields, Stage::final_);
    if (!filled) return refusal_of(filled.reason());
    const Signature signature{tidy(signed_by.name), tidy(signed_by.post)};
    if (signature.name.empty() || signature.post.empty()) return Reason::signature_missing;
    return app.registry.write([&](RegistryTables& tables) -> Outcome<Submitted> {
        const auto here = request_to(tables, actor, request_id);
        if (!here) return here.reason();
        const EntrySource source{EntrySource::Kind::residence_committee,
                                 here->committee.name + ", " + here->committee.ward};
        auto submitted = submit(app, tables, here->file, Remark{*filled, signature, std::string(request_id)},
                                source, author_of(actor), today);
        if (submitted) tables.files->erase_draft(request_id);
        return submitted;
    });
}

Outcome<Submitted> submit_self_review(App& app, const Actor& actor, std::string_view campaign_id,
                                      const FilledForm& fields, Day today) {
    if (!actor.has(Role::member) || !actor.account->person_id) return Reason::not_allowed;
    const auto filled = fill(channel(self_review).form, fields, Stage::final_);
    if (!filled) return refusal_of(filled.reason());
    return app.registry.write([&](RegistryTables& tables) -> Outcome<Submitted> {
        if (!tables.campaigns->find(campaign_id)) return Reason::campaign_unknown;
        const auto file = tables.files->of(campaign_id, *actor.account->person_id);
        if (!file) return Reason::record_unknown;
        const auto person = tables.people->person(file->person_id);
        ENSURE(person);
        return submit(app, tables, *file, SelfReview{*filled}, {EntrySource::Kind::member, person->name},
                      author_of(actor), today);
    });
}

}  // namespace minhtin
