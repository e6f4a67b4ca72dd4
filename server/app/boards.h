#pragma once
// The boards of this server, each opened at its first use, and kept. Safe to share between threads.
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "server/app/live_board.h"

namespace minhtin {

class Boards {
public:
    explicit Boards(BoardStore& store) : store_(store) {}
    const BoardStore& store() const { return store_; }

    // Nothing if the vote was not opened.
    std::shared_ptr<LiveBoard> find(std::string_view uuid);
    // Puts the header and Setup onto an empty board. Setup files that do not hold together are a Bug.
    void begin(std::string_view uuid, const SetupFiles& files, std::uint64_t timestamp);

private:
    BoardStore& store_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<LiveBoard>, std::less<>> boards_;
};

}  // namespace minhtin
