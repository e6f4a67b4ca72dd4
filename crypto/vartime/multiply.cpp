#include "crypto/vartime/multiply.h"

#include <optional>

namespace minhtin::vartime {
namespace {

// Of width 5: 253 doublings and about 42 additions of P, 3P, ... 15P.
constexpr int naf_width = 5;
constexpr std::size_t odd_multiples = 8;

using OddMultiples = std::array<Addend, odd_multiples>;

OddMultiples odd_multiples_of(const Point& p) {
    const Addend two = prepared(finish(twice(p)));
    OddMultiples out;
    Point multiple = p;
    for (std::size_t i = 0; i < odd_multiples; ++i) {
        if (i != 0) multiple = finish(add(multiple, two));
        out[i] = prepared(multiple);
    }
    return out;
}

// sum + digit P, to be finished as far as what comes next needs it.
Unfinished add_digit(const Point& sum, const OddMultiples& of, int digit) {
    return digit > 0 ? add(sum, of[static_cast<std::size_t>(digit / 2)])
                     : subtract(sum, of[static_cast<std::size_t>(-digit / 2)]);
}

struct Term {
    Naf digits;
    OddMultiples of;
};

// From the highest digit down: double, then add every term's digit (Straus). T is made only where it is used.
Point sum_of(std::span<const Term> terms) {
    Projective sum{identity.x, identity.y, identity.z};
    bool begun = false;
    Unfinished last{};
    for (std::size_t i = naf_length; i-- > 0;) {
        if (begun) last = twice(sum);
        for (const Term& term : terms) {
            const int digit = term.digits[i];
            if (digit == 0) continue;
            last = add_digit(begun ? finish(last) : identity, term.of, digit);
            begun = true;
        }
        if (begun && i != 0) sum = finish_for_doubling(last);
    }
    return begun ? finish(last) : identity;
}

}  // namespace

Point multiply(const Scalar& n, const Point& p) {
    const Term term{non_adjacent_form(n, naf_width), odd_multiples_of(p)};
    return sum_of({&term, 1});
}

Point multiply(const Scalar& m, const Point& p, const Scalar& n, const Point& q) {
    const Term terms[] = {{non_adjacent_form(m, naf_width), odd_multiples_of(p)},
                          {non_adjacent_form(n, naf_width), odd_multiples_of(q)}};
    return sum_of(terms);
}

namespace {

// A number on its way: what its digits have put into the bucket of each odd digit, 1, 3, ... 15.
struct Buckets {
    Naf digits;
    std::array<Point, odd_multiples> of;
    unsigned used = 0;  // bit k: something is in bucket k

    explicit Buckets(const Scalar& n) : digits(non_adjacent_form(n, naf_width)) { of.fill(identity); }

    void put(const Point& power, int digit) {
        const auto k = static_cast<std::size_t>((digit < 0 ? -digit : digit) / 2);
        if ((used >> k & 1) == 0) {
            of[k] = digit > 0 ? power : -power;
            used |= 1u << k;
        } else {
            of[k] = digit > 0 ? of[k] + power : of[k] - power;
        }
    }

    // (2k+1) B_k added up: B_0 + ... + B_7 + 2 (B_1 + 2 B_2 + ... + 7 B_7), the last from running sums.
    Point sum() const {
        Point running = identity, weighted = identity;
        for (std::size_t k = odd_multiples; k-- > 1;) {
            running = running + of[k];
            weighted = weighted + running;
        }
        return running + of[0] + finish(twice(weighted));
    }
};

}  // namespace

// From the lowest digit up (Yao): 2^i P goes to the bucket of the digit d with which n needs it, and at the
// end n P is the sum of d times bucket d. The doublings do not know n, so they serve all. T of 2^i P is made
// only where it is put somewhere.
std::vector<Point> multiply_each(std::span<const Scalar> n, const Point& p) {
    std::vector<Buckets> all(n.begin(), n.end());
    Unfinished last{};
    Projective power{p.x, p.y, p.z};
    for (std::size_t i = 0; i < naf_length; ++i) {
        if (i != 0) {
            last = twice(power);
            power = finish_for_doubling(last);
        }
        std::optional<Point> with_t;
        for (Buckets& b : all) {
            if (b.digits[i] == 0) continue;
            if (!with_t) with_t = Point{power.x, power.y, power.z, i == 0 ? p.t : last.e * last.h};
            b.put(*with_t, b.digits[i]);
        }
    }
    std::vector<Point> out;
    for (const Buckets& b : all) out.push_back(b.sum());
    return out;
}

}  // namespace minhtin::vartime
