#include "server/tools/rules_doc.h"

#include <algorithm>
#include <string>
#include <vector>

#include "server/domain/profiles.h"

namespace minhtin {
namespace {

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

bool is_one_of(const Rule& rule, const std::vector<std::string>& ids) {
    return std::ranges::any_of(ids, [&](std::string_view id) {
        if (!id.ends_with('*')) return rule.id == id;
        return rule.id.starts_with(id.substr(0, id.size() - 1));
    });
}

// In a cell of a table.
std::string cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    return text;
}

std::string day_or(const std::optional<Day>& day, const char* otherwise) {
    return day ? day->vietnamese() : otherwise;
}

void print_known_rules(std::ostream& out) {
    out << "\n## The 25 rules of the field\n\nIn brackets: written down, but switched off by a setting.\n\n"
           "| No. | Quy tắc | Rule | Ids in the profiles |\n|---|---|---|---|\n";
    for (const KnownRule& known : known_rules()) {
        out << "| " << known.number << " | " << known.vi << " | " << known.en << " | ";
        std::string list;
        for (const RegulationProfile& p : profiles()) {
            if (!p.inherits.empty()) continue;
            std::string ids;
            for (const Rule& r : p.rules) {
                if (is_one_of(r, words(known.ids))) ids += " `" + r.id + "`";
            }
            for (const Rule& r : p.off) {
                if (is_one_of(r, words(known.ids))) ids += " (`" + r.id + "`)";
            }
            if (!ids.empty()) list += (list.empty() ? "" : "<br>") + p.number + ":" + ids;
        }
        out << list << " |\n";
    }
}

void print_source_lines(std::ostream& out) {
    out << "\n## What the sources ask for\n";
    std::string_view source;
    for (const SourceLine& line : source_lines()) {
        if (line.source != source) {
            source = line.source;
            out << "\n### Source " << source
                << "\n\n| Câu trong nguồn | Profile | Rule | Setting |\n|---|---|---|---|\n";
        }
        const RegulationProfile* p = profile(line.profile);
        std::string settings;
        for (const Setting& s : p->settings) {
            const auto ids = words(line.ids);
            if (std::ranges::find(ids, s.id) != ids.end())
                settings += " `" + s.id + "` = " + text_of(s.value);
        }
        std::string ids;
        for (const std::string& id : words(line.ids)) ids += " `" + id + "`";
        out << "| " << cell(std::string(line.vi)) << " | `" << line.profile << "` |" << ids << " |"
            << settings << " |\n";
    }
}

void print_settings(std::ostream& out, const RegulationProfile& p) {
    if (p.settings.empty()) return;
    const bool local = !p.inherits.empty();
    out << (local ? "\n**What it changes or confirms**\n\n" : "\n**Settings**\n\n") << "| Setting | Value | "
        << (local ? "Before | " : "") << "Mark | Nội dung | Source |\n|---|---|" << (local ? "---|" : "")
        << "---|---|---|\n";
    for (const Setting& s : p.settings) {
        if (local && s.set_by != p.id) continue;
        out << "| `" << s.id << "` | " << cell(text_of(s.value)) << " | ";
        if (local) out << (s.before ? cell(text_of(*s.before)) : "the same") << " | ";
        out << name(s.mark) << " | " << cell(s.says.vi) << "<br>" << cell(s.says.en) << " | "
            << cell(s.source) << " |\n";
    }
}

void print_rules(std::ostream& out, const RegulationProfile& p) {
    out << "\n**Rules**\n\n| Rule | Kind | Điều khoản | Mark | Nội dung | Source "
           "|\n|---|---|---|---|---|---|\n";
    const auto row = [&](const Rule& r, const char* note) {
        out << "| `" << r.id << "`" << note << " | " << rules::kind_of(r.body) << " | " << cell(r.article)
            << " | " << name(r.mark) << " | " << cell(r.says.vi) << "<br>" << cell(r.says.en) << " | "
            << cell(r.source) << " |\n";
    };
    for (const Rule& r : p.rules) row(r, "");
    for (const Rule& r : p.off) row(r, " (off)");
}

void print_profile(std::ostream& out, const RegulationProfile& p) {
    out << "\n## " << p.number << " (`" << p.id << "`)\n\n"
        << p.title.vi << "  \n"
        << p.title.en << "\n\n"
        << "Issued by " << p.body.en << " (" << p.body.vi << "), " << day_or(p.issued, "day not read")
        << "; in force from " << day_or(p.in_force_from, "a day that was not read") << " until "
        << day_or(p.in_force_until, "another replaces it") << ".";
    for (const std::string& id : p.replaces) out << " Replaces `" << id << "`.";
    for (const std::string& id : p.inherits) out << " Inherits `" << id << "`.";
    out << "\n";
    print_settings(out, p);
    if (p.inherits.empty()) print_rules(out, p);
}

}  // namespace

void print_rules_document(std::ostream& out) {
    out << document_head();
    print_known_rules(out);
    print_source_lines(out);
    for (const RegulationProfile& p : profiles()) print_profile(out, p);
}

}  // namespace minhtin
