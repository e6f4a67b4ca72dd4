#include "server/store/sort_key.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <memory>

#include "crypto/ensure.h"

namespace minhtin::sql {
namespace {

// A collator may not be shared between threads: each thread makes its own once.
const icu::Collator& collator() {
    thread_local std::unique_ptr<icu::Collator> vietnamese = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
        ENSURE(U_SUCCESS(status));
        return made;
    }();
    return *vietnamese;
}

}  // namespace

Bytes sort_key(std::string_view text) {
    auto t =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    Bytes key(static_cast<std::size_t>(collator().getSortKey(t, nullptr, 0)));
    collator().getSortKey(t, key.data(), static_cast<std::int32_t>(key.size()));
    return key;
}

}  // namespace minhtin::sql
