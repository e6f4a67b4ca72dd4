#pragma once
// Channels: the ways on which opinions come into a rating file, as data (server/domain/channels/*.json): who
// writes, which form, whether the file is incomplete without it.
#include <span>
#include <string>
#include <string_view>

#include "server/domain/form.h"

namespace minhtin {

// Where a channel of one file stands. `none`: nothing is expected here.
enum class ChannelState { none, not_asked, asked, exempt, received, late };
std::string_view name(ChannelState state);

struct Channel {
    enum class Writer { member, residence_committee, vote, office };
    enum class Needed { required, optional };
    std::string id;
    Sentence title;
    Writer writer = Writer::member;
    Needed needed = Needed::optional;
    ChannelState starts = ChannelState::none;  // before anything happened
    std::string source;                        // where the form is from
    Form form;
};

inline constexpr std::string_view self_review = "self-review";
inline constexpr std::string_view residence_remark = "residence-remark";
inline constexpr std::string_view confidence_vote = "confidence-vote";
inline constexpr std::string_view stated_facts = "stated-facts";

// All channels, in the order in which a record shows them; live as long as the program.
std::span<const Channel> channels();
// Of an id that exists.
const Channel& channel(std::string_view id);

}  // namespace minhtin
