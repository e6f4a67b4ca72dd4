#include "ballot/board.h"

#include <gtest/gtest.h>

#include <array>

#include "ballot/archive.h"
#include "crypto/hash.h"
#include "tests/ballot/test_election.h"

namespace minhtin {
namespace {

constexpr std::array types{EventType::setup,
                           EventType::ballot,
                           EventType::end_ballots,
                           EventType::encrypted_tally,
                           EventType::partial_decryption,
                           EventType::result};

std::vector<std::string> data_for(EventType type) {
    switch (type) {
        case EventType::setup:
            return {"a", "b", "c", "d"};
        case EventType::ballot:
        case EventType::result:
            return {"a"};
        case EventType::end_ballots:
            return {};
        case EventType::encrypted_tally:
        case EventType::partial_decryption:
            return {"a", "b"};
    }
    return {};
}

// Setup Ballot* EndBallots EncryptedTally PartialDecryption+ Result, said a second time as a regular
// expression over all sequences of up to six events.
TEST(Board, TakesExactlyTheGrammar) {
    auto right = [](const std::string& s) {
        std::size_t i = 0;
        if (s[i++] != 'S') return false;
        while (s[i] == 'B') ++i;
        if (s[i] == '\0') return true;
        if (s[i++] != 'E') return false;
        if (s[i] == '\0') return true;
        if (s[i++] != 'T') return false;
        if (s[i] == '\0') return true;
        if (s[i] != 'P') return false;
        while (s[i] == 'P') ++i;
        return s[i] == '\0' || (s[i] == 'R' && s[i + 1] == '\0');
    };
    std::size_t accepted = 0;
    for (std::size_t n = 0; n < 6u * 6 * 6 * 6 * 6 * 6; ++n) {
        std::string word;
        BoardState state;
        bool taken = true;
        for (std::size_t i = 0, rest = n; i < 6; ++i, rest /= 6) {
            const EventType type = types[rest % 6];
            word += "SBETPR"[rest % 6];
            auto step = extend(state, type, data_for(type), 0);
            taken = taken && step;
            if (step) state = step->next;
        }
        ASSERT_EQ(taken, right(word)) << word;
        accepted += taken;
    }
    EXPECT_GT(accepted, 0u);
}

TEST(Board, EventsAreReadOnlyAsTheyAreWritten) {
    BoardEvent event{sha256_hex("x"), 3, EventType::ballot, sha256_hex("y")};
    const std::string bytes = encode_event(event);
    EXPECT_EQ(bytes, R"({"parent":")" + sha256_hex("x") + R"(","height":3,"type":"Ballot","payload":")" +
                         sha256_hex("y") + R"("})");
    const auto again = decode_event(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(encode_event(*again), bytes);
    for (const std::string& bad :
         {" " + bytes, bytes + "\n", std::string(R"({"type":"Setup","height":0})"),
          std::string(R"({"height":0,"type":"Setup","x":1})"), std::string(R"({"height":-1,"type":"Setup"})"),
          std::string(R"({"height":0.0,"type":"Setup"})"), std::string(R"({"height":"0","type":"Setup"})"),
          std::string(R"({"height":0,"type":"setup"})"), std::string(R"({"height":0,"type":"Shuffle"})"),
          std::string(R"({"parent":null,"height":0,"type":"Setup"})"),
          std::string(R"({"parent":"00","height":0,"type":"Setup"})")})
        EXPECT_FALSE(decode_event(bad)) << bad;
}

TEST(Board, EachLinkIsCompared) {
    const auto first = extend({}, EventType::setup, data_for(EventType::setup), 0);
    ASSERT_TRUE(first);
    const BoardState& state = first->next;
    const std::string hash = sha256_hex("a");
    const BoardEvent right{state.head, 1, EventType::ballot, hash};
    auto code = [&](const BoardEvent& e, std::vector<std::string> data) {
        const auto next = admit(state, e, data);
        return next ? "" : std::string(sentence(next.reason().reason).code);
    };
    EXPECT_EQ(code(right, {hash}), "");
    BoardEvent e = right;
    e.parent = sha256_hex("other");
    EXPECT_EQ(code(e, {hash}), "event-parent");
    e.parent.reset();
    EXPECT_EQ(code(e, {hash}), "event-parent");
    e = right;
    e.height = 2;
    EXPECT_EQ(code(e, {hash}), "event-height");
    e = right;
    e.type = EventType::result;
    EXPECT_EQ(code(e, {hash}), "event-order");
    e = right;
    e.payload = sha256_hex("b");
    EXPECT_EQ(code(e, {hash}), "event-payload");
    e.payload.reset();
    EXPECT_EQ(code(e, {hash}), "event-payload");
    EXPECT_EQ(code(right, {}), "event-data");
    EXPECT_EQ(code(right, {sha256_hex("b"), hash}), "event-data");
    EXPECT_EQ(code({state.head, 1, EventType::end_ballots, hash}, {}), "event-payload");
}

TEST(Board, ExtendGivesTheBytesToAppend) {
    BoardState state;
    std::string archive = archive_start(5);
    for (EventType type : {EventType::setup, EventType::ballot, EventType::end_ballots}) {
        const auto step = extend(state, type, data_for(type), 5);
        ASSERT_TRUE(step) << code_of(step);
        archive += step->bytes;
        state = step->next;
        EXPECT_EQ(state.head, sha256_hex(encode_event(step->event)));
    }
    const MemorySource source(archive);
    auto reader = ArchiveReader::open(source);
    ASSERT_TRUE(reader);
    std::size_t files = 0;
    for (auto next = reader->next(); next && next->has_value(); next = reader->next()) ++files;
    EXPECT_EQ(files, 4u + 1 + 1 + 1 + 1);
    EXPECT_EQ(reader->position(), archive.size());
    EXPECT_EQ(code_of(extend(state, EventType::ballot, {"a"}, 5)), "event-order");
}

}  // namespace
}  // namespace minhtin
