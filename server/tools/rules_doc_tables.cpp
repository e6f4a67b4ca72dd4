// What docs/rules.md says beside the profiles: its head, the 25 rules, the sentences of the sources.
#include "server/tools/rules_doc.h"

namespace minhtin {
namespace {

constexpr KnownRule rules_known[] = {
    {1, "Mỗi dòng đúng một mức", "Exactly one level on a line", "one-mark"},
    {2, "Một người một dòng, nhiều nhất hai nơi", "One line for one person, at most two places",
     "once-on-the-list"},
    {3, "Người không lấy phiếu", "Who is not voted on", "not-voted-on"},
    {4, "Hai phần ba số người được triệu tập", "Two thirds of those summoned", "quorum"},
    {5, "Lịch gửi hồ sơ, câu hỏi, giải trình", "Calendar of dossier, questions, answers",
     "dossier-before questions-before report-before answers-before list-before front-synthesis-before"},
    {6, "Phiếu không hợp lệ", "Invalid ballot", "valid-ballot"},
    {7, "Dòng không hợp lệ", "Invalid line", "one-mark"},
    {8, "Cơ sở tính tỷ lệ", "Base of percentages", "percentage"},
    {9, "Các số phải khớp", "The numbers must fit", "balance"},
    {10, "Bảng kết quả", "Result sheet", "result-sheet"},
    {11, "Ngưỡng và hệ quả", "Bands and what follows", "band-*"},
    {12, "Không lưu ai bỏ thế nào", "No link from voter to choice", "no-voter-link"},
    {13, "Thứ tự công bố", "Order of announcing", "counting-order"},
    {14, "Ban kiểm phiếu", "Counting committee", "counting-committee"},
    {15, "Báo cáo và công bố", "Report and publish", "published"},
    {16, "Lấy phiếu sau xếp loại, trước tổng kết", "The vote after rating, before the summing-up",
     "place-in-year"},
    {17, "Mức theo điểm, không làm tròn lên", "Levels by score, never rounded up", "score-*"},
    {18, "Điều kiện ngoài điểm", "Conditions beside the score",
     "tasks-excellent above-excellent shortcomings-excellent subordinates-excellent tasks-good "
     "tasks-completed "
     "late-completed criteria-excellent civil-excellent"},
    {19, "Xuất sắc không quá 20 %", "At most 20 % excellent", "cap-excellent"},
    {20, "Người đứng đầu không cao hơn tập thể", "The head not above the collective", "head-not-above"},
    {21, "Buộc xếp loại không hoàn thành", "Forced to not completed", "forced-*"},
    {22, "Ai không xếp loại", "Who is not rated", "exempt-member suspended-member new-member"},
    {23, "Thứ tự các bước", "Order of the steps",
     "beside-bodies-first review-before-rating lower-before-higher collective-before-members"},
    {24, "Nhiều chức vụ, xếp loại một nơi", "Several posts, rated once", "rated-once"},
    {25, "Hồ sơ và thời hạn gửi dự thảo", "File and draft", "draft-sent file-complete suggestions-answered"},
};

constexpr SourceLine lines[] = {
    {"000",
     "Các cấp ủy, tổ chức đảng rà soát kết quả đánh giá, xếp loại … tự chấn chỉnh, khắc phục xong trước ngày "
     "30/11/2022.",
     "nghe-an-2022", "deadline-corrected"},
    {"000",
     "Ngay sau kiểm điểm, xếp loại chất lượng phải xây dựng kế hoạch, xác định rõ các giải pháp khắc phục "
     "hạn chế, yếu kém, khuyết điểm của tập thể, cá nhân.",
     "nghe-an-2022", "plan-after-rating"},
    {"000", "… nếu xếp loại hoàn thành xuất sắc nhiệm vụ tỷ lệ vượt quá 20% so với quy định.", "nghe-an-2022",
     "cap-excellent"},
    {"000",
     "Việc kiểm điểm, đánh giá, xếp loại chất lượng tập thể, cá nhân được tiến hành trước khi tổng kết năm "
     "của tổ chức, cơ quan, đơn vị.",
     "nghe-an-2022", "rating-before-summing-up"},
    {"000", "Kế hoạch ban hành kèm theo 13 mẫu biểu, … bổ sung 3 mẫu biểu gồm: Mẫu 11 …; Mẫu 12, 13 …",
     "nghe-an-2022", "file-complete"},
    {"000", "Cấp cơ sở hoàn thành trước ngày 20/12/2022", "nghe-an-2022",
     "deadline-cell deadline-grassroots"},
    {"000", "cấp trên cơ sở hoàn thành trước ngày 31/12/2022", "nghe-an-2022", "deadline-above"},
    {"000", "cấp tỉnh xong trước ngày 15/01/2023", "nghe-an-2022", "deadline-province"},
    {"001", "Hồ sơ đánh giá chất lượng tổ chức đảng và đảng viên, gồm: …", "so-cong-thuong-2023",
     "file-complete"},
    {"001", "Bản nhận xét của cấp ủy nơi cư trú.", "so-cong-thuong-2023", "file-complete"},
    {"001", "Các chi bộ trực thuộc … gửi các loại văn bản … trước ngày 05/12/2023", "so-cong-thuong-2023",
     "deadline-cell"},
    {"001", "Đảng ủy Sở … gửi hồ sơ, báo cáo kết quả … trước ngày 10/12/2023", "so-cong-thuong-2023",
     "deadline-grassroots"},
    {"001",
     "Các chi bộ trực thuộc xây dựng kế hoạch khắc phục hạn chế, khuyết điểm của tập thể năm 2023 và gửi về "
     "Đảng ủy Sở trước ngày 28/12/2023.",
     "so-cong-thuong-2023", "deadline-plan-cell"},
    {"001", "Đảng ủy Sở xây dựng kế hoạch khắc phục … hoàn thành xong trước ngày 31/12/2023.",
     "so-cong-thuong-2023", "deadline-plan-grassroots"},
    {"001", "Các đảng viên xây dựng kế hoạch khắc phục … Hoàn thành trước ngày 31/12/2023.",
     "so-cong-thuong-2023", "deadline-plan-person"},
    {"002",
     "cấp ủy, tổ chức đảng thực hiện kiểm điểm sau khi các tập thể lãnh đạo, quản lý của chính quyền, chuyên "
     "môn, đoàn thể đã hoàn thành kiểm điểm, không được kết hợp tổ chức cùng một hội nghị.",
     "124-qd-tw", "beside-bodies-first"},
    {"002", "Tập thể, cá nhân phải hoàn thành việc kiểm điểm mới được đánh giá, xếp loại chất lượng.",
     "124-qd-tw", "review-before-rating"},
    {"002", "Đánh giá, xếp loại chất lượng tập thể cấp dưới trước, cấp trên sau", "124-qd-tw",
     "lower-before-higher"},
    {"002", "tập thể lãnh đạo, quản lý trước, cá nhân thành viên sau.", "124-qd-tw",
     "collective-before-members"},
    {"003",
     "“Hoàn thành xuất sắc nhiệm vụ” không vượt quá 20% số tập thể, cá nhân được xếp loại “Hoàn thành tốt "
     "nhiệm vụ”.",
     "quang-binh-vpubnd-2022", "cap-excellent"},
    {"003",
     "Mức xếp loại của người đứng đầu không được cao hơn mức xếp loại của tập thể lãnh đạo, quản lý, tổ "
     "chức, cơ quan, đơn vị do mình đứng đầu.",
     "quang-binh-vpubnd-2022", "head-not-above"},
    {"003", "cấp ủy cấp trên phải kịp thời xem xét, gợi ý, chỉ đạo kiểm điểm làm rõ trách nhiệm",
     "quang-binh-vpubnd-2022", "suggestions-answered"},
    {"003",
     "Ngay sau kiểm điểm, xếp loại chất lượng, phải xây dựng kế hoạch, xác định rõ các giải pháp, lộ trình "
     "để khắc phục",
     "quang-binh-vpubnd-2022", "plan-after-rating"},
    {"003",
     "Tổ chức lấy phiếu tín nhiệm … được tiến hành sau khi kiểm điểm, đánh giá, xếp loại … trước khi tổng "
     "kết năm của tổ chức, cơ quan.",
     "quang-binh-vpubnd-2022", "place-in-year rating-before-summing-up"},
    {"003", "Các chi bộ: Hoàn thành kiểm điểm và báo cáo … trước ngày 20/12/2022.", "quang-binh-vpubnd-2022",
     "deadline-cell"},
    {"003", "Đảng ủy Văn phòng UBND tỉnh: Hoàn thành kiểm điểm và báo cáo … trước ngày 30/12/2022.",
     "quang-binh-vpubnd-2022", "deadline-grassroots"},
    {"004",
     "Dự thảo báo cáo kiểm điểm gửi trước cho các thành viên tham gia hội nghị kiểm điểm ít nhất trước 3 "
     "ngày tổ chức kiểm điểm.",
     "lam-dong-2023", "draft-sent"},
    {"004",
     "… kiêm nhiệm nhiều chức danh, chức vụ thì chỉ đánh giá, xếp loại chất lượng hằng năm ở nơi giữ chức vụ "
     "cao nhất",
     "lam-dong-2023", "rated-once"},
    {"004",
     "… tương đương nhau thì đánh giá, xếp loại chất lượng hằng năm ở nơi có thời gian công tác nhiều hơn.",
     "lam-dong-2023", "rated-once"},
    {"004", "… kiểm điểm ở 2 nơi (ở chi bộ nơi sinh hoạt và tập thể lãnh đạo, quản lý nơi làm việc)",
     "lam-dong-2023", "rated-once"},
};

constexpr std::string_view head = R"(# The regulations as data

This file is written by `minhtin rules doc` from the profiles in `server/domain/profiles/`; a test compares the two.
Change a profile, not this file.

## Đọc và sửa một hồ sơ quy định

Mỗi quy định là một tệp JSON: số, cơ quan ban hành, ngày hiệu lực, các **cài đặt** và các **quy tắc**. Mỗi quy tắc có mã, điều
khoản, loại, tham số và một câu tiếng Việt, một câu tiếng Anh. Cài đặt là những gì quy định để ngỏ, những gì chúng tôi chưa đọc
được nguyên văn, hoặc những gì địa phương quyết định: mỗi cài đặt có giá trị và lý do. Hồ sơ của địa phương **kế thừa** một hay
nhiều hồ sơ và chỉ đổi cài đặt; mục nào đã đổi đều thấy được. Đặt tệp của đơn vị vào thư mục `profiles/` trong thư mục dữ liệu;
khi khởi động, máy chủ kiểm tra từng tệp và dừng lại, nêu tên tệp, vị trí và lý do nếu có chỗ sai. Kiểm tra trước bằng
`minhtin rules check TỆP.json`.

Không có quy định trung ương nào được đọc trọn vẹn. Vì vậy mỗi quy tắc và mỗi cài đặt mang một **dấu** cho biết chắc đến đâu.

## Reading and changing a profile

A regulation is one JSON file: number, issuing body, days in force, **settings** and **rules**. A rule has an id, an article, a kind,
parameters and a sentence in each language. A setting is what the regulation leaves open, what could not be read, or what a locality
decides: a value with its reason. A local profile **inherits** from one or several and changes settings only; what it changed is shown.
An operator puts files into the folder `profiles/` of the data folder; at the start each is checked, and a fault stops the start with
file, place and reason. `minhtin rules check FILE.json` checks one beforehand. The format is in [formats.md](formats.md).

No central regulation could be read whole. Each rule and setting therefore has a **mark**:

| Mark | Nghĩa | Meaning |
|---|---|---|
| SOURCE | đọc trọn trong tài liệu nguồn 000–004 | read in full in one of the sources 000–004 |
| TEXT | đọc nguyên văn, nhưng chỉ một đoạn trích | wording read, but only an extract |
| ART | đọc trong bài báo hoặc bài giải thích | read in an article or explainer |
| CODE | thấy trong phần mềm một đơn vị đang dùng; không phải quy định | seen in the software of a working unit; not the rule itself |
| INFER | suy ra từ kết quả đã công bố | concluded from published figures |
| DESIGN | đề xuất của phần mềm | proposal of this software |
| NOT FOUND | đã tìm, chưa thấy; giá trị là mặc định nêu ở nguồn | looked for, not found; the value is the default that the source states |

Not in the profiles, because nothing that was read says enough: who decides which rating, the length of the review meeting, the team
that the superior sends, the size of a counting committee, a confidence vote as a ground of the rating, the criteria of the five annexes
of 366-QĐ/TW, the criteria of collectives under 132-QĐ/TW.

The score sets the highest level, not the only one: 95 points with a late task are still possible at a lower level.
Who is no civil servant has the civil-service rating `none`.
)";

}  // namespace

std::span<const KnownRule> known_rules() {
    return rules_known;
}
std::span<const SourceLine> source_lines() {
    return lines;
}
std::string_view document_head() {
    return head;
}

}  // namespace minhtin
