#include "crypto/discrete_log.h"

#include "crypto/ensure.h"

namespace minhtin {
namespace {

std::string table_key(const Element& e) {
    return std::string(as_text(e.bytes()));
}

}  // namespace

DiscreteLog::DiscreteLog(std::uint64_t max) : max_(max), width_(1) {
    ENSURE(max < (std::uint64_t{1} << 40));
    while (width_ * width_ <= max) ++width_;
    std::vector<Element> steps(1);
    std::vector<Element*> all;
    while (steps.size() <= width_) steps.push_back(steps.back() + Element::generator());
    for (Element& step : steps) all.push_back(&step);
    normalize(all);
    for (std::uint64_t i = 0; i < width_; ++i) baby_.emplace(table_key(steps[i]), i);
    giant_ = steps.back();
}

std::optional<std::uint64_t> DiscreteLog::operator()(const Element& element) const {
    Element rest = element;
    for (std::uint64_t taken = 0; taken <= max_; taken += width_) {
        if (const auto found = baby_.find(table_key(rest)); found != baby_.end()) {
            const std::uint64_t n = taken + found->second;
            if (n <= max_) return n;
            return std::nullopt;
        }
        rest = rest - giant_;
    }
    return std::nullopt;
}

}  // namespace minhtin
