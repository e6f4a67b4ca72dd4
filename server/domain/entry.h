#pragma once
// An entry of a rating file: who brought what, on which day, through which channel, from which source.
// Entries are values that never change; a correction is a new entry (rating_file.h). The canonical JSON of an
// entry is what its hash is taken of: names sorted, no spaces, UTF-8 as it is.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "server/domain/day.h"
#include "server/domain/form.h"
#include "server/domain/rules/rating_input.h"
#include "server/domain/vote_result.h"

namespace minhtin {

// The office asks for a remark.
struct Asked {
    Day due;
    std::string request_id, committee_id;
    bool operator==(const Asked&) const = default;
};

// Nobody is asked (HD 33-HD/BTCTW, 1.1 and 1.2).
enum class ExemptReason { barracks, travelling, rotated, student, other };
std::string_view name(ExemptReason reason);
std::optional<ExemptReason> exempt_reason_named(std::string_view name);

struct Exemption {
    ExemptReason reason = ExemptReason::other;
    std::string note;  // why, when `other`; may be empty otherwise
    bool operator==(const Exemption&) const = default;
};

struct Exempt {
    Exemption why;
    std::string request_id;
    bool operator==(const Exempt&) const = default;
};

struct Signature {
    std::string name, post;
    bool operator==(const Signature&) const = default;
};

struct Remark {
    FilledForm fields;
    Signature signed_by;
    std::string request_id;
    bool operator==(const Remark&) const = default;
};

struct SelfReview {
    FilledForm fields;
    bool operator==(const SelfReview&) const = default;
};

// Statement: what the office or the committee states about a topic that rules look at (rules/topics.h).
using EntryContent = std::variant<Asked, Exempt, Remark, SelfReview, VoteResult, Statement>;
// "asked", "exempt", "remark", "self-review", "vote-result", "statement"
std::string_view kind_of(const EntryContent& content);
// The channel that such an entry comes through.
std::string_view channel_of(const EntryContent& content);

struct EntrySource {
    enum class Kind { residence_committee, member, archive, office, committee };
    Kind kind = Kind::office;
    std::string text;  // "Chi bộ khu phố 1, phường Mẫu"
    bool operator==(const EntrySource&) const = default;
};
std::string_view name(EntrySource::Kind kind);

struct Author {
    std::string account_id, name;
    bool operator==(const Author&) const = default;
};

struct Entry {
    std::string file_id;
    std::int64_t seq = 0;  // from 1
    std::string previous;  // hash of the entry before, or of the file's beginning; hex
    Day day;
    Author author;
    EntryContent content;
    EntrySource source;
    std::string salt;  // random, so that the hash tells nothing of a guessable content; hex
    bool operator==(const Entry&) const = default;
};

// The bytes that are hashed and sealed.
std::string canonical_json(const Entry& entry);
// Of bytes that canonical_json made; nothing for any others.
std::optional<Entry> entry_from_json(std::string_view text);

// {"choice":"good","note":"…"}, "text", 3: for drafts and answers.
std::string fields_json(const FilledForm& fields);
// Of any JSON object of such values; the order is that of the text. Nothing for what is not one.
std::optional<FilledForm> fields_from_json(std::string_view text);
// {"topic":"tasks","says":{"late":"3"}}, with its items if it lists any; the reader gives the same again.
std::string statement_json(const Statement& statement);
// What a record shows of the content, as JSON.
std::string content_json(const EntryContent& content);

}  // namespace minhtin
