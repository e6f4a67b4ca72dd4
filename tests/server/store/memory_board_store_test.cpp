#include "server/store/memory_board_store.h"

#include "tests/server/store/board_contract.h"

namespace minhtin {
namespace {

INSTANTIATE_TEST_SUITE_P(Memory, BoardContract,
                         testing::Values([] { return std::make_unique<MemoryBoardStore>(); }));

}  // namespace
}  // namespace minhtin
