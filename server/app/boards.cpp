#include "server/app/boards.h"

#include "crypto/ensure.h"
#include "server/app/board_records.h"

namespace minhtin {

std::shared_ptr<LiveBoard> Boards::find(std::string_view uuid) {
    {
        const std::scoped_lock lock(mutex_);
        if (const auto at = boards_.find(uuid); at != boards_.end()) return at->second;
    }
    if (store_.head(uuid).records == 0) return {};
    // Opened without the lock; who comes second takes what the first has put there.
    auto board = std::make_shared<LiveBoard>(store_, std::string(uuid));
    const std::scoped_lock lock(mutex_);
    return boards_.emplace(uuid, std::move(board)).first->second;
}

void Boards::begin(std::string_view uuid, const SetupFiles& files, std::uint64_t timestamp) {
    ENSURE(Election::open(files));
    BoardGroup group{{"BELENIOS", archive_start(timestamp)}};
    std::vector<BoardData> data;
    for (std::string& content : setup_event_data(files)) data.emplace_back(std::move(content));
    const auto setup = records_of({}, EventType::setup, data, timestamp);
    group.insert(group.end(), setup.records.begin(), setup.records.end());
    ENSURE(store_.append(uuid, {}, group) == Appended::done);
}

}  // namespace minhtin
