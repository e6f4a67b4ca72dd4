#pragma once
// What every Registry must do. A second store passes these before it is used: instantiate with a maker.
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

#include "server/app/refusals.h"
#include "server/store/registry.h"

namespace minhtin::test {

// Opens the same registry again at each call: what was written is there.
struct RegistryUnderTest {
    std::string name;
    std::function<std::function<std::unique_ptr<Registry>()>()> make;
};

class RegistryContract : public testing::TestWithParam<RegistryUnderTest> {
protected:
    std::function<std::unique_ptr<Registry>()> open = GetParam().make();
    std::unique_ptr<Registry> registry = open();
    void reopen() {
        registry.reset();
        registry = open();
    }
    template <class F>
    auto read(F f) {
        return registry->read(f);
    }
    template <class F>
    auto write(F f) {
        return registry->write(f);
    }
};

}  // namespace minhtin::test
