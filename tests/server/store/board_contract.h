#pragma once
// What every BoardStore does. A store's own test file says how to make an empty one:
//
//   INSTANTIATE_TEST_SUITE_P(Memory, BoardContract, testing::Values(...));
#include <gtest/gtest.h>

#include <functional>
#include <memory>

#include "server/store/board_store.h"

namespace minhtin {

using MakeBoardStore = std::function<std::unique_ptr<BoardStore>()>;

class BoardContract : public testing::TestWithParam<MakeBoardStore> {
protected:
    std::unique_ptr<BoardStore> store_ = GetParam()();
};

}  // namespace minhtin
