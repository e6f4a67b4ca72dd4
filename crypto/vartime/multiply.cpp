#include "crypto/vartime/multiply.h"

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

// sum + digit P, finished as far as what comes next needs it.
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

// From the lowest digit up (Yao): 2^i P goes to the bucket of the digit d with which n needs it, and at the
// end n P is the sum of d times bucket d. The doublings do not know n, so they serve all.
std::vector<Point> multiply_each(std::span<const Scalar> n, const Point& p) {
    struct Buckets {
        Naf digits;
        std::array<Point, odd_multiples> of;  // digits 1, 3, ... 15
    };
    std::vector<Buckets> all;
    for (const Scalar& one : n) {
        all.push_back({non_adjacent_form(one, naf_width), {}});
        all.back().of.fill(identity);
    }
    Unfinished power{};
    Projective doubled{p.x, p.y, p.z};
    for (std::size_t i = 0; i < naf_length; ++i) {
        bool ready = false;
        Addend addend{};
        for (Buckets& b : all) {
            const int digit = b.digits[i];
            if (digit == 0) continue;
            if (!ready) addend = prepared(i == 0 ? p : finish(power));
            ready = true;
            Point& bucket = b.of[static_cast<std::size_t>((digit < 0 ? -digit : digit) / 2)];
            bucket = finish(digit > 0 ? add(bucket, addend) : subtract(bucket, addend));
        }
        power = twice(doubled);
        if (i + 1 != naf_length) doubled = finish_for_doubling(power);
    }
    // sum of (2k+1) B_k = B_0 + ... + B_7 + 2 (B_1 + 2 B_2 + ... + 7 B_7), the last from running sums.
    std::vector<Point> out;
    for (const Buckets& b : all) {
        Point running = identity, weighted = identity;
        for (std::size_t k = odd_multiples; k-- > 1;) {
            running = running + b.of[k];
            weighted = weighted + running;
        }
        out.push_back(running + b.of[0] + finish(twice(weighted)));
    }
    return out;
}

}  // namespace minhtin::vartime
