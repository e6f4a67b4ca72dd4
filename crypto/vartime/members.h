#pragma once
// From encodings to members, several at a time. Public data only.
#include <optional>
#include <span>
#include <vector>

#include "crypto/vartime/encoding.h"
#include "crypto/vartime/use.h"

namespace minhtin::vartime {

// For each: the point with Z = 1 if the bytes are the canonical encoding of a member, the identity included.
std::vector<std::optional<Point>> decode_members(std::span<const PointBytes> encodings,
                                                 Use use = Use::fastest);

}  // namespace minhtin::vartime
