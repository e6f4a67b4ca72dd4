#pragma once
// Campaigns (đợt kiểm điểm, đánh giá, xếp loại): one tree of units, one year, one regulation profile.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/day.h"

namespace minhtin {

struct Campaign {
    std::string id, name;
    int year = 0;
    std::string root_unit_id, profile;
    Day remark_due;  // what a request proposes as its day
    bool operator==(const Campaign&) const = default;
};

class Campaigns {
public:
    virtual ~Campaigns() = default;
    virtual std::vector<Campaign> all() const = 0;  // latest year first, then by name
    virtual std::optional<Campaign> find(std::string_view id) const = 0;
    // One name is given once in a year.
    enum class Added { done, name_taken };
    virtual Added add(const Campaign& campaign) = 0;
};

}  // namespace minhtin
