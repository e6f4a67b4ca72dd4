#pragma once
// Vietnamese order for a database: bytes whose plain order is the order of the texts (ICU, collation vi).
#include <string_view>

#include "crypto/bytes.h"

namespace minhtin::sql {

Bytes sort_key(std::string_view text);

}  // namespace minhtin::sql
