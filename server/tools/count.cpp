#include "server/tools/count.h"

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

#include "server/domain/tally_table.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* usage =
    "Cách dùng / usage: minhtin count TABLE.csv --profile ID [--json] [--base eligible|issued|collected]\n";

struct Wanted {
    std::string file, profile;
    std::optional<Base> base;
    enum class Form { people, json } form = Form::people;
};

std::optional<Wanted> read_args(std::span<const std::string> args, std::ostream& err) {
    Wanted wanted;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const bool more = i + 1 < args.size();
        if (args[i] == "--json") {
            wanted.form = Wanted::Form::json;
        } else if (args[i] == "--profile" && more) {
            wanted.profile = args[++i];
        } else if (args[i] == "--base" && more) {
            wanted.base = base_named(args[++i]);
            if (!wanted.base) {
                err << "--base: eligible, issued, collected; không phải / not: " << args[i] << "\n";
                return {};
            }
        } else if (!args[i].starts_with("--") && wanted.file.empty()) {
            wanted.file = args[i];
        } else {
            err << "Không hiểu / not understood: " << args[i] << "\n";
            return {};
        }
    }
    if (wanted.file.empty() || wanted.profile.empty()) return {};
    return wanted;
}

// At most one byte more than a table may have, so that an endless file is refused as too large.
std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return {};
    std::string bytes(csv_max_bytes + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad()) return {};
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

int usage_error(std::ostream& err) {
    err << usage << "Hồ sơ quy định / profiles:\n";
    for (const RegulationProfile& p : profiles())
        if (p.about_votes()) err << "  " << p.id << "  " << p.title.vi << "\n";
    return 2;
}

Json problem_json(const Problem& p) {
    return {{"line", p.line}, {"column", p.column}, {"value", p.value},
            {"code", p.code}, {"vi", p.says.vi},    {"en", p.says.en}};
}

int refuse(const Wanted& wanted, const std::vector<Problem>& problems, std::ostream& out, std::ostream& err) {
    Json list = Json::array();
    for (const Problem& p : problems) {
        err << wanted.file << ": dòng / line " << p.line << ": " << p.code << ": " << p.says.vi << " / "
            << p.says.en << "\n";
        list.push_back(problem_json(p));
    }
    if (wanted.form == Wanted::Form::json) out << Json{{"refused", list}}.dump(2) << "\n";
    return 1;
}

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json level_json(const std::optional<std::int64_t>& count, const std::optional<std::string>& percent) {
    return {{"count", or_null(count)}, {"percent", or_null(percent)}};
}

Json row_json(const TallyLine& l) {
    Json band = nullptr;
    if (l.band != nullptr) {
        band = {{"code", l.band->code},
                {"article", l.band->article},
                {"vi", l.band->says.vi},
                {"en", l.band->says.en}};
    }
    return {{"line", l.row.line},
            {"person", l.row.person},
            {"position", l.row.position},
            {"base", l.base},
            {"high", level_json(l.row.counts.high, l.high)},
            {"trust", level_json(l.row.counts.trust, l.trust)},
            {"low", level_json(l.row.counts.low, l.low)},
            {"not_counted", or_null(l.not_counted)},
            {"band", band}};
}

void print_json(const RegulationProfile& profile, Base base, const std::vector<TallyLine>& lines,
                std::ostream& out) {
    Json rows = Json::array();
    for (const TallyLine& line : lines) rows.push_back(row_json(line));
    out << Json{{"profile", profile.id}, {"base", name(base)}, {"rows", rows}}.dump(2) << "\n";
}

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t used = length(text);
    return text + std::string(used < width ? width - used : 1, ' ');
}

// "19 (40,43 %)", the Vietnamese spelling; "-" for what is not known.
std::string shown(const std::optional<std::int64_t>& count, const std::optional<std::string>& percent) {
    if (!count) return "-";
    std::string comma = *percent;
    comma.replace(comma.find('.'), 1, ",");
    return std::to_string(*count) + " (" + comma + " %)";
}

const char* base_words(Base base) {
    switch (base) {
        case Base::eligible:
            return "tổng số người của tập thể";
        case Base::issued:
            return "số phiếu phát ra";
        case Base::collected:
            return "số phiếu thu về";
    }
    bug("base", __FILE__, __LINE__);
}

void print_people(const RegulationProfile& profile, Base base, const std::vector<TallyLine>& lines,
                  std::ostream& out) {
    out << profile.title.vi << "\nTỷ lệ tính trên: " << base_words(base) << "\n\n";
    constexpr std::array<std::size_t, 6> widths{6, 14, 18, 18, 18, 12};
    out << padded("Gốc", widths[0]) << padded("Người", widths[1]) << padded("Tín nhiệm cao", widths[2])
        << padded("Tín nhiệm", widths[3]) << padded("Tín nhiệm thấp", widths[4])
        << padded("Không tính", widths[5]) << "Chức vụ\n";
    for (const TallyLine& l : lines) {
        out << padded(std::to_string(l.base), widths[0]) << padded(l.row.person, widths[1])
            << padded(shown(l.row.counts.high, l.high), widths[2])
            << padded(shown(l.row.counts.trust, l.trust), widths[3])
            << padded(shown(l.row.counts.low, l.low), widths[4])
            << padded(l.not_counted ? std::to_string(*l.not_counted) : "-", widths[5]) << l.row.position
            << "\n";
        if (l.band != nullptr) out << "      → " << l.band->says.vi << " (" << l.band->article << ")\n";
    }
}

}  // namespace

int run_count(std::span<const std::string> args, std::ostream& out, std::ostream& err) {
    const auto wanted = read_args(args, err);
    if (!wanted) return usage_error(err);
    const RegulationProfile* rules = profile(wanted->profile);
    if (rules == nullptr || !rules->about_votes()) {
        err << (rules == nullptr
                    ? "Không có hồ sơ quy định này / no such profile: "
                    : "Quy định này không nói về lấy phiếu / this regulation is not about votes: ")
            << wanted->profile << "\n";
        return usage_error(err);
    }

    const auto bytes = read_file(wanted->file);
    if (!bytes) {
        err << wanted->file << ": không đọc được / cannot be read\n";
        return 2;
    }

    const auto table = read_csv(*bytes);
    if (!table) return refuse(*wanted, {table.reason()}, out, err);
    const auto rows = read_tally_table(*table);
    if (!rows) return refuse(*wanted, rows.reason(), out, err);
    const Base base = wanted->base.value_or(rules->base);
    const auto lines = count_table(*rows, *rules, base);
    if (!lines) return refuse(*wanted, lines.reason(), out, err);

    if (wanted->form == Wanted::Form::json) {
        print_json(*rules, base, *lines, out);
    } else {
        print_people(*rules, base, *lines, out);
    }
    return 0;
}

}  // namespace minhtin
