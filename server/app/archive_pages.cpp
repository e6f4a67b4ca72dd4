#include "server/app/archive_pages.h"

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

}  // namespace minhtin
