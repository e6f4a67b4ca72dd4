// The board from Setup to Result over a store that dies at each of its writes: what was acknowledged is there
// afterwards, and the vote goes on from where it stands.
#include "server/app/live_board.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "ballot/audit.h"
#include "crypto/ensure.h"
#include "crypto/hash.h"
#include "server/app/boards.h"
#include "server/store/memory_board_store.h"
#include "server/store/sqlcipher_board_store.h"
#include "tests/server/vote/decorated_store.h"
#include "tests/server/vote/played_vote.h"
#include "tests/server/vote/server_process.h"

namespace minhtin::test {
namespace {

// Kills its process before or after the n-th append.
enum class Dies { before, after };
class DyingStore : public DecoratedStore {
public:
    DyingStore(BoardStore& inner, int at, Dies when) : DecoratedStore(inner), left_(at), when_(when) {}
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

TEST(LiveBoard, counts_the_last_ballot_of_each_credential) {
    PlayedVote p;
    MemoryBoardStore store;
    play(store, p.e, p.ballots, p.shares);
    const LiveBoard board(store, p.e.uuid);
    EXPECT_EQ(board.end().value().result, p.result);
    EXPECT_EQ(board.counted(), 3u);
    EXPECT_EQ(board.last_event(), EventType::result);
    const std::string archive = archive_of(store, p.e.uuid);
    const AuditReport report = audit(MemorySource(archive));
    EXPECT_FALSE(report.rejection);
    EXPECT_EQ(report.result, p.result);
    EXPECT_EQ(board.end()->archive_hash, sha256_hex(archive));
}

TEST(LiveBoard, a_record_that_changed_in_the_store_is_noticed_at_the_first_question) {
    PlayedVote p;
    MemoryBoardStore memory;
    play(memory, p.e, p.ballots, {});
    class Changed : public DecoratedStore {
    public:
        using DecoratedStore::DecoratedStore;
        std::vector<BoardRecord> read(std::string_view e, std::uint64_t from,
                                      std::size_t limit) const override {
            auto records = DecoratedStore::read(e, from, limit);
            for (std::size_t i = 0; i < records.size(); ++i)
                if (from + i == number) change(records[i]);
            return records;
        }
        std::uint64_t number = 0;
        std::function<void(BoardRecord&)> change;
    } store(memory);
    const std::uint64_t ballot = 6, event = 7;
    for (const std::uint64_t number : {ballot, event}) {
        store.number = number;
        store.change = [](BoardRecord&) {};
        EXPECT_EQ(LiveBoard(store, p.e.uuid).counted(), 3u);
        for (const std::size_t at : {3u, 140u, 600u}) {  // name and time in the header, content
            store.change = [at](BoardRecord& r) { r.bytes[at] = r.bytes[at] == '1' ? '2' : '1'; };
            EXPECT_THROW((void)LiveBoard(store, p.e.uuid).counted(), Bug) << number << " " << at;
        }
        store.change = [](BoardRecord& r) { r.bytes.back() = 'x'; };  // padding
        EXPECT_THROW((void)LiveBoard(store, p.e.uuid).counted(), Bug);
        store.change = [](BoardRecord& r) { r.name[0] = r.name[0] == 'a' ? 'b' : 'a'; };
        EXPECT_THROW((void)LiveBoard(store, p.e.uuid).counted(), Bug);
    }
}

TEST(LiveBoard, the_same_ballot_gives_the_same_receipt_and_one_record) {
    PlayedVote p;
    MemoryBoardStore store;
    Boards boards(store);
    boards.begin(p.e.uuid, p.e.files, p.e.time);
    const auto board = boards.find(p.e.uuid);
    const auto cast = [&](std::size_t i) { return *board->cast({p.cast(i)})[0]; };
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
    const auto answers = board->cast({p.cast(1), p.cast(1)});
    EXPECT_EQ(*answers[0], *answers[1]);
    EXPECT_EQ(board->counted(), 2u);
    EXPECT_EQ(store.head(p.e.uuid).records, 1 + 5 + 2 * 3u);
}

TEST(LiveBoard, after_the_close_no_ballot_comes_in_but_old_receipts_stay) {
    PlayedVote p;
    MemoryBoardStore store;
    play(store, p.e, {p.ballots[0]}, {});
    LiveBoard board(store, p.e.uuid);
    const auto answers = board.cast({p.cast(0), p.cast(1)});
    EXPECT_TRUE(answers[0]);
    EXPECT_EQ(answers[1].reason(), Refusal(Reason::vote_closed));
    EXPECT_EQ(board.close(6).reason(), Refusal(Reason::vote_closed));
    EXPECT_EQ(board.finish().reason(), Refusal(Reason::shares_missing));
}

TEST(LiveBoard, a_share_that_does_not_hold_never_comes_onto_the_board) {
    PlayedVote p;
    MemoryBoardStore store;
    play(store, p.e, p.ballots, {});
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

TEST(LiveBoard, killed_at_each_write_it_keeps_what_it_acknowledged_and_goes_on) {
    PlayedVote p;
    const int writes =
        1 + static_cast<int>(p.ballots.size()) + 1 + 2 + 1;  // setup, ballots, close, shares, result
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
            play(*store, p.e, p.ballots, p.shares);
            const LiveBoard board(*store, p.e.uuid);
            EXPECT_EQ(board.end().value().result, p.result) << at;
        }
    }
}

}  // namespace
}  // namespace minhtin::test
