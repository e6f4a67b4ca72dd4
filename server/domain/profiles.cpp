#include "server/domain/profiles.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "crypto/ensure.h"
#include "server/domain/data.h"

namespace minhtin {
namespace {

using nlohmann::json;
using Profiles = std::vector<RegulationProfile>;
using Problems = std::vector<ProfileProblem>;

// What must be known before a file can be read: its id and whom it inherits from.
struct Waiting {
    std::string file, text, id;
    std::vector<std::string> inherits;
};

Waiting peek(const std::string& file, const std::string& text) {
    Waiting w{file, text, {}, {}};
    const json j = json::parse(text, nullptr, false);
    if (!j.is_object()) return w;  // read_profile says why
    if (j.contains("id") && j["id"].is_string()) w.id = j["id"];
    if (!j.contains("inherits") || !j["inherits"].is_array()) return w;
    for (const json& one : j["inherits"]) {
        if (one.is_string() && one != w.id) w.inherits.push_back(one);
    }
    return w;
}

bool waits_for_another(const Waiting& one, const std::vector<Waiting>& all) {
    return std::ranges::any_of(one.inherits, [&](const std::string& parent) {
        return std::ranges::any_of(all, [&](const Waiting& w) { return w.id == parent; });
    });
}

// Reads those that wait for no other, until none is left.
Result<Profiles, Problems> read_all(Profiles known,
                                    const std::vector<std::pair<std::string, std::string>>& files) {
    std::vector<Waiting> waiting;
    for (const auto& [file, text] : files) waiting.push_back(peek(file, text));
    Problems problems;
    while (!waiting.empty()) {
        const auto ready =
            std::ranges::find_if(waiting, [&](const Waiting& w) { return !waits_for_another(w, waiting); });
        if (ready == waiting.end()) break;
        auto read = read_profile(ready->file, ready->text, known);
        if (read) {
            known.push_back(*std::move(read));
        } else {
            std::ranges::copy(read.reason(), std::back_inserter(problems));
        }
        waiting.erase(ready);
    }
    for (const Waiting& w : waiting)
        problems.push_back({w.file,
                            "/inherits",
                            "inherits-in-a-circle",
                            {"Các hồ sơ kế thừa lẫn nhau thành vòng.",
                             "The profiles inherit from each other in a circle."}});
    if (!problems.empty()) return Refused{std::move(problems)};
    std::ranges::sort(known, {}, &RegulationProfile::id);
    return known;
}

Profiles& all() {
    static Profiles loaded = [] {
        std::vector<std::pair<std::string, std::string>> files;
        for (const std::string_view text : data::profiles()) files.emplace_back("", text);
        auto read = read_all({}, files);
        if (!read) {
            const ProfileProblem& first = read.reason().front();
            bug(("built-in profile: " + first.path + ": " + first.code).c_str(), __FILE__, __LINE__);
        }
        return *std::move(read);
    }();
    return loaded;
}

Day begins(const RegulationProfile& p) {
    return p.in_force_from ? *p.in_force_from : p.issued.value();
}

// A regulation without an end of its own ends when another replaces it.
bool replaced_on(const RegulationProfile& p, Day day) {
    return std::ranges::any_of(profiles(), [&](const RegulationProfile& other) {
        return std::ranges::find(other.replaces, p.id) != other.replaces.end() && begins(other) <= day;
    });
}

}  // namespace

std::string_view name(Base base) {
    switch (base) {
        case Base::eligible:
            return "eligible";
        case Base::issued:
            return "issued";
        case Base::collected:
            return "collected";
    }
    bug("base", __FILE__, __LINE__);
}

std::optional<Base> base_named(std::string_view text) {
    for (const Base base : {Base::eligible, Base::issued, Base::collected}) {
        if (name(base) == text) return base;
    }
    return {};
}

std::span<const RegulationProfile> profiles() {
    return all();
}

const RegulationProfile* profile(std::string_view id) {
    const auto found = std::ranges::find(all(), id, &RegulationProfile::id);
    return found == all().end() ? nullptr : &*found;
}

Sentence document_title(const RegulationProfile& profile, std::string_view id) {
    const auto found = std::ranges::find(profile.documents, id, &Level::id);
    return found == profile.documents.end() ? Sentence{std::string(id), std::string(id)} : found->title;
}

Result<void, std::vector<ProfileProblem>> load_profiles(
    const std::vector<std::pair<std::string, std::string>>& files) {
    auto read = read_all(all(), files);
    if (!read) return Refused{read.reason()};
    all() = *std::move(read);
    return {};
}

std::vector<const RegulationProfile*> in_force_on(Day day) {
    std::vector<const RegulationProfile*> found;
    for (const RegulationProfile& p : profiles()) {
        if (begins(p) <= day && day <= p.in_force_until.value_or(day) && !replaced_on(p, day))
            found.push_back(&p);
    }
    return found;
}

bool quorum_holds(const Quorum& quorum, std::int64_t present, std::int64_t summoned) {
    return quorum.present_times * present >= quorum.summoned_times * summoned;
}

}  // namespace minhtin
