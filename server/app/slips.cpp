#include "server/app/slips.h"

#include <algorithm>

#include "ballot/credentials.h"

namespace minhtin {

Outcome<void> register_slips(App& app, const Invitation& who, std::vector<std::string> credentials) {
    std::sort(credentials.begin(), credentials.end());
    std::vector<Element> elements;
    for (const std::string& text : credentials) {
        const auto element = Element::decode(text);
        if (!element) return Rejection{Reject::credential_entry, ""};
        elements.push_back(*element);
    }
    std::string list = encode_credentials(elements);
    const auto sound = Credentials::decode(list, Profile::hardened);
    if (!sound) return sound.reason();
    return change_vote(app, who.vote, Preparation::only, [&](RegistryTables&, Vote& vote) -> Outcome<void> {
        if (!vote.election) return Reason::keys_missing;  // a slip shows the election's fingerprint
        if (vote.credentials) return Reason::slips_registered;
        if (elements.size() != static_cast<std::size_t>(vote.slips)) return Reason::credentials_number;
        vote.credentials = std::move(list);
        return {};
    });
}

}  // namespace minhtin
