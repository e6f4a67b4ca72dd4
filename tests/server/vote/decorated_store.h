#pragma once
// Stores around a store, for tests: everything goes through to the inner one, but what a subclass changes.
#include <algorithm>
#include <barrier>
#include <functional>
#include <stdexcept>

#include "server/store/board_store.h"

namespace minhtin::test {

class DecoratedStore : public BoardStore {
public:
    explicit DecoratedStore(BoardStore& inner) : inner_(inner) {}
    std::vector<std::string> elections() const override { return inner_.elections(); }
    BoardHead head(std::string_view e) const override { return inner_.head(e); }
    std::vector<BoardRecord> read(std::string_view e, std::uint64_t from, std::size_t limit) const override {
        return inner_.read(e, from, limit);
    }
    Appended append(std::string_view e, const BoardHead& head, const BoardGroup& group) override {
        return inner_.append(e, head, group);
    }

protected:
    BoardStore& inner_;
};

// A store whose disk is full now and then: refuses the group, or takes it and says that it failed.
class FailingStore : public DecoratedStore {
public:
    using DecoratedStore::DecoratedStore;
    enum class Fails { no, before, after };
    Fails fails = Fails::no;
    Appended append(std::string_view e, const BoardHead& head, const BoardGroup& group) override {
        if (fails == Fails::before) throw std::runtime_error("no room");
        const Appended done = inner_.append(e, head, group);
        if (fails == Fails::after) throw std::runtime_error("the answer got lost");
        return done;
    }
};

// A store that gives other bytes back than were put in.
class ForgetfulStore : public DecoratedStore {
public:
    using DecoratedStore::DecoratedStore;
    std::function<void(BoardRecord&)> change;  // nothing: it remembers well
    std::vector<BoardRecord> read(std::string_view e, std::uint64_t from, std::size_t limit) const override {
        auto records = inner_.read(e, from, limit);
        if (change) std::ranges::for_each(records, change);
        return records;
    }
};

// A store that stops at each append, and where one record is read, until somebody has looked at the rest of
// the world: meet() comes back when a call is inside, and the call goes on at the next meet().
class SlowStore : public DecoratedStore {
public:
    using DecoratedStore::DecoratedStore;
    Appended append(std::string_view e, const BoardHead& head, const BoardGroup& group) override {
        stop();
        return inner_.append(e, head, group);
    }
    std::vector<BoardRecord> read(std::string_view e, std::uint64_t from, std::size_t limit) const override {
        if (limit == 1) stop();
        return inner_.read(e, from, limit);
    }
    void meet() { barrier_.arrive_and_wait(); }
    bool slow = false;

private:
    void stop() const {
        if (!slow) return;
        barrier_.arrive_and_wait();
        barrier_.arrive_and_wait();
    }
    mutable std::barrier<> barrier_{2};
};

}  // namespace minhtin::test
