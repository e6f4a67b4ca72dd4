#include "crypto/vartime/members.h"

#include <algorithm>

#include "crypto/vartime/eight_products.h"
#include "crypto/vartime/membership.h"

namespace minhtin::vartime {
namespace {

using Members = std::vector<std::optional<Point>>;

std::optional<Point> decode_member(const PointBytes& bytes) {
    auto p = decode(bytes);
    if (p && !is_member(*p)) p.reset();
    return p;
}

// Lanes without an encoding, or with one whose y is not reduced, decode y = 0, which nobody looks at.
void decode_in_lanes(std::span<const PointBytes> encodings, std::span<std::optional<Point>> out) {
    EightDecodings eight{};
    unsigned reduced = 0;
    for (std::size_t lane = 0; lane < encodings.size(); ++lane) {
        const auto y = from_bytes(encodings[lane]);
        if (!y) continue;
        reduced |= 1u << lane;
        if (encodings[lane][31] & 0x80) eight.odd = static_cast<std::uint8_t>(eight.odd | 1u << lane);
        for (std::size_t k = 0; k < 5; ++k) eight.y[k][lane] = y->v[k];
    }
#ifdef MINHTIN_EIGHT_LANES
    reduced &= decode_eight(eight);
#endif
    for (std::size_t lane = 0; lane < encodings.size(); ++lane) {
        if ((reduced >> lane & 1) == 0) continue;
        out[lane] = read_lane(eight.point, lane);
        LIMB_BOUND(on_curve(*out[lane]));
    }
}

}  // namespace

Members decode_members(std::span<const PointBytes> encodings, Use use) {
    Members out(encodings.size());
    if (use == Use::fastest && has_eight_lanes() && encodings.size() > 1) {
        for (std::size_t from = 0; from < encodings.size(); from += lane_count) {
            const std::size_t count = std::min<std::size_t>(lane_count, encodings.size() - from);
            decode_in_lanes(encodings.subspan(from, count), std::span(out).subspan(from, count));
        }
    } else {
        std::transform(encodings.begin(), encodings.end(), out.begin(), decode_member);
    }
    return out;
}

}  // namespace minhtin::vartime
