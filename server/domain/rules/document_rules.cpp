// What must lie in a file: documents, and an explanation for each point suggested from above.
#include <algorithm>

#include "server/domain/rules/file_report.h"

namespace minhtin {
namespace {

UsedFigure lacking(std::string name, Sentence label) {
    return {std::move(name), "", std::move(label), {}};
}

void apply(const rules::Documents& documents, const Rule& rule, FileReport& report) {
    const Facts& facts = report.file().facts;
    for (const std::string& name : report.is_person() ? documents.person : documents.collective) {
        if (facts.of("document:" + name) != nullptr) continue;
        const Facts::Statement* exempt = facts.of("exempt:" + name);
        const bool may = std::find(documents.may_be_exempt.begin(), documents.may_be_exempt.end(), name) !=
                         documents.may_be_exempt.end();
        const UsedFigure figure = lacking("document:" + name, document_title(report.profile(), name));
        if (exempt != nullptr && may && exempt->contradicted) {
            UsedFigure two = figure;
            two.entries = exempt->entries;
            report.cannot(rule, report.all_levels(), {two}, NotApplied::Why::contradicted);
        } else if (exempt == nullptr || !may) {
            report.say(Finding::Kind::missing, rule, report.all_levels(), {figure},
                       {{"document", Place(document_title(report.profile(), name))}});
        }
    }
}

void apply(const rules::Answered&, const Rule& rule, FileReport& report) {
    const Facts::Statement* points = report.file().facts.of("suggestions");
    const FigureId count = *figure_named("suggestions.count");
    if (points == nullptr || points->contradicted)
        return report.cannot(rule, report.all_levels(), Looked{count});
    const auto at = points->fact->says.find("items");
    if (at == points->fact->says.end()) return report.cannot(rule, report.all_levels(), Looked{count});
    for (const Item& point : distinct_items(std::get<std::vector<Item>>(at->second))) {
        if (report.file().facts.of("explanation:" + point.id) != nullptr) continue;
        UsedFigure figure =
            lacking("explanation:" + point.id,
                    {"giải trình nội dung gợi ý " + point.id, "explanation of suggested point " + point.id});
        figure.entries = points->entries;
        report.say(Finding::Kind::missing, rule, report.all_levels(), {figure}, {{"point", Place(point.id)}});
    }
}

void apply(const auto&, const Rule&, FileReport&) {}

}  // namespace

void apply_documents(const Rule& rule, FileReport& report) {
    std::visit([&](const auto& body) { apply(body, rule, report); }, rule.body);
}

}  // namespace minhtin
