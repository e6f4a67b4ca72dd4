#include "server/app/board_source.h"

#include <algorithm>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::size_t page_size = 16;

}  // namespace

std::string ArchivePages::next() {
    if (from_ >= records_) return {};
    const auto page = store_->read(election_, from_, std::min<std::uint64_t>(page_size, records_ - from_));
    ENSURE(!page.empty());
    from_ += page.size();
    std::string bytes;
    for (const BoardRecord& record : page) bytes += record.bytes;
    return bytes;
}

BoardSource::BoardSource(const BoardStore& store, std::string election)
    : store_(store), election_(std::move(election)), starts_{0} {
    const std::uint64_t records = store_.head(election_).records;
    while (starts_.size() <= records) {
        const auto page = store_.read(election_, starts_.size() - 1, page_size);
        ENSURE(!page.empty());
        for (const BoardRecord& record : page) {
            if (starts_.size() <= records) starts_.push_back(starts_.back() + record.bytes.size());
        }
    }
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
