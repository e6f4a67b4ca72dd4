#pragma once
// Gathers what the rules say about one file and makes the verdict of it.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/domain/rules/file_figures.h"
#include "server/domain/rules/rate.h"
#include "server/domain/rules/season.h"
#include "server/domain/rules/sentences.h"

namespace minhtin {

// A figure as shown: its label, its value, its entries.
UsedFigure used(FigureId id, const Figure& figure);
// The value of a figure at a place of a sentence: levels, grades and flags in words.
Place place_of(FigureId id, const Figure& figure, const RegulationProfile& profile);
// All that `looked` names, each once.
std::vector<UsedFigure> used_figures(const Looked& looked, const Figures& figures);
// The places "{tasks.late}" of the figures that are known.
Places figure_places(const Figures& figures, const Sentence& sentence, const RegulationProfile& profile);
// The order in which a report lists findings: kind, rule, then all the rest, so that only equal ones are
// level.
bool finding_before(const Finding& a, const Finding& b);
bool not_applied_before(const NotApplied& a, const NotApplied& b);

class FileReport {
public:
    FileReport(const Season& season, const ReadyUnit* unit, const ReadyFile& file);

    const RegulationProfile& profile() const { return season_.profile(); }
    const Season& season() const { return season_; }
    const ReadyUnit* unit() const { return unit_; }  // null: unknown
    const ReadyFile& file() const { return file_; }
    const Figures& figures() const;  // made when they are asked for
    bool is_person() const { return file_.file.subject == RatedFile::Subject::person; }

    std::vector<std::string> all_levels() const;
    // Those above the place of a level; all but the worst when the place is unknown.
    std::vector<std::string> levels_above(std::size_t place) const;

    void say(Finding::Kind kind, const Rule& rule, std::vector<std::string> levels,
             std::vector<UsedFigure> figures, Places places = {});
    // The same with a sentence in the place of the rule's own.
    void say(Finding::Kind kind, const Rule& rule, const Sentence& says, std::vector<std::string> levels,
             std::vector<UsedFigure> figures, Places places);
    void cannot(const Rule& rule, std::vector<std::string> levels, std::vector<UsedFigure> needs,
                NotApplied::Why why);
    // Missing or contradicted, as the figures that were looked at are.
    void cannot(const Rule& rule, std::vector<std::string> levels, const Looked& looked);
    void not_rated() { verdict_.rated = false; }

    FileVerdict verdict() &&;

private:
    const Season& season_;
    const ReadyUnit* unit_;
    const ReadyFile& file_;
    mutable std::optional<Figures> figures_;
    FileVerdict verdict_;
};

// What the rules of a file's kinds say; each looks at `rule.body` and at nothing when it is of another kind.
void apply_levels(const Rule& rule, FileReport& report);     // needs, forces, not-rated, warns
void apply_documents(const Rule& rule, FileReport& report);  // documents, answered
void apply_posts(const Rule& rule, FileReport& report);      // head-not-above, rated-once
void apply_steps(const Rule& rule, FileReport& report);  // days-before, precedes (own, collective), deadline
void apply_cap(const Rule& rule, FileReport& report);    // cap, for this file

}  // namespace minhtin
