// minhtin-verify: is this archive right? From its bytes alone; exit status 0 only if every check holds.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "ballot/audit.h"
#include "ballot/json.h"
#include "ballot/tools/file_source.h"
#include "ballot/tools/printable.h"
#include "ballot/tools/progress.h"
#include "crypto/vartime/use.h"

namespace {

using namespace minhtin;

constexpr std::string_view usage =
    "minhtin-verify FILE.bel [--json] [--prefix-of OLD.bel] [--threads N]\n"
    "\n"
    "Checks an election archive in the Belenios format from its bytes alone: one line for each check.\n"
    "  --json               one JSON object instead of lines\n"
    "  --prefix-of OLD.bel  also check that OLD.bel, a copy kept from earlier, is the beginning of FILE.bel\n"
    "  --threads N          check ballots on N threads (default: all processors)\n"
    "Exit status: 0 all holds (an unfinished election that is right so far included), 1 rejected,\n"
    "2 the file cannot be read, or wrong usage.\n"
    "On a terminal a line says how far it is.\n";

struct Arguments {
    std::string file;
    std::optional<std::string> earlier;
    bool json = false, help = false;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
};

std::optional<Arguments> parse(const std::vector<std::string>& words) {
    Arguments a;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--help" || word == "-h") {
            a.help = true;
        } else if (word == "--json") {
            a.json = true;
        } else if (word == "--prefix-of" && i + 1 < words.size() && !a.earlier) {
            a.earlier = words[++i];
        } else if (word == "--threads" && i + 1 < words.size()) {
            const std::string& n = words[++i];
            if (n.empty() || n.size() > 3 || n.find_first_not_of("0123456789") != std::string::npos)
                return {};
            a.threads = static_cast<unsigned>(std::stoul(n));
        } else if (word.starts_with("-") || !a.file.empty()) {
            return {};
        } else {
            a.file = word;
        }
    }
    if (a.help) return a;
    return a.file.empty() || a.threads == 0 ? std::nullopt : std::optional(a);
}

// Who waits sees how far it is: people, not scripts.
AuditReport check(const ByteSource& archive, const ByteSource* earlier, const Arguments& arguments) {
    AuditOptions options{arguments.threads, earlier};
    ProgressLine line;
    if (!arguments.json && ::isatty(STDERR_FILENO) == 1)
        options.progress = [&line](const AuditProgress& now) { line.show(now); };
    return audit(archive, options);
}

std::string_view kind_name(AuditLine::Kind kind) {
    switch (kind) {
        case AuditLine::Kind::proved:
            return "ok";
        case AuditLine::Kind::warning:
            return "warning";
        case AuditLine::Kind::not_proved:
            return "not-proved";
    }
    return {};
}

void print_lines(const AuditReport& report) {
    for (const AuditLine& line : report.lines)
        std::cout << kind_name(line.kind) << ' ' << line.code << ": " << printable(line.vi) << " / "
                  << printable(line.en) << '\n';
    if (!report.rejection) {
        std::cout << "ACCEPTED\n";
        return;
    }
    const RejectText why = sentence(report.rejection->reason);
    std::cout << "REJECTED " << why.code << ": " << why.vi << " / " << why.en;
    if (!report.rejection->where.empty()) std::cout << " [" << printable(report.rejection->where) << "]";
    std::cout << '\n';
}

void print_json(const AuditReport& report) {
    Json::Array checks;
    for (const AuditLine& line : report.lines)
        checks.push_back(Json::Object{
            {"kind", kind_name(line.kind)}, {"code", line.code}, {"vi", line.vi}, {"en", line.en}});
    Json::Object o{{"accepted", Json::boolean(!report.rejection)}};
    if (report.rejection) {
        const RejectText why = sentence(report.rejection->reason);
        o.push_back(
            {"rejection",
             Json::Object{
                 {"code", why.code}, {"vi", why.vi}, {"en", why.en}, {"where", report.rejection->where}}});
    }
    if (!report.uuid.empty()) {
        o.push_back({"uuid", report.uuid});
        o.push_back({"fingerprint", report.fingerprint});
        o.push_back({"profile", *report.profile == Profile::hardened ? hardened_profile_name : "belenios-1"});
    }
    o.push_back({"events", Json::integer(static_cast<std::int64_t>(report.state.height))});
    if (report.state.last) {
        o.push_back({"last_event", event_type_name(*report.state.last)});
        o.push_back({"head", *report.state.head});
    }
    o.push_back({"ballots", Json::integer(static_cast<std::int64_t>(report.ballots))});
    o.push_back({"counted", Json::integer(static_cast<std::int64_t>(report.counted))});
    if (report.result) {
        const auto result = parse_json(encode_result(*report.result));
        o.push_back({"result", *result->find("result")});
    }
    o.push_back({"checks", std::move(checks)});
    std::cout << write_json(o) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    const auto arguments = parse({argv + 1, argv + argc});
    if (!arguments) {
        std::cerr << usage;
        return 2;
    }
    if (arguments->help) {
        std::cout << usage;
        return 0;
    }
    // For benchmarks: calculate as on a CPU without AVX-512. The results are the same.
    if (std::getenv("MINHTIN_PLAIN_ARITHMETIC")) vartime::use_portable_code();
    try {
        const FileSource archive(arguments->file);
        std::optional<FileSource> earlier;
        if (arguments->earlier) earlier.emplace(*arguments->earlier);
        const AuditReport report = check(archive, earlier ? &*earlier : nullptr, *arguments);
        arguments->json ? print_json(report) : print_lines(report);
        std::cout.flush();
        if (!std::cout) return 2;
        return report.rejection ? 1 : 0;
    } catch (const std::exception& e) {
        std::cerr << "minhtin-verify: " << e.what() << '\n';
        return 2;
    }
}
