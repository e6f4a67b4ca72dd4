#include "server/tools/rules.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "server/domain/rules/check_unit.h"
#include "server/domain/rules/rate.h"
#include "server/domain/rules/read_input.h"
#include "server/domain/rules/report_json.h"
#include "server/tools/rules_doc.h"
#include "server/tools/rules_text.h"

namespace minhtin {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* usage =
    "Cách dùng / usage:\n"
    "  minhtin rules list [--json]\n"
    "  minhtin rules check PROFILE.json\n"
    "  minhtin rules rate --profile ID FILE.json [--json] [--on YYYY-MM-DD]\n"
    "  minhtin rules unit --profile ID UNIT.json [--json] [--on YYYY-MM-DD]\n"
    "  minhtin rules what-if --profile ID UNIT.json CHANGES.json [--json] [--on YYYY-MM-DD]\n"
    "  minhtin rules doc\n"
    "  --profiles DIR   thêm hồ sơ quy định của đơn vị / add an operator's profiles\n";

struct Wanted {
    std::string command, profile, profiles;
    std::vector<std::string> files;
    std::optional<Day> on;
    bool json = false;
};

std::optional<Wanted> read_args(std::span<const std::string> args, std::ostream& err) {
    Wanted w;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const bool more = i + 1 < args.size();
        if (args[i] == "--json") {
            w.json = true;
        } else if (args[i] == "--profile" && more && w.profile.empty()) {
            w.profile = args[++i];
        } else if (args[i] == "--profiles" && more && w.profiles.empty()) {
            w.profiles = args[++i];
        } else if (args[i] == "--on" && more && !w.on) {
            w.on = Day::from_iso(args[++i]);
            if (!w.on) {
                err << "--on: không phải ngày / not a day: " << args[i] << "\n";
                return {};
            }
        } else if (args[i].starts_with("--")) {
            err << "Không hiểu / not understood: " << args[i] << "\n";
            return {};
        } else if (w.command.empty()) {
            w.command = args[i];
        } else {
            w.files.push_back(args[i]);
        }
    }
    return w;
}

constexpr std::size_t most_bytes = (64u << 20) + 1;  // one more than any input may have

std::optional<std::string> read_bytes(const std::string& path) {
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed)) return {};
    std::ifstream file(path, std::ios::binary);
    if (!file) return {};
    std::string bytes, part(1 << 16, '\0');
    while (file && bytes.size() < most_bytes) {
        file.read(part.data(), std::streamsize(part.size()));
        bytes.append(part, 0, std::size_t(file.gcount()));
    }
    if (file.bad()) return {};
    return bytes;
}

struct Edge {
    const Wanted& wanted;
    std::ostream &out, &err;
    Day today;

    int wrong_usage() const {
        err << usage;
        return 2;
    }
    int unreadable(const std::string& path) const {
        err << path << ": không đọc được / cannot be read\n";
        return 2;
    }
    int refuse(const std::vector<ProfileProblem>& problems) const {
        Json list = Json::array();
        for (const ProfileProblem& p : problems) {
            err << p.file << ": " << (p.path.empty() ? "/" : p.path) << ": " << p.code << ": " << p.says.vi
                << " / " << p.says.en << "\n";
            list.push_back(
                {{"file", p.file}, {"path", p.path}, {"code", p.code}, {"vi", p.says.vi}, {"en", p.says.en}});
        }
        if (wanted.json)
            out << Json{{"refused", list}}.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
        return 1;
    }
    const RegulationProfile* chosen() const {
        const RegulationProfile* p = profile(wanted.profile);
        if (p != nullptr) return p;
        if (wanted.profile.empty()) {
            err << "Thiếu / missing: --profile ID\n";
        } else {
            err << "Không có hồ sơ quy định này / no such profile: " << wanted.profile << "\n";
        }
        err << usage << "Hồ sơ quy định / profiles:\n";
        for (const RegulationProfile& each : profiles())
            err << "  " << each.id << "  " << each.title.vi << "\n";
        return nullptr;
    }
};

int list(const Edge& edge) {
    if (!edge.wanted.files.empty()) return edge.wrong_usage();
    edge.wanted.json ? print_profiles_json(edge.out) : print_profiles(edge.out);
    return 0;
}

int check(const Edge& edge) {
    if (edge.wanted.files.size() != 1) return edge.wrong_usage();
    const std::string& path = edge.wanted.files[0];
    const auto bytes = read_bytes(path);
    if (!bytes) return edge.unreadable(path);
    const auto read = read_profile(path, *bytes, profiles());
    if (!read) return edge.refuse(read.reason());
    if (edge.wanted.json) {
        edge.out << Json{{"profile", read->id}, {"rules", read->rules.size()}}.dump(2) << "\n";
    } else {
        print_checked(*read, edge.out);
    }
    return 0;
}

// Asked about on purpose perhaps, so a word and no refusal.
void say_if_not_in_force(const RegulationProfile& p, int year, std::ostream& err) {
    const auto last_day = Day::of(year, 12, 31);
    const auto valid = last_day ? in_force_on(*last_day) : std::vector<const RegulationProfile*>{};
    if (std::ranges::find(valid, &p) != valid.end()) return;
    err << "Lưu ý: " << p.id << " không có hiệu lực vào cuối năm " << year << " / note: " << p.id
        << " is not in force at the end of " << year << "\n";
}

// The levels that may be said are those of the regulation that is asked about.
Regulations only(const RegulationProfile* chosen) {
    return {chosen, 1};
}

int rate_file(const Edge& edge) {
    if (edge.wanted.files.size() != 1) return edge.wrong_usage();
    const RegulationProfile* p = edge.chosen();
    if (p == nullptr) return 2;
    if (!p->about_rating()) {
        edge.err << p->id << ": quy định này không có mức xếp loại / this regulation has no rating levels\n";
        return 2;
    }
    const auto bytes = read_bytes(edge.wanted.files[0]);
    if (!bytes) return edge.unreadable(edge.wanted.files[0]);
    const auto input = read_file_input(edge.wanted.files[0], *bytes, only(p));
    if (!input) return edge.refuse(input.reason());
    const Day on = edge.wanted.on.value_or(input->today.value_or(edge.today));
    say_if_not_in_force(*p, input->units.year, edge.err);
    const FileVerdict verdict = rate(*p, input->file, input->units, on);
    if (edge.wanted.json) {
        edge.out << json_of(verdict, *p) << "\n";
    } else {
        print_file(verdict, *p, names_in(input->units), edge.out);
    }
    return 0;
}

int check_units(const Edge& edge, bool with_changes) {
    if (edge.wanted.files.size() != (with_changes ? 2U : 1U)) return edge.wrong_usage();
    const RegulationProfile* p = edge.chosen();
    if (p == nullptr) return 2;
    const auto bytes = read_bytes(edge.wanted.files[0]);
    if (!bytes) return edge.unreadable(edge.wanted.files[0]);
    const auto input = read_unit_input(edge.wanted.files[0], *bytes, only(p));
    if (!input) return edge.refuse(input.reason());
    const Day on = edge.wanted.on.value_or(input->today.value_or(edge.today));
    say_if_not_in_force(*p, input->units.year, edge.err);
    if (!with_changes) {
        const UnitVerdict verdict = check_unit(*p, input->units, on);
        if (edge.wanted.json) {
            edge.out << json_of(verdict, *p) << "\n";
        } else {
            print_unit(verdict, *p, names_in(input->units), edge.out);
        }
        return 0;
    }
    const auto change_bytes = read_bytes(edge.wanted.files[1]);
    if (!change_bytes) return edge.unreadable(edge.wanted.files[1]);
    const auto changes = read_changes(edge.wanted.files[1], *change_bytes, input->units, only(p));
    if (!changes) return edge.refuse(changes.reason());
    const Difference d = what_if(*p, input->units, *changes, on);
    if (edge.wanted.json) {
        edge.out << json_of(d) << "\n";
    } else {
        print_difference(d, *p, names_in(input->units), edge.out);
    }
    return 0;
}

// Every *.json of the folder, in the order of the names.
std::optional<int> add_profiles(const Edge& edge) {
    std::error_code failed;
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(edge.wanted.profiles, failed)) {
        if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
    }
    if (failed) return edge.unreadable(edge.wanted.profiles);
    std::sort(paths.begin(), paths.end());
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& path : paths) {
        auto bytes = read_bytes(path);
        if (!bytes) return edge.unreadable(path);
        files.emplace_back(path, std::move(*bytes));
    }
    const auto loaded = load_profiles(files);
    if (!loaded) return edge.refuse(loaded.reason());
    return {};
}

}  // namespace

int run_rules(std::span<const std::string> args, Day today, std::ostream& out, std::ostream& err) {
    const auto wanted = read_args(args, err);
    if (!wanted) {
        err << usage;
        return 2;
    }
    const Edge edge{*wanted, out, err, today};
    if (!wanted->profiles.empty()) {
        if (const auto status = add_profiles(edge)) return *status;
    }
    if (wanted->command == "list") return list(edge);
    if (wanted->command == "check") return check(edge);
    if (wanted->command == "rate") return rate_file(edge);
    if (wanted->command == "unit") return check_units(edge, false);
    if (wanted->command == "what-if") return check_units(edge, true);
    if (wanted->command == "doc" && wanted->files.empty()) {
        print_rules_document(out);
        return 0;
    }
    if (!wanted->command.empty() && wanted->command != "doc")
        err << "Không có lệnh này / no such command: " << wanted->command << "\n";
    return edge.wrong_usage();
}

}  // namespace minhtin
