#include "server/app/invite.h"

#include "crypto/hash.h"

namespace minhtin {
namespace {

bool is_counted(App& app, std::string_view vote) {
    const auto board = app.boards.find(vote);
    return board && board->last_event() == EventType::result;
}

}  // namespace

Outcome<std::string> invite(App& app, const Invitation& target) {
    constexpr std::size_t token_characters = 44;  // 257 bits
    const std::string token = random_base58(app.random, token_characters);
    if (is_counted(app, target.vote)) return Reason::vote_counted;
    const bool trustee = target.target == Invitation::Target::trustee;
    return app.registry.write([&](RegistryTables& t) -> Outcome<std::string> {
        const auto vote = t.votes->find(target.vote);
        if (!vote) return Reason::vote_unknown;
        if (trustee && (target.index < 1 || static_cast<std::size_t>(target.index) > vote->trustees.size()))
            return Refusal(Reason::field_invalid, {{"field", "index"}});
        t.invitations->replace(target, sha256_hex(token));
        return (trustee ? "/t/#" : "/s/#") + token;
    });
}

std::optional<Invitation> invited(App& app, std::string_view token) {
    const std::string hash = sha256_hex(token);
    auto found = app.registry.read([&](const RegistryTables& t) { return t.invitations->find(hash); });
    if (found && is_counted(app, found->vote)) return {};
    return found;
}

}  // namespace minhtin
