#include "server/domain/rules/steps.h"

#include <string>

namespace minhtin {

Sentence step_title(std::string_view topic) {
    struct Named {
        std::string_view topic, vi, en;
    };
    static constexpr Named all[] = {
        {"step:draft-sent", "gửi dự thảo báo cáo kiểm điểm", "sending the draft report"},
        {"step:review", "kiểm điểm", "the review"},
        {"step:rating", "xếp loại", "the rating"},
        {"level:decision", "quyết định mức xếp loại", "the decision on the level"},
        {"level:proposal", "đề nghị mức xếp loại", "the proposal of a level"},
        {"level:self", "tự nhận mức xếp loại", "the claim of a level"},
        {"step:vote-open", "mở bỏ phiếu", "opening the vote"},
        {"step:vote-close", "kết thúc bỏ phiếu", "closing the vote"},
        {"step:summing-up", "tổng kết năm", "the year's summing-up"},
        {"step:sent-up", "gửi hồ sơ, báo cáo lên cấp trên", "handing the file and the report up"},
        {"step:remediation-plan", "lập kế hoạch khắc phục", "making the plan to mend shortcomings"},
        {"step:remedied", "khắc phục xong", "having mended the shortcomings"},
        {"review:cell", "kiểm điểm ở chi bộ", "the review in the cell"},
        {"review:leadership", "kiểm điểm ở tập thể lãnh đạo", "the review in the leading collective"},
        {"review:group", "kiểm điểm ở tổ đảng", "the review in the party group"},
    };
    for (const Named& n : all) {
        if (n.topic == topic) return {std::string(n.vi), std::string(n.en)};
    }
    return {std::string(topic), std::string(topic)};
}

}  // namespace minhtin
