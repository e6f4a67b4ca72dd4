#include "server/domain/vote_result.h"

#include "crypto/ensure.h"
#include "server/domain/balance.h"
#include "server/domain/percent.h"

namespace minhtin {

PersonTally tally_of(const RegulationProfile& profile, const LevelCounts& counts,
                     const BallotNumbers& ballots) {
    ENSURE(counts.high >= 0 && counts.trust >= 0 && counts.low >= 0);
    ENSURE(counts.high + counts.trust + counts.low <= ballots.collected);
    ENSURE(ballots.collected <= ballots.issued && ballots.issued <= ballots.eligible);
    PersonTally tally;
    tally.counts = counts;
    tally.not_counted = ballots.collected - counts.high - counts.trust - counts.low;
    tally.base_kind = profile.base;
    const BallotSums sums{.summoned = {},
                          .present = {},
                          .eligible = ballots.eligible,
                          .issued = ballots.issued,
                          .collected = ballots.collected,
                          .valid = {},
                          .invalid = {}};
    tally.base = base_number(sums, profile.base).value();
    tally.percents = {percent(counts.high, tally.base), percent(counts.trust, tally.base),
                      percent(counts.low, tally.base)};
    const Band* band = band_of(profile, {counts.high, counts.trust, counts.low}, tally.base);
    if (band != nullptr) tally.band = BandFound{band->code, band->article, band->says};
    return tally;
}

}  // namespace minhtin
