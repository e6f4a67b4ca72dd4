#include "crypto/discrete_log.h"

#include <algorithm>
#include <vector>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::uint64_t block_size = 1024;  // of steps that are written with one inversion

std::string table_key(const Element& e) {
    return std::string(as_text(e.bytes()));
}

}  // namespace

DiscreteLog::DiscreteLog(std::uint64_t max) : max_(max), width_(1) {
    ENSURE(max < (std::uint64_t{1} << 40));
    while (width_ * width_ <= max) ++width_;
    baby_.reserve(width_);
    for (std::uint64_t from = 0; from < width_; from += block_size) {
        std::vector<Element> steps;
        std::vector<Element*> all;
        for (std::uint64_t i = from; i < std::min(from + block_size, width_); ++i) {
            steps.push_back(giant_);
            giant_ = giant_ + Element::generator();
        }
        for (Element& step : steps) all.push_back(&step);
        normalize(all);
        for (std::size_t i = 0; i < steps.size(); ++i) baby_.emplace(table_key(steps[i]), from + i);
    }
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
