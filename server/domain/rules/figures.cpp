#include "server/domain/rules/figures.h"

#include <iterator>
#include <unordered_map>

namespace minhtin {
namespace {

using enum FigureKind::Type;

constexpr FigureKind all[] = {
    {"file.subject", word, "tập thể hay cá nhân", "collective or person"},
    {"person.role", word, "vai trò ở nơi được xếp loại", "role where rated"},
    {"person.posts", number, "số chức vụ", "number of posts"},
    {"score.common", number, "điểm nhóm tiêu chí chung", "points for the common criteria"},
    {"score.results", number, "điểm kết quả nhiệm vụ", "points for results"},
    {"score.total", number, "tổng điểm", "total points"},
    {"tasks.assigned", number, "số nhiệm vụ được giao", "tasks assigned"},
    {"tasks.done", number, "số nhiệm vụ hoàn thành", "tasks done"},
    {"tasks.on_time", number, "số nhiệm vụ đúng hạn", "tasks on time"},
    {"tasks.late", number, "số nhiệm vụ chậm hạn", "tasks late"},
    {"tasks.above", number, "số nhiệm vụ vượt yêu cầu", "tasks above requirement"},
    {"tasks.main_missed", word, "không đạt chỉ tiêu chủ yếu", "main targets missed"},
    {"tasks.force_majeure", word, "bất khả kháng", "force majeure"},
    {"shortcomings.found", number, "số hạn chế, khuyết điểm năm trước", "shortcomings found before"},
    {"shortcomings.fixed", number, "số hạn chế, khuyết điểm đã khắc phục", "shortcomings fixed"},
    {"criteria.political_lowest", word, "mức thấp nhất của nhóm tiêu chí nhiệm vụ chính trị",
     "lowest grade of the political-task criteria"},
    {"criteria.other_lowest", word, "mức thấp nhất của các tiêu chí còn lại",
     "lowest grade of the other criteria"},
    {"criteria.lowest", word, "mức thấp nhất của mọi tiêu chí", "lowest grade of all criteria"},
    {"discipline.counted", number, "số vi phạm bị kỷ luật trong năm", "violations disciplined in the year"},
    {"discipline.open", number, "số vi phạm bị kỷ luật, trừ tự phát hiện và đã khắc phục xong",
     "violations disciplined, without those self-detected and fully remedied"},
    {"subordinates.units", number, "số đơn vị cấp dưới", "subordinate units"},
    {"subordinates.disciplined", number, "số đơn vị cấp dưới bị kỷ luật", "subordinate units disciplined"},
    {"subordinates.members_disciplined", number, "số thành viên bị kỷ luật", "members disciplined"},
    {"subordinates.violations_open", number,
     "số đơn vị cấp dưới có vi phạm bị xử lý, trừ tự phát hiện và đã khắc phục",
     "subordinate units punished for violations, without those self-detected and remedied"},
    {"conclusions.degradation", word, "kết luận suy thoái", "concluded degradation"},
    {"conclusions.forbidden_things", word, "kết luận vi phạm những điều đảng viên không được làm",
     "concluded breach of what members may not do"},
    {"conclusions.example", word, "kết luận vi phạm trách nhiệm nêu gương",
     "concluded breach of setting an example"},
    {"conclusions.disunity", word, "kết luận mất đoàn kết", "concluded disunity"},
    {"conclusions.member_degraded", word, "có thành viên bị kết luận suy thoái",
     "a member concluded degraded"},
    {"conclusions.corruption", word, "kết luận tham nhũng, tiêu cực", "concluded corruption"},
    {"civil-rating.level", word, "mức xếp loại công chức, viên chức", "civil-service rating"},
    {"led-unit.assigned", number, "chỉ tiêu của đơn vị phụ trách", "targets of the unit led"},
    {"led-unit.done", number, "chỉ tiêu hoàn thành của đơn vị phụ trách", "targets reached by the unit led"},
    {"quarters.stated", number, "số quý đã có kết quả", "quarters with a result"},
    {"quarters.failed", number, "số quý không hoàn thành nhiệm vụ", "quarters not completed"},
    {"quarters.failed_run", number, "số quý liên tiếp không hoàn thành", "quarters not completed in a row"},
    {"membership.months", number, "số tháng từ khi kết nạp", "months since admission"},
    {"membership.exempt", word, "miễn công tác và sinh hoạt đảng", "exempt from work and activity"},
    {"membership.suspended", word, "đình chỉ sinh hoạt", "suspension"},
    {"complaints.open", number, "số đơn thư chưa giải quyết", "complaints not settled"},
    {"complaints.unverified", number, "số đơn thư chưa giải quyết mà chưa ghi nhận cấp trên thẩm định lại",
     "complaints not settled and not said to be verified again from above"},
    {"reverification.done", word, "cấp trên đã thẩm định lại", "verified again from above"},
    {"suggestions.count", number, "số nội dung gợi ý kiểm điểm", "points suggested from above"},
    {"rating-vote.collected", number, "số phiếu xếp loại thu về", "rating ballots collected"},
    {"rating-vote.excellent", number, "số phiếu xếp loại xuất sắc", "rating ballots for excellent"},
    {"rating-vote.good", number, "số phiếu xếp loại tốt", "rating ballots for good"},
    {"rating-vote.completed", number, "số phiếu xếp loại hoàn thành", "rating ballots for completed"},
    {"rating-vote.failed", number, "số phiếu xếp loại không hoàn thành", "rating ballots for not completed"},
    {"level.self", word, "mức tự nhận", "level claimed"},
    {"level.proposal", word, "mức đề nghị", "level proposed"},
    {"level.decision", word, "mức quyết định", "level decided"},
    {"collective.level", word, "mức xếp loại của tập thể", "level of the collective"},
    {"collective.assigned", number, "số nhiệm vụ của tập thể", "tasks of the collective"},
    {"collective.done", number, "số nhiệm vụ tập thể hoàn thành", "tasks done by the collective"},
    {"collective.force_majeure", word, "bất khả kháng đối với tập thể", "force majeure for the collective"},
    {"collective.discipline_open", number, "số vi phạm của tập thể bị kỷ luật",
     "violations of the collective disciplined"},
};

}  // namespace

std::span<const FigureKind> figure_kinds() {
    return all;
}

std::optional<FigureId> figure_named(std::string_view name) {
    static const std::unordered_map<std::string_view, FigureId> places = [] {
        std::unordered_map<std::string_view, FigureId> made;
        for (FigureId id = 0; id < std::size(all); ++id) made.emplace(all[id].name, id);
        return made;
    }();
    const auto at = places.find(name);
    if (at == places.end()) return {};
    return at->second;
}

}  // namespace minhtin
