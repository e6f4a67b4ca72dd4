#include "server/domain/rules/rating_input.h"

#include "crypto/ensure.h"

namespace minhtin {

std::string_view name(RatedUnit::Kind kind) {
    switch (kind) {
        case RatedUnit::Kind::party:
            return "party";
        case RatedUnit::Kind::government:
            return "government";
        case RatedUnit::Kind::professional:
            return "professional";
        case RatedUnit::Kind::mass:
            return "mass";
    }
    bug("kind", __FILE__, __LINE__);
}

std::string_view name(RatedUnit::Tier tier) {
    switch (tier) {
        case RatedUnit::Tier::cell:
            return "cell";
        case RatedUnit::Tier::grassroots:
            return "grassroots";
        case RatedUnit::Tier::above:
            return "above";
        case RatedUnit::Tier::province:
            return "province";
    }
    bug("tier", __FILE__, __LINE__);
}

}  // namespace minhtin
