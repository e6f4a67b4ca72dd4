#pragma once
// What an edit changes in what the caps say about files that it leaves alone. Of those that are counted alike
// one is looked at, and the others hear the same: an edit that fills an organisation's cap concerns everybody
// there.
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "server/domain/rules/cap.h"
#include "server/domain/rules/difference.h"
#include "server/domain/rules/rate_in.h"

namespace minhtin {

class CapChanges {
public:
    // Two seasons of one profile, which outlive this.
    CapChanges(const Season& before, const Season& after);
    // A file that is the same in both, in a unit that has a name.
    void look(const ReadyFile& file, std::size_t unit);
    // rest: how the other rules leave the levels of a file, best first; the same in both seasons.
    using Rest = std::function<LevelStates(const ReadyFile&, std::size_t unit)>;
    void add_to(Difference& difference, const Rest& rest) const;

private:
    struct Alike {
        Difference says;  // about the first of them
        std::vector<std::pair<const ReadyFile*, std::size_t>> files;
    };
    Difference said_about(const ReadyFile& file, std::size_t unit) const;

    const Season &before_, &after_;
    RuleSet caps_;
    std::map<std::pair<CountedAs, CountedAs>, Alike> alike_;
};

}  // namespace minhtin
