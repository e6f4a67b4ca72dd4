#include "server/domain/balance.h"

#include <array>

#include "crypto/ensure.h"
#include "server/domain/percent.h"

namespace minhtin {
namespace {

using enum Amount;

const std::array vote_gates{
    Gate{"present-over-summoned", {present}, summoned, false, true},
    Gate{"issued-over-present", {issued}, present, false, true},
    Gate{"collected-over-present", {collected}, present},
    Gate{"issued-over-summoned", {issued}, summoned},
    Gate{"collected-over-summoned", {collected}, summoned},
    Gate{"issued-over-eligible", {issued}, eligible},
    Gate{"collected-over-issued", {collected}, issued, false, true},
    Gate{"collected-over-eligible", {collected}, eligible},
    Gate{"valid-plus-invalid", {valid, invalid}, collected, true, true},
    Gate{"ballots-over-limit", {valid, invalid}, collected},
    Gate{"ballots-over-limit", {valid, invalid}, issued},
    Gate{"ballots-over-limit", {valid, invalid}, present},
    Gate{"ballots-over-limit", {valid, invalid}, summoned},
    Gate{"ballots-over-limit", {valid, invalid}, eligible},
};
const std::array line_gates{
    Gate{"levels-over-valid", {levels}, valid},
    Gate{"levels-plus-not-counted", {levels, not_counted}, collected, true, true},
    Gate{"levels-over-collected", {levels}, collected},
    Gate{"not-counted-over-collected", {not_counted}, collected},
    Gate{"levels-over-issued", {levels}, issued},
    Gate{"levels-over-present", {levels}, present},
    Gate{"levels-over-summoned", {levels}, summoned},
    Gate{"levels-over-eligible", {levels}, eligible},
};

// What is known of an amount: at least so much, and whether that is all.
struct Known {
    std::int64_t least = 0;
    bool whole = true;
    bool some = false;
    void add(const Number& part) {
        ENSURE(!part || (*part >= 0 && *part <= largest_count));
        least += part.value_or(0);
        whole = whole && part.has_value();
        some = some || part.has_value();
    }
};

Known known(Amount amount, const BallotSums& sums, const LineSums& line) {
    Known k;
    switch (amount) {
        case summoned:
            k.add(sums.summoned);
            break;
        case present:
            k.add(sums.present);
            break;
        case eligible:
            k.add(sums.eligible);
            break;
        case issued:
            k.add(sums.issued);
            break;
        case collected:
            k.add(sums.collected);
            break;
        case valid:
            k.add(sums.valid);
            break;
        case invalid:
            k.add(sums.invalid);
            break;
        case not_counted:
            k.add(line.not_counted);
            break;
        case levels:
            for (const auto& [level, marks] : line.levels) k.add(marks);
            break;
    }
    return k;
}

GateCheck checked(const Gate& gate, const BallotSums& sums, const LineSums& line) {
    GateCheck check;
    check.gate = &gate;
    Known left;
    for (const Amount amount : gate.left) {
        const Known part = known(amount, sums, line);
        left.least += part.least;
        left.some = left.some || part.some;
        if (!part.whole) check.missing.push_back(amount);
    }
    left.whole = check.missing.empty();
    check.left = left.least;
    check.right = known(gate.right, sums, line).some ? Number(known(gate.right, sums, line).least) : Number();
    if (!check.right) check.missing.push_back(gate.right);
    if (!check.right || !left.some) return check;
    if (gate.exact) {
        if (left.whole) check.holds = left.least == *check.right ? Truth::yes : Truth::no;
    } else if (left.least > *check.right) {
        check.holds = Truth::no;
    } else if (left.whole) {
        check.holds = Truth::yes;
    }
    return check;
}

template <class Gates>
std::vector<GateCheck> all(const Gates& gates, const BallotSums& sums, const LineSums& line) {
    std::vector<GateCheck> checks;
    for (const Gate& gate : gates) checks.push_back(checked(gate, sums, line));
    return checks;
}

}  // namespace

Number base_number(const BallotSums& sums, Base base) {
    switch (base) {
        case Base::eligible:
            return sums.eligible;
        case Base::issued:
            return sums.issued;
        case Base::collected:
            return sums.collected;
    }
    bug("base", __FILE__, __LINE__);
}

std::string_view name(Amount amount) {
    switch (amount) {
        case summoned:
            return "summoned";
        case present:
            return "present";
        case eligible:
            return "eligible";
        case issued:
            return "issued";
        case collected:
            return "collected";
        case valid:
            return "valid";
        case invalid:
            return "invalid";
        case levels:
            return "levels";
        case not_counted:
            return "not_counted";
    }
    bug("amount", __FILE__, __LINE__);
}

Sentence title(Amount amount) {
    switch (amount) {
        case summoned:
            return {"số người được triệu tập", "people summoned"};
        case present:
            return {"số người có mặt", "people present"};
        case eligible:
            return {"tổng số thành viên", "members of the body"};
        case issued:
            return {"số phiếu phát ra", "ballots issued"};
        case collected:
            return {"số phiếu thu về", "ballots collected"};
        case valid:
            return {"số phiếu hợp lệ", "valid ballots"};
        case invalid:
            return {"số phiếu không hợp lệ", "invalid ballots"};
        case levels:
            return {"cộng các mức", "the levels together"};
        case not_counted:
            return {"số phiếu không tính cho người này", "ballots not counted for the person"};
    }
    bug("amount", __FILE__, __LINE__);
}

std::vector<GateCheck> check_gates(const BallotSums& sums) {
    return all(vote_gates, sums, {});
}

std::vector<GateCheck> check_gates(const BallotSums& sums, const LineSums& line) {
    return all(line_gates, sums, line);
}

}  // namespace minhtin
