#include "server/app/ceremony.h"

#include "crypto/ensure.h"
#include "server/domain/profiles.h"

namespace minhtin {
namespace {

using Message = std::optional<std::string> VoteTrustee::*;

std::optional<std::vector<std::string>> all_messages(const Vote& vote, Message step) {
    std::vector<std::string> all;
    for (const VoteTrustee& trustee : vote.trustees) {
        if (!(trustee.*step)) return {};
        all.push_back(*(trustee.*step));
    }
    return all;
}

// Takes a message of one step: `check(vote)` says whether it holds, `then(vote)` what follows from it.
template <class Check, class Then>
Outcome<void> hand_in(App& app, const Invitation& who, Message step, std::string_view bytes, Check&& check,
                      Then&& then) {
    return change_vote(app, who.vote, Preparation::only, [&](RegistryTables&, Vote& vote) -> Outcome<void> {
        auto& mine = vote.trustees.at(static_cast<std::size_t>(who.index) - 1).*step;
        if (mine) return *mine == bytes ? Outcome<void>() : Outcome<void>(Reason::message_differs);
        Outcome<void> held = check(vote);
        if (!held) return held;
        mine = std::string(bytes);
        then(vote);
        return {};
    });
}
constexpr auto nothing_more = [](Vote&) {};

// The bytes of the election; they fix its fingerprint for ever.
std::string election_text(const Vote& vote, const Element& key) {
    const RegulationProfile* rules = profile(vote.profile);
    ENSURE(rules);
    ElectionDescription e;
    e.name = vote.name;
    e.description = "Lấy phiếu tín nhiệm ngày " + vote.day.vietnamese();
    e.uuid = vote.uuid;
    for (const VotePerson& person : vote.persons) {
        Question q;
        q.text = person.post.empty() ? person.name : person.name + " — " + person.post;
        for (const Level& level : rules->levels) q.answers.push_back(level.title.vi);
        e.questions.push_back(std::move(q));
    }
    return encode_election(e, key);
}

// When all keys are in.
void fix_election(Vote& vote) {
    const auto messages = all_messages(vote, &VoteTrustee::key);
    if (!messages) return;
    const auto certificates = checked_certificates(vote);
    const auto polynomials = checked_polynomials(vote);
    std::vector<CheckedKey> keys;
    for (std::size_t i = 0; i < messages->size(); ++i) {
        auto key = check_key(*certificates, *polynomials, i + 1, (*messages)[i]);
        ENSURE(key);
        keys.push_back(std::move(*key));
    }
    vote.trustees_json = encode_trustees({assemble_group(*certificates, *polynomials, keys)});
    vote.election = election_text(vote, group_key(*polynomials));
}

}  // namespace

std::optional<std::vector<std::string>> certificates_of(const Vote& vote) {
    return all_messages(vote, &VoteTrustee::certificate);
}

std::optional<Certificates> checked_certificates(const Vote& vote) {
    const auto messages = certificates_of(vote);
    if (!messages) return {};
    auto certificates = Certificates::check(size_of(vote), *messages, Profile::hardened);
    ENSURE(certificates);
    return std::move(*certificates);
}

std::optional<std::vector<CheckedPolynomial>> checked_polynomials(const Vote& vote) {
    const auto messages = all_messages(vote, &VoteTrustee::polynomial);
    const auto certificates = checked_certificates(vote);
    if (!messages || !certificates) return {};
    std::vector<CheckedPolynomial> all;
    for (std::size_t i = 0; i < messages->size(); ++i) {
        auto polynomial = check_polynomial(*certificates, i + 1, (*messages)[i]);
        ENSURE(polynomial);
        all.push_back(std::move(*polynomial));
    }
    return all;
}

Outcome<void> submit_certificate(App& app, const Invitation& who, std::string_view bytes) {
    return hand_in(
        app, who, &VoteTrustee::certificate, bytes,
        [&](const Vote& vote) -> Outcome<void> {
            const auto index = static_cast<std::size_t>(who.index);
            const auto checked = check_certificate(size_of(vote), index, bytes, Profile::hardened);
            if (!checked) return checked.reason();
            return {};
        },
        nothing_more);
}

Outcome<void> submit_polynomial(App& app, const Invitation& who, std::string_view bytes) {
    return hand_in(
        app, who, &VoteTrustee::polynomial, bytes,
        [&](const Vote& vote) -> Outcome<void> {
            const auto certificates = checked_certificates(vote);
            if (!certificates) return Reason::not_your_step;
            const auto checked = check_polynomial(*certificates, static_cast<std::size_t>(who.index), bytes);
            if (!checked) return checked.reason();
            return {};
        },
        nothing_more);
}

Outcome<void> submit_key(App& app, const Invitation& who, std::string_view bytes) {
    const auto check = [&](const Vote& vote) -> Outcome<void> {
        const auto certificates = checked_certificates(vote);
        const auto polynomials = checked_polynomials(vote);
        if (!certificates || !polynomials) return Reason::not_your_step;
        const auto checked =
            check_key(*certificates, *polynomials, static_cast<std::size_t>(who.index), bytes);
        if (!checked) return checked.reason();
        return {};
    };
    return hand_in(app, who, &VoteTrustee::key, bytes, check, fix_election);
}

Outcome<void> reset_ceremony(App& app, std::string_view uuid) {
    const std::string another = random_base58(app.random, 16);
    return change_vote(app, uuid, Preparation::only, [&](RegistryTables&, Vote& vote) -> Outcome<void> {
        if (vote.credentials) return Reason::slips_registered;
        for (VoteTrustee& trustee : vote.trustees) trustee = {trustee.name, trustee.post, {}, {}, {}, false};
        vote.ceremony = another;
        vote.election.reset();
        vote.trustees_json.reset();
        return {};
    });
}

}  // namespace minhtin
