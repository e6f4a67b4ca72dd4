#include "server/app/file_entries.h"

#include <algorithm>

#include "crypto/hash.h"

namespace minhtin {
namespace {

std::string entry_about(const RatingFile& file, std::int64_t seq) {
    return "entry|" + file.id + "|" + std::to_string(seq);
}

std::string exemption_about(std::string_view file_id) {
    return "exemption|" + std::string(file_id);
}

// The last entry that is equal in what it says.
const Entry* same_content(const std::vector<Entry>& entries, const EntryContent& content) {
    const auto found = std::ranges::find(entries, content, &Entry::content);
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

std::string file_beginning(std::string_view file_id, std::string_view campaign_id,
                           std::string_view person_id) {
    std::string text = "minhtin-file-1|";
    text.append(file_id).append("|").append(campaign_id).append("|").append(person_id);
    return sha256_hex(text);
}

std::int64_t open_missing_files(App& app, RegistryTables& tables, const Campaign& campaign) {
    std::int64_t made = 0;
    for (const Person& person : tables.people->find("", campaign.root_unit_id)) {
        if (tables.files->of(campaign.id, person.id)) continue;
        RatingFile file{random_base58(app.random, 16), campaign.id, person.id, {}, 0};
        file.head = file_beginning(file.id, campaign.id, person.id);
        ENSURE(tables.files->create(file) == Files::Created::done);
        for (const ChannelStanding& standing : fold(std::span<const Entry>{}).channels)
            tables.files->put(shadow_of(app, file, standing));
        ++made;
    }
    return made;
}

Outcome<std::vector<Entry>> read_entries(const App& app, const RegistryTables& tables,
                                         const RatingFile& file) {
    const Refusal damaged(Reason::file_damaged, {{"file", file.id}});
    std::vector<Entry> entries;
    std::string head = file_beginning(file.id, file.campaign_id, file.person_id);
    for (const EntryRow& row : tables.files->entries(file.id)) {
        const auto text = app.seals.open(file.campaign_id, entry_about(file, row.seq), row.sealed);
        if (!text || sha256_hex(*text) != row.hash) return damaged;
        auto entry = entry_from_json(*text);
        const bool follows = entry && entry->file_id == file.id && entry->previous == head &&
                             entry->seq == row.seq &&
                             entry->seq == static_cast<std::int64_t>(entries.size()) + 1;
        const bool shown = entry && entry->day == row.day && kind_of(entry->content) == row.kind &&
                           channel_of(entry->content) == row.channel;
        if (!follows || !shown) return damaged;
        head = row.hash;
        entries.push_back(std::move(*entry));
    }
    if (head != file.head || static_cast<std::int64_t>(entries.size()) != file.entries) return damaged;
    return entries;
}

Outcome<EntryReceipt> append_entry(App& app, RegistryTables& tables, const RatingFile& file,
                                   const EntryContent& content, const EntrySource& source,
                                   const Author& author, Day today) {
    auto entries = read_entries(app, tables, file);
    if (!entries) return entries.reason();
    Entry entry{file.id, file.entries + 1, file.head, today,
                author,  content,          source,    random_hex(app.random, 16)};
    const std::string text = canonical_json(entry);
    const EntryRow row{entry.seq,
                       today,
                       std::string(channel_of(content)),
                       std::string(kind_of(content)),
                       app.seals.seal(file.campaign_id, entry_about(file, entry.seq), text, app.random),
                       sha256_hex(text)};
    // The file was read in this transaction, which holds the one write lock.
    ENSURE(tables.files->append(file.id, file.head, row) == Files::Appended::done);
    entries->push_back(std::move(entry));
    tables.files->put(shadow_of(app, file, fold(*entries).of(row.channel)));
    return EntryReceipt{row.seq, row.hash, today};
}

Outcome<EntryReceipt> append_vote_result(App& app, RegistryTables& tables, std::string_view campaign_id,
                                         std::string_view person_id, const VoteResult& result,
                                         const Author& author, Day today) {
    if (!tables.campaigns->find(campaign_id)) return Reason::campaign_unknown;
    const auto file = tables.files->of(campaign_id, person_id);
    if (!file) return Reason::person_outside_campaign;
    const auto entries = read_entries(app, tables, *file);
    if (!entries) return entries.reason();
    if (const Entry* same = same_content(*entries, result)) {
        return EntryReceipt{same->seq, sha256_hex(canonical_json(*same)), same->day};
    }
    return append_entry(app, tables, *file, result, {EntrySource::Kind::archive, result.vote}, author, today);
}

Author author_of(const Actor& actor) {
    ENSURE(actor.account.has_value());
    return {actor.account->id, actor.account->name};
}

StandingRow shadow_of(App& app, const RatingFile& file, const ChannelStanding& s) {
    StandingRow row{file.id,        s.channel, s.state,      s.due,          s.asked_day,
                    s.received_day, {},        s.request_id, s.committee_id, s.versions};
    if (s.exempt) {
        const std::string text = std::string(name(s.exempt->reason)) + "\n" + s.exempt->note;
        row.exempt = app.seals.seal(file.campaign_id, exemption_about(file.id), text, app.random);
    }
    return row;
}

std::optional<Exemption> exemption_of(const App& app, std::string_view campaign_id,
                                      const StandingRow& standing) {
    if (!standing.exempt) return {};
    const auto text = app.seals.open(campaign_id, exemption_about(standing.file_id), *standing.exempt);
    if (!text) return {};
    const std::size_t end = text->find('\n');
    ENSURE(end != std::string::npos);
    const auto reason = exempt_reason_named(text->substr(0, end));
    ENSURE(reason);
    return Exemption{*reason, text->substr(end + 1)};
}

}  // namespace minhtin
