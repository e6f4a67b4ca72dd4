#include "ballot/audit.h"

#include <unordered_set>

#include "ballot/ballot_checks.h"

namespace minhtin {
namespace {

// Whether a decryption that is refused for this could be read: numbers and elements in their places.
bool was_read(Reject why) {
    switch (why) {
        case Reject::share_shape:
        case Reject::element_not_canonical:
        case Reject::element_not_in_group:
        case Reject::element_identity:
        case Reject::decryption_proof:
        case Reject::strong_proof:
            return true;
        default:
            return false;
    }
}

// One pass over an archive. Every step adds a line, or refuses; after a refusal nothing more is looked at.
class Audit {
public:
    Audit(const ByteSource& archive, const AuditOptions& options, AuditReport& report)
        : archive_(archive), options_(options), report_(report) {}

    Result<void, Rejection> run();

private:
    using Step = Result<void, Rejection>;

    Step read();
    Step file(ArchiveFile file, std::uint64_t end);
    Step data(ArchiveFile file);
    Step event(std::string_view content);
    Step step(EventType type);
    Step setup();
    Step ballot();
    Step finish_ballots() { return checks_ ? checks_->finish() : Step(); }
    Step encrypted_tally();
    Step partial_decryption();
    Step result();
    void finish();

    void say(AuditLine::Kind kind, std::string code, std::string vi, std::string en) {
        report_.lines.push_back({kind, std::move(code), std::move(vi), std::move(en)});
    }
    void proved(std::string code, std::string vi, std::string en) {
        say(AuditLine::Kind::proved, std::move(code), std::move(vi), std::move(en));
    }

    const ByteSource& archive_;
    const AuditOptions& options_;
    AuditReport& report_;
    std::vector<ArchiveFile> pending_;  // data since the last event
    std::size_t pending_bytes_ = 0;
    BoardState read_;  // of what is read; report_.state lags behind while ballots are checked
    std::uint64_t ballots_read_ = 0;
    std::optional<Election> election_;
    std::optional<CountedBallots> counted_;
    std::optional<BallotChecks> checks_;
    std::vector<CheckedDecryption> decryptions_;
    std::unordered_set<std::size_t> owners_;
    bool earlier_ends_here_ = false;
};

Result<void, Rejection> Audit::run() {
    if (options_.earlier) {
        if (const auto at = first_difference(*options_.earlier, archive_))
            return refuse(Reject::not_a_continuation, "byte " + std::to_string(*at));
    }
    // Ballots that wait for their check come earlier in the archive than what ended the reading.
    Step done;
    try {
        done = read();
    } catch (...) {
        if (auto ok = finish_ballots(); !ok) return ok;
        throw;
    }
    if (auto ok = finish_ballots(); !ok) return ok;
    if (!done) return done;
    if (!pending_.empty()) return refuse(Reject::archive_tail);
    if (!report_.state.last) return refuse(Reject::archive_empty);
    if (options_.earlier && !earlier_ends_here_)
        return refuse(Reject::not_a_continuation, "the older copy does not end after an event");
    finish();
    return {};
}

Result<void, Rejection> Audit::read() {
    auto reader = ArchiveReader::open(archive_);
    if (!reader) return Refused{reader.reason()};
    while (true) {
        auto next = reader->next();
        if (!next) return Refused{next.reason()};
        if (!next->has_value()) return {};
        if (auto ok = file(std::move(**next), reader->position()); !ok) return ok;
        if (options_.progress) options_.progress({reader->position(), archive_.size(), report_.ballots});
    }
}

Result<void, Rejection> Audit::file(ArchiveFile file, std::uint64_t end) {
    if (file.kind == ArchiveFile::Kind::data) return data(std::move(file));
    if (auto ok = event(file.content); !ok) return ok;
    pending_.clear();
    pending_bytes_ = 0;
    earlier_ends_here_ = earlier_ends_here_ || (options_.earlier && options_.earlier->size() == end);
    return {};
}

Result<void, Rejection> Audit::data(ArchiveFile file) {
    const std::string where = "byte " + std::to_string(file.offset);
    for (const ArchiveFile& p : pending_) {
        if (p.hash == file.hash) return refuse(Reject::archive_repeated, where);
    }
    if (pending_.size() == 5) return refuse(Reject::event_data, where);
    pending_bytes_ += file.content.size();
    if (pending_bytes_ > ArchiveReader::max_file) return refuse(Reject::archive_too_large, where);
    pending_.push_back(std::move(file));
    return {};
}

Result<void, Rejection> Audit::event(std::string_view content) {
    auto event = decode_event(content);
    if (!event) return Refused{within("event " + std::to_string(read_.height), event.reason())};
    std::vector<std::string> hashes;
    for (const ArchiveFile& p : pending_) hashes.push_back(p.hash);
    auto next = admit(read_, *event, hashes);
    if (!next) return Refused{next.reason()};
    read_ = std::move(*next);
    if (event->type == EventType::ballot) return ballot();

    if (auto ok = finish_ballots(); !ok) return ok;
    if (auto ok = step(event->type); !ok) return ok;
    report_.state = read_;
    if (event->type == EventType::encrypted_tally) report_.tally_event = report_.state.head;
    return {};
}

Result<void, Rejection> Audit::step(EventType type) {
    switch (type) {
        case EventType::setup:
            return setup();
        case EventType::encrypted_tally:
            return encrypted_tally();
        case EventType::partial_decryption:
            return partial_decryption();
        case EventType::result:
            return result();
        case EventType::ballot:
        case EventType::end_ballots:
            break;
    }
    return {};
}

Result<void, Rejection> Audit::setup() {
    std::vector<std::string> data;
    for (ArchiveFile& p : pending_) data.push_back(std::move(p.content));
    auto election = Election::open(data);
    if (!election) return Refused{election.reason()};
    election_.emplace(std::move(*election));
    counted_.emplace(*election_, archive_);
    checks_.emplace(
        options_.threads, [this](std::string_view bytes) { return check_ballot(*election_, bytes); },
        [this](const CheckedBallot& ballot, const WaitingBallot& from) {
            auto counted = counted_->add(ballot, from);
            if (!counted) return counted;
            ++report_.ballots;
            report_.state = from.after;
            return counted;
        });
    report_.uuid = election_->uuid();
    report_.fingerprint = election_->fingerprint();
    report_.profile = election_->profile();

    const std::string n = std::to_string(election_->credentials().size()),
                      questions = std::to_string(election_->questions().size()),
                      trustees = std::to_string(election_->trustees().holders().size());
    proved("setup",
           "Cuộc bỏ phiếu " + report_.uuid + ", dấu vân tay " + report_.fingerprint + ": " + questions +
               " câu hỏi, " + n + " mã phiếu.",
           "Election " + report_.uuid + ", fingerprint " + report_.fingerprint + ": " + questions +
               " questions, " + n + " credentials.");
    proved("trustees", "Khóa do " + trustees + " người giữ; mọi chứng minh và chữ ký của họ đều đúng.",
           "The key is held by " + trustees + " trustees; all their proofs and signatures hold.");
    if (election_->profile() == Profile::hardened)
        proved("profile", "Áp dụng bộ quy tắc chặt " + std::string(hardened_profile_name) + ".",
               "The stricter profile " + std::string(hardened_profile_name) + " applies.");
    if (election_->credentials().find(Element()))
        say(AuditLine::Kind::warning, "credential-identity",
            "Danh sách mã phiếu có phần tử trung hòa: ai cũng bỏ được phiếu với mã ấy.",
            "The credentials contain the neutral element: anybody can vote with it.");
    if (data.size() == 5)
        say(AuditLine::Kind::not_proved, "credentials-certificate",
            "Chứng nhận của nơi cấp mã phiếu được giữ nguyên nhưng không được kiểm tra.",
            "The credential authority's certificate is kept but not interpreted.");
    return {};
}

Result<void, Rejection> Audit::ballot() {
    ArchiveFile& file = pending_.front();
    if (!can_be_ballot(*election_, file.content))
        return refuse(Reject::json_too_large, "ballot " + std::to_string(ballots_read_ + 1));
    return checks_->add({std::move(file.content), file.offset, ballots_read_++, read_});
}

Result<void, Rejection> Audit::encrypted_tally() {
    const RunningTally& tally = counted_->tally();
    report_.counted = tally.ballots();
    const std::string ballots = std::to_string(report_.ballots), counted = std::to_string(report_.counted);
    proved("ballots", ballots + " phiếu đều hợp lệ; " + counted + " phiếu được đếm (phiếu cuối của mỗi mã).",
           "All " + ballots + " ballots hold; " + counted + " are counted (the last of each credential).");

    if (pending_[0].content != tally.encode()) return refuse(Reject::tally_wrong);
    auto sized = decode_sized_tally(pending_[1].content, election_->profile());
    if (!sized) return Refused{sized.reason()};
    if (sized->hash != pending_[0].hash) return refuse(Reject::tally_name);
    if (sized->ballots != tally.ballots() || sized->weight != tally.weight())
        return refuse(Reject::tally_count);
    proved("tally", "Tổng mã hóa đúng là tổng của các phiếu được đếm.",
           "The encrypted tally is the sum of the counted ballots.");
    return {};
}

Result<void, Rejection> Audit::partial_decryption() {
    auto owned = decode_owned(pending_[1].content, election_->profile());
    if (!owned) return Refused{owned.reason()};
    if (owned->hash != pending_[0].hash) return refuse(Reject::share_name);
    const auto& holders = election_->trustees().holders();
    const std::string owner = std::to_string(owned->owner);
    if (owned->owner < 1 || owned->owner > holders.size())
        return refuse(Reject::share_owner, "owner " + owner);
    if (!owners_.insert(owned->owner).second) return refuse(Reject::share_repeated, "owner " + owner);

    auto decryption =
        check_decryption(*election_, counted_->tally().sum(), owned->owner, pending_[0].content);
    if (!decryption) {
        // In a group, others can stand in for a trustee whose part does not hold; belenios-tool 3.3.0 ignores
        // it too. What cannot be read at all it does not take, and neither do we.
        const bool needed = election_->trustees().groups()[holders[owned->owner - 1].group].single;
        if (needed || election_->profile() == Profile::hardened || !was_read(decryption.reason().reason))
            return Refused{decryption.reason()};
        const RejectText why = sentence(decryption.reason().reason);
        say(AuditLine::Kind::warning, "share-ignored",
            "Phần giải mã của người giữ khóa " + owner + " không hợp lệ và không được dùng (" +
                std::string(why.code) + ").",
            "The decryption of trustee " + owner + " is invalid and not used (" + std::string(why.code) +
                ": " + decryption.reason().where + ").");
        return {};
    }
    if (!decryption->strong())
        say(AuditLine::Kind::not_proved, "decryption-not-bound",
            "Phần giải mã của người giữ khóa " + owner +
                " đúng theo phiên bản 1, nhưng chứng minh không ràng buộc với tổng mã hóa.",
            "The decryption of trustee " + owner +
                " holds by version 1, whose proof does not bind the ciphertext.");
    else
        proved("decryption", "Phần giải mã của người giữ khóa " + owner + " đúng.",
               "The decryption of trustee " + owner + " is right.");
    decryptions_.push_back(std::move(*decryption));
    return {};
}

Result<void, Rejection> Audit::result() {
    const RunningTally& tally = counted_->tally();
    auto opened = open_tally(*election_, tally.sum(), decryptions_);
    if (!opened) return Refused{opened.reason()};
    auto result = check_result(*election_, *opened, tally.weight(), pending_[0].content);
    if (!result) return Refused{result.reason()};
    report_.result = std::move(*result);
    const std::string table = encode_result(*report_.result);
    proved("result", "Kết quả đúng là nội dung của tổng mã hóa: " + table,
           "The result is what the encrypted tally holds: " + table);
    return {};
}

void Audit::finish() {
    if (*report_.state.last < EventType::encrypted_tally) {
        report_.counted = counted_->tally().ballots();
        const std::string ballots = std::to_string(report_.ballots);
        proved("ballots", ballots + " phiếu cho đến đây đều hợp lệ.",
               "All " + ballots + " ballots so far hold.");
    }
    const std::string height = std::to_string(report_.state.height), head = *report_.state.head;
    proved("chain", height + " sự kiện nối thành một chuỗi không đứt; đầu chuỗi " + head + ".",
           height + " events form an unbroken chain; its head is " + head + ".");
    if (options_.earlier)
        proved("continuation", "Bản cũ là phần đầu của tệp này.",
               "The older copy is the beginning of this archive.");
    if (*report_.state.last >= EventType::encrypted_tally) report_.tally = counted_->tally().sum();
    checks_.reset();
    report_.election = std::move(election_);
    if (*report_.state.last != EventType::result)
        say(AuditLine::Kind::not_proved, "unfinished",
            "Cuộc bỏ phiếu chưa có kết quả; sự kiện cuối: " +
                std::string(event_type_name(*report_.state.last)) + ".",
            "The election has no result yet; its last event is " +
                std::string(event_type_name(*report_.state.last)) + ".");
}

}  // namespace

AuditReport audit(const ByteSource& archive, const AuditOptions& options) {
    AuditReport report;
    if (auto ok = Audit(archive, options, report).run(); !ok) report.rejection = ok.reason();
    return report;
}

}  // namespace minhtin
