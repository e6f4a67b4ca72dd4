#include "server/domain/rules/condition.h"

#include <algorithm>

#include "crypto/ensure.h"

namespace minhtin {
namespace {

bool known(const Figure& f) {
    return f.state == Figure::State::known;
}
bool has_range(const Figure& f) {
    return known(f) || f.state == Figure::State::between;
}

bool compares(std::strong_ordering order, Condition::Compare compare) {
    switch (compare) {
        case Condition::Compare::at_least:
            return order >= 0;
        case Condition::Compare::more_than:
            return order > 0;
        case Condition::Compare::at_most:
            return order <= 0;
        case Condition::Compare::less_than:
            return order < 0;
        case Condition::Compare::equals:
            return order == 0;
    }
    bug("compare", __FILE__, __LINE__);
}

// Of a figure between low and high: decided when both ends answer alike (and, for equality, are one).
Truth of_ends(std::strong_ordering low, std::strong_ordering high, Condition::Compare compare) {
    const bool a = compares(low, compare), b = compares(high, compare);
    if (compare == Condition::Compare::equals && low != high)
        return low > 0 || high < 0 ? Truth::no : Truth::unknown;
    return a == b ? (a ? Truth::yes : Truth::no) : Truth::unknown;
}

Truth compare_number(const Condition& c, const Figures& figures) {
    const Figure& f = figures[c.figure];
    if (!has_range(f)) return Truth::unknown;
    return of_ends(f.low <=> c.number, f.high <=> c.number, c.compare);
}

Truth compare_share_of(const Condition& c, const Figures& figures) {
    const Figure& part = figures[c.figure];
    const Figure& whole = figures[c.of];
    if (!has_range(part) || !known(whole) || whole.low <= Decimal()) return Truth::unknown;
    return of_ends(compare_share(part.low, whole.low, c.share), compare_share(part.high, whole.low, c.share),
                   c.compare);
}

Truth one_of_words(const Condition& c, const Figures& figures) {
    const Figure& f = figures[c.figure];
    if (!known(f)) return Truth::unknown;
    return std::find(c.words.begin(), c.words.end(), f.word) != c.words.end() ? Truth::yes : Truth::no;
}

// `decides` is the answer of one part that settles the whole: no for all, yes for any.
Truth joined(const Condition& c, const Figures& figures, Truth decides, Looked& looked) {
    Looked open, settled;
    Truth answer = decides == Truth::no ? Truth::yes : Truth::no;
    for (const Condition& part : c.parts) {
        Looked of_part;
        const Truth truth = holds(part, figures, of_part);
        if (truth == decides) {
            looked.insert(looked.end(), of_part.begin(), of_part.end());
            return decides;
        }
        Looked& list = truth == Truth::unknown ? open : settled;
        list.insert(list.end(), of_part.begin(), of_part.end());
        if (truth == Truth::unknown) answer = Truth::unknown;
    }
    const Looked& list = answer == Truth::unknown ? open : settled;
    looked.insert(looked.end(), list.begin(), list.end());
    return answer;
}

Truth look(const Condition& c, const Figures& figures, Looked& looked, Truth truth) {
    if (truth != Truth::unknown || !known(figures[c.figure])) looked.push_back(c.figure);
    if (c.kind == Condition::Kind::share &&
        (truth != Truth::unknown || !known(figures[c.of]) || known(figures[c.figure])))
        looked.push_back(c.of);
    return truth;
}

}  // namespace

Truth holds(const Condition& c, const Figures& figures, Looked& looked) {
    ENSURE(figures.size() == figure_kinds().size());
    switch (c.kind) {
        case Condition::Kind::all:
            return joined(c, figures, Truth::no, looked);
        case Condition::Kind::any:
            return joined(c, figures, Truth::yes, looked);
        case Condition::Kind::negation: {
            const Truth inner = holds(c.parts.at(0), figures, looked);
            return inner == Truth::unknown ? inner : inner == Truth::yes ? Truth::no : Truth::yes;
        }
        case Condition::Kind::number:
            return look(c, figures, looked, compare_number(c, figures));
        case Condition::Kind::share:
            return look(c, figures, looked, compare_share_of(c, figures));
        case Condition::Kind::word:
            return look(c, figures, looked, one_of_words(c, figures));
    }
    bug("condition", __FILE__, __LINE__);
}

}  // namespace minhtin
