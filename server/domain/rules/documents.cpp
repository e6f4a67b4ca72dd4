#include "server/domain/rules/documents.h"

#include <string>

namespace minhtin {

Sentence document_title(std::string_view id) {
    struct Named {
        std::string_view id, vi, en;
    };
    static constexpr Named all[] = {
        {"self-review", "bản kiểm điểm cá nhân", "the self-review"},
        {"collective-report", "báo cáo kiểm điểm tập thể", "the collective's report"},
        {"residence-remark", "bản nhận xét của cấp ủy nơi cư trú", "the residence committee's remark"},
        {"analysis-form", "phiếu phân tích chất lượng và đánh giá, xếp loại", "the sheet of quality analysis"},
        {"minutes", "biên bản hội nghị kiểm điểm, đánh giá, xếp loại", "the minutes of the meeting"},
        {"members-summary", "tổng hợp kết quả đề nghị xếp loại đảng viên", "the summary of proposals for members"},
        {"cell-proposal", "kết quả đề nghị xếp loại chi bộ", "the proposal for the cell"},
        {"appraisal-summary", "tổng hợp kết quả thẩm định", "the summary of the appraisal"},
        {"rating-conclusion", "kết luận xếp loại", "the conclusion of the rating"},
        {"suggestion-letter", "văn bản gợi ý kiểm điểm", "the letter of suggested points"},
        {"contributions", "văn bản góp ý", "written contributions"},
        {"complaint-file", "hồ sơ giải quyết khiếu nại, tố cáo", "the file on complaints and denunciations"},
        {"channels-summary", "tổng hợp các kênh thông tin (mẫu 11)", "the summary of channels (form 11)"},
        {"remediation-collective", "kết quả khắc phục hạn chế, khuyết điểm của tập thể (mẫu 12)",
         "what became of the collective's shortcomings (form 12)"},
        {"remediation-person", "kết quả khắc phục hạn chế, khuyết điểm của cá nhân (mẫu 13)",
         "what became of the person's shortcomings (form 13)"},
        {"remediation-plan", "kế hoạch khắc phục hạn chế, khuyết điểm", "the plan to mend the shortcomings"},
        {"commitment", "bản cam kết tu dưỡng, rèn luyện, phấn đấu", "the commitment to training and effort"},
    };
    for (const Named& n : all) {
        if (n.id == id) return {std::string(n.vi), std::string(n.en)};
    }
    return {std::string(id), std::string(id)};
}

}  // namespace minhtin
