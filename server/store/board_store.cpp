#include "server/store/board_store.h"

namespace minhtin {

std::string_view event_hash(const BoardRecord& record) {
    constexpr std::string_view ending = ".event.json";
    std::string_view name = record.name;
    if (!name.ends_with(ending)) return {};
    name.remove_suffix(ending.size());
    return name;
}

}  // namespace minhtin
