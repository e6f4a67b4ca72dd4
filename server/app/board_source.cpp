#include "server/app/board_source.h"

#include <algorithm>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::size_t page_size = 16;

}  // namespace

bool stream_records(const BoardStore& store, std::string_view election, std::uint64_t records,
                    const std::function<bool(std::string_view)>& take) {
    for (std::uint64_t from = 0; from < records;) {
        const auto page = store.read(election, from, std::min<std::uint64_t>(page_size, records - from));
        ENSURE(!page.empty());
        for (const BoardRecord& record : page) {
            if (!take(record.bytes)) return false;
        }
        from += page.size();
    }
    return true;
}

BoardSource::BoardSource(const BoardStore& store, std::string election)
    : store_(store), election_(std::move(election)), starts_{0} {
    stream_records(store_, election_, store_.head(election_).records, [&](std::string_view bytes) {
        starts_.push_back(starts_.back() + bytes.size());
        return true;
    });
}

void BoardSource::read(std::uint64_t offset, std::span<char> out) const {
    ENSURE(offset <= size() && out.size() <= size() - offset);
    const std::scoped_lock lock(mutex_);
    while (!out.empty()) {
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
        const auto number = static_cast<std::uint64_t>(after - starts_.begin()) - 1;
        if (number < first_ || number >= first_ + page_.size()) {
            page_ = store_.read(election_, number, page_size);
            first_ = number;
        }
        const auto part = std::string_view(page_.at(number - first_).bytes).substr(offset - *(after - 1));
        const std::size_t n = std::min(part.size(), out.size());
        std::copy_n(part.data(), n, out.data());
        out = out.subspan(n);
        offset += n;
    }
}

}  // namespace minhtin
