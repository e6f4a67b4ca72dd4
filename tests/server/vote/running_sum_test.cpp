// The sum that grows with the ballots is the sum over the last ballot of each credential, whatever happened
// on the way: it is what stands in EncryptedTally.
#include <gtest/gtest.h>

#include <set>

#include "ballot/audit.h"
#include "server/app/board_records.h"
#include "server/app/boards.h"
#include "server/store/memory_board_store.h"
#include "tests/server/vote/decorated_store.h"
#include "tests/server/vote/played_vote.h"
#include "tests/support/seeded_random.h"

namespace minhtin::test {
namespace {

constexpr std::size_t slips = 5, ballots_of_each = 4, rounds = 40, steps = 25;

// Ballots that were checked once, and are cast again and again on fresh boards.
struct Pool {
    SmallElection e{1, slips};
    std::vector<CheckedCast> ballots;
    Pool() {
        for (std::size_t slip = 0; slip < slips; ++slip) {
            for (std::size_t i = 0; i < ballots_of_each; ++i) {
                std::string bytes = e.ballot(slip, {static_cast<int>((slip + i) % 4) - 1});
                auto checked = check_ballot(*e.election, bytes);
                ballots.push_back({std::move(*checked), std::move(bytes)});
            }
        }
    }
};

struct Plain {
    RunningTally sum;  // over the last ballots, from nothing
    std::vector<std::string> on_board;
    std::set<std::string> last;
    std::vector<std::string> tally;  // the data of EncryptedTally
};

// From the archive's bytes alone.
Plain recount(const Election& election, const ByteSource& source) {
    Plain plain{RunningTally(election), {}, {}, {}};
    auto archive = ArchiveReader::open(source);
    std::map<std::size_t, std::pair<std::string, CiphertextTable>> last;
    std::vector<ArchiveFile> data;
    while (auto file = *archive->next()) {
        if (file->kind == ArchiveFile::Kind::data) {
            data.push_back(std::move(*file));
            continue;
        }
        const EventType type = decode_event(file->content)->type;
        if (type == EventType::ballot) {
            auto ballot = recall_ballot(election, data[0].content);
            last[ballot->credential] = {data[0].hash, std::move(ballot->choices)};
            plain.on_board.push_back(data[0].hash);
        } else if (type == EventType::encrypted_tally) {
            plain.tally = {data[0].content, data[1].content};
        }
        data.clear();
    }
    for (const auto& [credential, ballot] : last) {
        plain.sum.count(credential, ballot.second);
        plain.last.insert(ballot.first);
    }
    return plain;
}

TEST(RunningSum, is_the_recomputed_sum_after_any_sequence) {
    const Pool pool;
    SeededRandom random("running sum");
    std::size_t failures = 0, revotes = 0, repeated = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        MemoryBoardStore memory;
        FailingStore store(memory);
        Boards(store).begin(pool.e.uuid, pool.e.files, pool.e.time);
        // Two keepers of one board, as two processes would be.
        std::array<std::unique_ptr<LiveBoard>, 2> keepers;
        for (auto& keeper : keepers) keeper = std::make_unique<LiveBoard>(store, pool.e.uuid);
        for (std::size_t step = 0; step < steps; ++step) {
            auto& keeper = keepers[random.below(2)];
            std::vector<CheckedCast> group;
            while (group.size() <= random.below(4))
                group.push_back(pool.ballots[random.below(pool.ballots.size())]);
            switch (random.below(6)) {
                case 0:
                    keeper = std::make_unique<LiveBoard>(store, pool.e.uuid);
                    break;
                case 1:
                    store.fails =
                        random.below(2) == 0 ? FailingStore::Fails::before : FailingStore::Fails::after;
                    try {
                        for (const auto& answer : keeper->cast(group)) EXPECT_TRUE(answer);
                        ++repeated;  // nothing new in it, so nothing was appended
                    } catch (const std::runtime_error&) {
                        ++failures;
                    }
                    store.fails = FailingStore::Fails::no;
                    break;
                default:
                    for (const auto& answer : keeper->cast(group)) {
                        ASSERT_TRUE(answer);
                        revotes += answer->replaces;
                    }
            }
        }
        ASSERT_TRUE(keepers[0]->cast({pool.ballots[0]})[0]);
        auto& closing = keepers[random.below(2)];
        ASSERT_TRUE(closing->close(slips));
        // The other one finds out when it wants to close, and holds the sum that it finds against its own.
        for (auto& keeper : keepers)
            EXPECT_EQ(keeper->close(slips).reason(), Refusal(Reason::vote_closed)) << round;

        const std::string archive = archive_of(store, pool.e.uuid);
        const Plain plain = recount(*pool.e.election, MemorySource(archive));
        ASSERT_EQ(plain.tally, (std::vector{plain.sum.encode(), plain.sum.encode_sized()})) << round;
        const AuditReport report = audit(MemorySource(archive));
        ASSERT_FALSE(report.rejection) << round;
        ASSERT_EQ(report.ballots, plain.on_board.size());
        EXPECT_EQ(std::set(plain.on_board.begin(), plain.on_board.end()).size(), plain.on_board.size());
        LiveBoard fresh(store, pool.e.uuid);
        for (LiveBoard* board : {keepers[0].get(), keepers[1].get(), &fresh}) {
            EXPECT_EQ(board->counted(), plain.last.size());
            EXPECT_EQ(board->head(), store.head(pool.e.uuid));
            EXPECT_EQ(board->box(), fresh.box());
            for (const std::string& hash : plain.on_board) {
                EXPECT_EQ(board->counts(hash), plain.last.contains(hash));
                EXPECT_EQ(board->receipt(hash), fresh.receipt(hash));
            }
        }
    }
    // The sequences were not all of one kind.
    EXPECT_GT(failures, rounds / 2);
    EXPECT_GT(revotes, rounds);
    EXPECT_GT(repeated, 0u);
}

// A ballot that lies otherwise in the store than it was put there is not taken out of the sum, and no box is
// closed over it.
class ChangedInTheStore : public testing::Test {
protected:
    const Pool pool;
    MemoryBoardStore memory;
    ForgetfulStore store{memory};
    std::unique_ptr<LiveBoard> board;

    void SetUp() override {
        Boards(store).begin(pool.e.uuid, pool.e.files, pool.e.time);
        board = std::make_unique<LiveBoard>(store, pool.e.uuid);
        for (const std::size_t ballot : {std::size_t(2), std::size_t(0), ballots_of_each})
            ASSERT_TRUE(cast(ballot));
    }
    Outcome<Receipt> cast(std::size_t ballot) { return board->cast({pool.ballots[ballot]})[0]; }
    // In the place of a ballot lies another one that is on the board.
    void replace(std::size_t ballot, std::size_t by) {
        const std::string name = data_name(pool.ballots[ballot].ballot.hash());
        const auto records = memory.read(pool.e.uuid, 0, 100);
        const auto other =
            std::ranges::find(records, data_name(pool.ballots[by].ballot.hash()), &BoardRecord::name);
        ASSERT_TRUE(other != records.end() && std::ranges::count(records, name, &BoardRecord::name) == 1);
        store.change = [name, bytes = other->bytes](BoardRecord& record) {
            if (record.name == name) record.bytes = bytes;
        };
    }
    void closes_rightly() {
        store.change = nullptr;
        ASSERT_TRUE(board->close(slips));
        const AuditReport report = audit(MemorySource(archive_of(store, pool.e.uuid)));
        EXPECT_FALSE(report.rejection);
        EXPECT_EQ(report.counted, 2u);
    }
};

TEST_F(ChangedInTheStore, a_replaced_ballot_is_held_against_its_name) {
    for (const std::size_t by : {std::size_t(2), ballots_of_each}) {
        replace(0, by);
        EXPECT_THROW(static_cast<void>(cast(1)), Bug);
    }
    store.change = nullptr;
    ASSERT_TRUE(cast(1));
    closes_rightly();
}

TEST_F(ChangedInTheStore, the_box_stays_open) {
    replace(0, ballots_of_each);
    EXPECT_THROW(static_cast<void>(board->close(slips)), Bug);
    EXPECT_TRUE(board->is_open());
    closes_rightly();
}

}  // namespace
}  // namespace minhtin::test
