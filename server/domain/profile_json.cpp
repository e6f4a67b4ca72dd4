#include "server/domain/profile_json.h"

#include <set>
#include <vector>

namespace minhtin {
namespace {

using nlohmann::json;

// Walks the text once before it is kept. Stops at the first thing that is wrong.
class Strict final : public nlohmann::json_sax<json> {
public:
    Strict(ProfileReading& reading, std::size_t deepest) : reading_(reading), deepest_(deepest) {}

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        Place& here = places_.back();
        here.name = name;
        if (here.names.insert(name).second) return true;
        reading_.problem(path(), "doubled-field", {"Trường này viết hai lần.", "This field stands twice."});
        return false;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        reading_.problem(path(), "not-json",
                         {"Không phải JSON hợp lệ, từ byte thứ " + std::to_string(position) + ".",
                          "Not valid JSON from byte " + std::to_string(position) + " on."});
        return false;
    }

private:
    struct Place {
        bool list = false;
        std::size_t index = 0;  // of the value that comes next
        std::string name;
        std::set<std::string> names;
    };

    bool value() {
        if (!places_.empty() && places_.back().list) ++places_.back().index;
        return true;
    }
    bool open(bool list) {
        if (places_.size() == deepest_) {
            reading_.problem(path(), "too-deep", {"Lồng quá sâu.", "Nested too deeply."});
            return false;
        }
        places_.push_back({list, 0, {}, {}});
        return true;
    }
    bool close() {
        places_.pop_back();
        return value();
    }
    std::string path() const {
        std::string p;
        for (const Place& place : places_) {
            if (place.list) {
                p = below(p, place.index);
            } else if (!place.name.empty()) {
                p = below(p, place.name);
            }
        }
        return p;
    }

    ProfileReading& reading_;
    std::size_t deepest_;
    std::vector<Place> places_;
};

}  // namespace

std::optional<json> parse_profile(ProfileReading& reading, std::string_view text) {
    return parse_strictly(reading, text, largest_profile, deepest_profile);
}

std::optional<json> parse_strictly(ProfileReading& reading, std::string_view text, std::size_t largest,
                                   std::size_t deepest) {
    if (text.size() > largest) {
        const std::string size = std::to_string(largest / 1024);
        reading.problem("", "too-large",
                        {"Tệp lớn hơn " + size + " KiB.", "The file is larger than " + size + " KiB."});
        return {};
    }
    // The parser would take a NUL for the end of the text and never see what follows.
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        const std::string byte = std::to_string(nul + 1);
        reading.problem("", "not-json",
                        {"Không phải JSON hợp lệ, từ byte thứ " + byte + ".",
                         "Not valid JSON from byte " + byte + " on."});
        return {};
    }
    Strict strict(reading, deepest);
    if (!json::sax_parse(text, &strict)) return {};
    return json::parse(text, nullptr, false);
}

}  // namespace minhtin
