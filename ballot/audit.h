#pragma once
// The whole verification of an archive, from its published bytes alone (protocol.md chapter 14). Streams: the
// memory needed grows with the list of credentials and the number of replaced ballots' hashes, not with the
// ballots. Whatever the file holds, data that wait for their event stay within ArchiveReader::max_file, and
// ballots that wait for their check within 32 MiB, or one that is larger.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ballot/archive.h"
#include "ballot/board.h"
#include "ballot/election.h"
#include "ballot/reasons.h"
#include "ballot/tally.h"

namespace minhtin {

// One line a check. Codes are stable.
struct AuditLine {
    enum class Kind { proved, warning, not_proved };
    Kind kind;
    std::string code, vi, en;
};

struct AuditReport {
    std::vector<AuditLine> lines;
    std::optional<Rejection> rejection;  // the first thing wrong, in the order of the archive
    BoardState state;                    // after the last event that holds
    std::string uuid, fingerprint;
    std::optional<Profile> profile;
    std::uint64_t ballots = 0, counted = 0;  // ballots: those that hold
    std::optional<std::string> tally_event;  // hash of the EncryptedTally event: fixes all before the count
    std::optional<ResultTable> result;
    std::optional<Election> election;  // of an archive that holds
    std::optional<CiphertextTable>
        tally;  // recomputed from the ballots, once the archive has an EncryptedTally
};

// How far an audit is. What is read may be a few ballots ahead of what is checked.
struct AuditProgress {
    std::uint64_t bytes = 0, all_bytes = 0;  // read, and of the archive
    std::uint64_t ballots = 0;               // that hold
};

struct AuditOptions {
    unsigned threads = 1;  // for checking ballots, or as many as can start; the report does not depend on it
    const ByteSource* earlier = nullptr;  // an older copy that must be the beginning of this archive
    // Told after every file of the archive, on the thread of the caller: should be quick.
    std::function<void(const AuditProgress&)> progress = {};
};

AuditReport audit(const ByteSource& archive, const AuditOptions& options = {});

}  // namespace minhtin
