// The board from Setup to Result over a store that dies at each of its writes: what was acknowledged is there
// afterwards, and the vote goes on from where it stands.
#include "server/app/live_board.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "ballot/audit.h"
#include "server/app/board_source.h"
#include "server/app/boards.h"
#include "server/store/memory_board_store.h"
#include "server/store/sqlcipher_board_store.h"
#include "tests/server/vote/server_process.h"
#include "tests/server/vote/small_election.h"

namespace minhtin::test {
namespace {

class Decorated : public BoardStore {
public:
    explicit Decorated(BoardStore& inner) : inner_(inner) {}
    std::vector<std::string> elections() const override { return inner_.elections(); }
    BoardHead head(std::string_view e) const override { return inner_.head(e); }
    std::vector<BoardRecord> read(std::string_view e, std::uint64_t from, std::size_t limit) const override {
        return inner_.read(e, from, limit);
    }
    std::optional<BoardRecord> find(std::string_view e, std::string_view name) const override {
        return inner_.find(e, name);
    }
    Appended append(std::string_view e, const BoardHead& head, const BoardGroup& group) override {
        return inner_.append(e, head, group);
    }

protected:
    BoardStore& inner_;
};

// Kills its process before or after the n-th append.
enum class Dies { before, after };
class DyingStore : public Decorated {
public:
    DyingStore(BoardStore& inner, int at, Dies when) : Decorated(inner), left_(at), when_(when) {}
    Appended append(std::string_view e, const BoardHead& head, const BoardGroup& group) override {
        const bool last = --left_ == 0;
        if (last && when_ == Dies::before) kill(getpid(), SIGKILL);
        const Appended done = inner_.append(e, head, group);
        if (last) kill(getpid(), SIGKILL);
        return done;
    }

private:
    int left_;
    Dies when_;
};

SecretKey32 a_key() {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(7);
    return SecretKey32(std::move(bytes));
}

struct Cast {
    CheckedBallot ballot;
    std::string bytes;
};

// The vote, each thing that somebody does only if it is not done yet. `acknowledged` hears every receipt.
constexpr std::size_t votes = 4;
void play(BoardStore& store, SmallElection& e, const std::vector<std::string>& ballots,
          const std::vector<std::string>& shares,
          const std::function<void(const std::string&)>& acknowledged) {
    Boards boards(store);
    if (!boards.find(e.uuid)) boards.begin(e.uuid, e.files, e.time);
    const auto board = boards.find(e.uuid);
    for (const std::string& bytes : ballots) {
        auto checked = check_ballot(board->election(), bytes);
        ASSERT_TRUE(checked);
        std::vector<CheckedCast> group;
        group.push_back({std::move(*checked), bytes});
        if (const auto answer = board->cast(group)[0]) acknowledged(answer->hash);
    }
    if (board->last_event() <= EventType::ballot) {
        ASSERT_TRUE(board->close(6));
    }
    if (shares.empty()) return;
    for (std::size_t i = 0; i < shares.size(); ++i) ASSERT_TRUE(board->submit_share(i + 1, shares[i]));
    ASSERT_TRUE(board->finish());
}

std::string archive_of(const BoardStore& store, const std::string& uuid) {
    ArchivePages pages(store, uuid, store.head(uuid).records);
    std::string all;
    for (std::string bytes = pages.next(); !bytes.empty(); bytes = pages.next()) all += bytes;
    return all;
}

struct Prepared {
    SmallElection e;
    std::vector<std::string> ballots, shares;
    Prepared() {
        // The fourth ballot replaces the first.
        for (const auto& [slip, marks] : std::vector<std::pair<std::size_t, std::vector<int>>>{
                 {0, {2, 2}}, {1, {0, 1}}, {2, {-1, 1}}, {0, {0, -1}}})
            ballots.push_back(e.ballot(slip, marks));
        MemoryBoardStore store;
        play(store, e, ballots, {}, [](const std::string&) {});
        const LiveBoard board(store, e.uuid);
        SystemRandom random;
        const BoardRecord tally = store.read(e.uuid, store.head(e.uuid).records - 3, 1).at(0);
        const auto sum = decode_tally(*e.election, archive_content(tally));
        EXPECT_TRUE(sum);
        for (std::size_t i = 0; i < 2; ++i)
            shares.push_back(make_decryption(*e.election, *sum, e.keys[i], random));
    }
    static std::string archive_content(const BoardRecord& record) {
        const auto size = std::stoul(record.bytes.substr(124, 11), nullptr, 8);
        return record.bytes.substr(512, size);
    }
};

const ResultTable expected{{2, 0, 0}, {0, 2, 0}};

TEST(LiveBoard, counts_the_last_ballot_of_each_credential) {
    Prepared p;
    MemoryBoardStore store;
    play(store, p.e, p.ballots, p.shares, [](const std::string&) {});
    const LiveBoard board(store, p.e.uuid);
    EXPECT_EQ(board.result(), expected);
    EXPECT_EQ(board.counted(), 3u);
    EXPECT_EQ(board.last_event(), EventType::result);
    const std::string archive = archive_of(store, p.e.uuid);
    const AuditReport report = audit(MemorySource(archive));
    EXPECT_FALSE(report.rejection);
    EXPECT_EQ(report.result, expected);
}

TEST(LiveBoard, the_same_ballot_gives_the_same_receipt_and_one_record) {
    Prepared p;
    MemoryBoardStore store;
    Boards boards(store);
    boards.begin(p.e.uuid, p.e.files, p.e.time);
    const auto board = boards.find(p.e.uuid);
    const auto cast = [&](std::size_t i) {
        std::vector<CheckedCast> group;
        group.push_back({*check_ballot(board->election(), p.ballots[i]), p.ballots[i]});
        return *board->cast(group)[0];
    };
    const Receipt first = cast(0), again = cast(0), later = cast(3), again_later = cast(0);
    EXPECT_EQ(first, again);
    EXPECT_EQ(first, again_later);
    EXPECT_FALSE(first.replaces);
    EXPECT_TRUE(later.replaces);
    EXPECT_EQ(board->counted(), 1u);
    EXPECT_EQ(board->counts(first.hash), false);
    EXPECT_EQ(board->counts(later.hash), true);
    EXPECT_FALSE(board->counts(std::string(64, '0')));
    EXPECT_EQ(store.head(p.e.uuid).records, 1 + 5 + 2 * 2u);
    // Twice in one group.
    std::vector<CheckedCast> group;
    for (int i = 0; i < 2; ++i)
        group.push_back({*check_ballot(board->election(), p.ballots[1]), p.ballots[1]});
    const auto answers = board->cast(group);
    EXPECT_EQ(*answers[0], *answers[1]);
    EXPECT_EQ(board->counted(), 2u);
}

TEST(LiveBoard, after_the_close_no_ballot_comes_in_but_old_receipts_stay) {
    Prepared p;
    MemoryBoardStore store;
    play(store, p.e, {p.ballots[0]}, {}, [](const std::string&) {});
    LiveBoard board(store, p.e.uuid);
    std::vector<CheckedCast> group;
    for (std::size_t i = 0; i < 2; ++i)
        group.push_back({*check_ballot(board.election(), p.ballots[i]), p.ballots[i]});
    const auto answers = board.cast(group);
    EXPECT_TRUE(answers[0]);
    EXPECT_EQ(answers[1].reason(), Refusal(Reason::vote_closed));
    EXPECT_EQ(board.close(6).reason(), Refusal(Reason::vote_closed));
    EXPECT_EQ(board.finish().reason(), Refusal(Reason::shares_missing));
}

TEST(LiveBoard, a_share_that_does_not_hold_never_comes_onto_the_board) {
    Prepared p;
    MemoryBoardStore store;
    play(store, p.e, p.ballots, {}, [](const std::string&) {});
    LiveBoard board(store, p.e.uuid);
    const BoardHead head = store.head(p.e.uuid);
    EXPECT_EQ(board.submit_share(1, p.shares[1]).reason().rejected, Reject::decryption_proof);
    std::string version_1 = p.shares[0];
    version_1 = version_1.substr(0, version_1.find(",\"strong_proofs\"")) + "}";
    EXPECT_EQ(board.submit_share(1, version_1).reason().rejected, Reject::strong_proof_missing);
    EXPECT_FALSE(board.submit_share(1, "{}"));
    EXPECT_EQ(store.head(p.e.uuid), head);
    ASSERT_TRUE(board.submit_share(1, p.shares[0]));
    const BoardHead one = store.head(p.e.uuid);
    EXPECT_TRUE(board.submit_share(1, p.shares[0]));
    EXPECT_EQ(store.head(p.e.uuid), one);
    EXPECT_EQ(board.finish().reason(), Refusal(Reason::shares_missing));
}

TEST(LiveBoard, another_writer_makes_it_look_again) {
    Prepared p;
    MemoryBoardStore store;
    Boards boards(store);
    boards.begin(p.e.uuid, p.e.files, p.e.time);
    LiveBoard one(store, p.e.uuid), two(store, p.e.uuid);
    const auto cast = [&](LiveBoard& board, std::size_t i) {
        std::vector<CheckedCast> group;
        group.push_back({*check_ballot(board.election(), p.ballots[i]), p.ballots[i]});
        return board.cast(group)[0];
    };
    ASSERT_TRUE(cast(one, 0));
    ASSERT_TRUE(cast(two, 1));
    ASSERT_TRUE(cast(one, 2));
    EXPECT_TRUE(cast(two, 3)->replaces);
    EXPECT_TRUE(one.close(6));
    EXPECT_EQ(cast(two, 0)->replaces, false);
    EXPECT_EQ(two.counted(), 3u);
}

TEST(LiveBoard, killed_at_each_write_it_keeps_what_it_acknowledged_and_goes_on) {
    Prepared p;
    const int writes = 1 + static_cast<int>(votes) + 1 + 2 + 1;  // setup, ballots, close, shares, result
    for (int at = 1; at <= writes; ++at) {
        for (const Dies when : {Dies::before, Dies::after}) {
            const TemporaryFolder folder;
            const auto heard = folder.path() / "receipts";
            const pid_t child = fork();
            ASSERT_GE(child, 0);
            if (child == 0) {
                auto store = open_sqlcipher_board_store(folder.path() / "board.db", a_key());
                DyingStore dying(*store, at, when);
                play(dying, p.e, p.ballots, p.shares,
                     [&](const std::string& hash) { std::ofstream(heard, std::ios::app) << hash << "\n"; });
                _exit(1);  // it should have died
            }
            int status = 0;
            waitpid(child, &status, 0);
            ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << at;

            auto store = open_sqlcipher_board_store(folder.path() / "board.db", a_key());
            if (store->head(p.e.uuid).records > 0) {
                const LiveBoard board(*store, p.e.uuid);
                std::ifstream receipts(heard);
                for (std::string hash; receipts >> hash;) EXPECT_TRUE(board.receipt(hash)) << at;
                const std::string archive = archive_of(*store, p.e.uuid);
                EXPECT_FALSE(audit(MemorySource(archive)).rejection) << at;
            }
            play(*store, p.e, p.ballots, p.shares, [](const std::string&) {});
            const LiveBoard board(*store, p.e.uuid);
            EXPECT_EQ(board.result(), expected) << at;
        }
    }
}

// A store whose disk is full now and then.
class FailingStore : public Decorated {
public:
    using Decorated::Decorated;
    Appended append(std::string_view e, const BoardHead& head, const BoardGroup& group) override {
        if (fail == 1) throw std::runtime_error("no room");
        const Appended done = inner_.append(e, head, group);
        if (fail == 2) throw std::runtime_error("the answer got lost");
        return done;
    }
    int fail = 0;
};

TEST(LiveBoard, a_failing_disk_changes_nothing_that_cannot_be_read_again) {
    Prepared p;
    MemoryBoardStore memory;
    FailingStore store(memory);
    Boards boards(store);
    boards.begin(p.e.uuid, p.e.files, p.e.time);
    const auto board = boards.find(p.e.uuid);
    const auto cast = [&](std::size_t i) {
        std::vector<CheckedCast> group;
        group.push_back({*check_ballot(board->election(), p.ballots[i]), p.ballots[i]});
        return board->cast(group)[0];
    };
    store.fail = 1;
    EXPECT_THROW((void)cast(0), std::runtime_error);
    store.fail = 2;
    EXPECT_THROW((void)cast(1), std::runtime_error);
    store.fail = 0;
    EXPECT_EQ(board->counted(), 1u);  // the one whose answer got lost is there
    EXPECT_TRUE(cast(0));
    EXPECT_TRUE(cast(1));
    EXPECT_EQ(board->counted(), 2u);
    EXPECT_TRUE(board->close(6));
}

}  // namespace
}  // namespace minhtin::test
