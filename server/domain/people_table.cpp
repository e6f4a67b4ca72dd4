#include "server/domain/people_table.h"

#include <algorithm>

#include "crypto/ensure.h"
#include "server/domain/text.h"

namespace minhtin {
namespace {

using enum PeopleField;

constexpr std::size_t lines_above_header = 15;
constexpr std::size_t deepest_path = 12;

// Spellings of headers, folded and without signs at the ends.
std::optional<PeopleField> field_of(std::string_view header) {
    static const std::map<std::string, PeopleField, std::less<>> spellings{
        {"ma", code},
        {"ma so", code},
        {"ma can bo", code},
        {"ma dang vien", code},
        {"ma nhan vien", code},
        {"ho va ten", PeopleField::name},
        {"ho ten", PeopleField::name},
        {"ho, ten", PeopleField::name},
        {"ngay sinh", birth_day},
        {"ngay thang nam sinh", birth_day},
        {"ngay, thang, nam sinh", birth_day},
        {"don vi", unit},
        {"don vi cong tac", unit},
        {"ma don vi", unit_code},
        {"chuc vu", title},
        {"chuc danh", title},
        {"chuc vu chinh", PeopleField::main},
        {"cap uy noi cu tru", committee},
        {"chi uy noi cu tru", committee},
        {"cap uy, chi bo noi cu tru", committee},
        {"phuong/xa", ward},
        {"phuong / xa", ward},
        {"xa/phuong", ward},
        {"xa / phuong", ward},
        {"phuong xa", ward},
        {"phuong, xa", ward},
        {"xa, phuong", ward}};
    const std::string folded = fold(header);
    std::string_view bare = folded;
    constexpr std::string_view signs = " *:.()";
    bare.remove_prefix(std::min(bare.find_first_not_of(signs), bare.size()));
    bare = bare.substr(0, bare.find_last_not_of(signs) + 1);
    const auto found = spellings.find(bare);
    if (found == spellings.end()) return {};
    return found->second;
}

std::size_t longest(PeopleField field) {
    switch (field) {
        case code:
        case unit_code:
            return 40;
        case birth_day:
        case PeopleField::main:
            return 20;
        case PeopleField::name:
        case title:
        case committee:
        case ward:
            return 200;
        case unit:
            return 1'000;
    }
    bug("people field", __FILE__, __LINE__);
}

class Reader {
public:
    Reader(const std::vector<CsvLine>& lines, Day today) : lines_(lines), today_(today) {}

    PeopleTable read() {
        const std::size_t header = find_header();
        if (header == lines_.size()) return std::move(table_);
        read_columns(lines_[header]);
        if (!table_.problems.empty()) return std::move(table_);
        table_.lines = lines_.size() - header - 1;
        for (std::size_t i = header + 1; i < lines_.size(); ++i) read_line(lines_[i]);
        for (ListedPerson& person : table_.people) settle_main(person);
        std::ranges::stable_sort(table_.problems, {}, &Problem::line);
        return std::move(table_);
    }

private:
    void problem(std::size_t line, std::optional<PeopleField> field, std::string value, const char* what,
                 const char* vi, const char* en) {
        std::string column;
        if (field) {
            const auto there = places_.find(*field);
            column = there == places_.end() ? std::string(header_of(*field))
                                            : table_.columns[there->second].header;
        }
        table_.problems.push_back({line, std::move(column), std::move(value), what, {vi, en}});
    }

    std::size_t find_header() {
        const std::size_t limit = std::min(lines_.size(), lines_above_header);
        for (std::size_t i = 0; i < limit; ++i) {
            const auto names = [&](PeopleField f) {
                return std::ranges::any_of(lines_[i].cells,
                                           [&](const std::string& c) { return field_of(c) == f; });
            };
            if (names(code) && names(PeopleField::name)) return i;
        }
        problem(lines_.empty() ? 0 : lines_.front().line, {}, {}, "header-missing",
                "Không thấy dòng tiêu đề có “Mã” và “Họ và tên”.",
                "There is no header line with “Mã” and “Họ và tên”.");
        return lines_.size();
    }

    void read_columns(const CsvLine& header) {
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            const auto field = field_of(header.cells[i]);
            table_.columns.push_back({tidy(header.cells[i]), field});
            if (field && !places_.emplace(*field, i).second) {
                problem(header.line, *field, {}, "column-doubled", "Cột này có hai lần.",
                        "This column stands twice.");
            }
        }
        if (!places_.contains(unit) && !places_.contains(unit_code)) {
            problem(header.line, unit, {}, "column-missing", "Thiếu cột “Đơn vị” hoặc “Mã đơn vị”.",
                    "The column “Đơn vị” or “Mã đơn vị” is missing.");
        }
    }

    // A cell as one tidy line; what cannot be kept becomes a problem and an empty text.
    std::string cell(const CsvLine& line, PeopleField field) {
        const auto place = places_.find(field);
        if (place == places_.end() || place->second >= line.cells.size()) return {};
        std::string text = tidy(line.cells[place->second]);
        if (text.empty()) return text;
        if (has_control(text)) {
            problem(line.line, field, {}, "text-invalid", "Ô có ký tự không in được.",
                    "The cell holds a character that cannot be printed.");
            return {};
        }
        if (length(text) > longest(field)) {
            problem(line.line, field, text.substr(0, 40), "text-too-long", "Nội dung quá dài.",
                    "The text is too long.");
            return {};
        }
        if (std::string_view("=@+").find(text.front()) != std::string_view::npos) {
            problem(line.line, field, text, "formula", "Ô chứa công thức; hãy dán giá trị.",
                    "The cell holds a formula; paste its value.");
            return {};
        }
        return text;
    }

    void read_line(const CsvLine& line) {
        for (std::size_t i = table_.columns.size(); i < line.cells.size(); ++i) {
            if (tidy(line.cells[i]).empty()) continue;
            problem(line.line, {}, tidy(line.cells[i]).substr(0, 40), "cells-surplus",
                    "Dòng có nhiều ô hơn số cột.", "The line has more cells than columns.");
            break;
        }
        const std::size_t before = table_.problems.size();
        const std::string the_code = cell(line, code);
        if (the_code.empty() && table_.problems.size() == before) {
            problem(line.line, code, {}, "code-missing", "Thiếu mã của người này.",
                    "The code of the person is missing.");
        }
        ListedPerson said = read_person(line);
        ListedPost post = read_post(line);
        if (the_code.empty()) return;
        said.code = the_code;
        const auto [known, fresh] = by_code_.emplace(the_code, table_.people.size());
        if (fresh) {
            if (said.name.empty()) missing_name(line, before);
            table_.people.push_back(std::move(said));
        } else {
            agree(table_.people[known->second], said, line);
        }
        add_post(table_.people[known->second], std::move(post));
    }

    void missing_name(const CsvLine& line, std::size_t before) {
        const bool told = std::ranges::any_of(
            table_.problems.begin() + static_cast<std::ptrdiff_t>(before), table_.problems.end(),
            [](const Problem& p) { return field_of(p.column) == PeopleField::name; });
        if (!told)
            problem(line.line, PeopleField::name, {}, "name-missing", "Thiếu họ và tên.",
                    "The name is missing.");
    }

    ListedPerson read_person(const CsvLine& line) {
        ListedPerson p;
        p.line = line.line;
        p.name = cell(line, PeopleField::name);
        p.birth_day = read_day(line);
        p.committee = cell(line, committee);
        p.ward = cell(line, ward);
        if (!p.committee.empty() && p.ward.empty()) {
            problem(line.line, ward, {}, "ward-missing", "Có cấp ủy nơi cư trú mà thiếu phường/xã.",
                    "There is a residence committee without its ward.");
        } else if (p.committee.empty() && !p.ward.empty()) {
            problem(line.line, committee, {}, "committee-missing", "Có phường/xã mà thiếu cấp ủy nơi cư trú.",
                    "There is a ward without a residence committee.");
        }
        return p;
    }

    std::optional<Day> read_day(const CsvLine& line) {
        const std::string text = cell(line, birth_day);
        if (text.empty()) return {};
        auto day = Day::from_vietnamese(text);
        if (!day) day = Day::from_iso(text);
        if (!day) {
            problem(line.line, birth_day, text, "date-invalid",
                    "Ngày không có thật hoặc không viết theo dạng ngày/tháng/năm.",
                    "The day does not exist or is not written day/month/year.");
        } else if (*day > today_) {
            problem(line.line, birth_day, text, "date-future", "Ngày sinh ở tương lai.",
                    "The day of birth is in the future.");
        }
        return day;
    }

    ListedPost read_post(const CsvLine& line) {
        ListedPost post;
        post.line = line.line;
        post.unit.path = read_path(line);
        post.unit.code = cell(line, unit_code);
        post.title = cell(line, title);
        const std::string mark = fold(cell(line, PeopleField::main));
        post.main = mark == "x" || mark == "1" || mark == "co" || mark == "✓" || mark == "✔";
        if (!post.main && !mark.empty() && mark != "0" && mark != "khong" && mark != "-") {
            problem(line.line, PeopleField::main, mark, "mark-invalid",
                    "Ghi x cho chức vụ chính, để trống cho chức vụ khác.",
                    "Write x for the main post and nothing for the others.");
        }
        return post;
    }

    std::vector<std::string> read_path(const CsvLine& line) {
        const std::size_t before = table_.problems.size();
        const std::string text = cell(line, unit);
        if (text.empty()) {
            if (cell_is_empty(line, unit_code) && table_.problems.size() == before) {
                problem(line.line, unit, {}, "unit-missing", "Thiếu đơn vị.", "The unit is missing.");
            }
            return {};
        }
        std::vector<std::string> path;
        std::string_view rest = text;
        while (true) {
            const std::size_t end = rest.find(" / ");
            path.push_back(tidy(rest.substr(0, end)));
            if (end == std::string_view::npos) break;
            rest.remove_prefix(end + 3);
        }
        const bool holes = std::ranges::any_of(path, [](const std::string& p) {
            return p.empty() || p.starts_with('/') || p.ends_with('/') || length(p) > 200;
        });
        if (holes || path.size() > deepest_path) {
            problem(line.line, unit, text.substr(0, 80), "path-invalid",
                    "Đường dẫn đơn vị phải viết “A / B / C”.",
                    "The path of units must be written “A / B / C”.");
            return {};
        }
        return path;
    }

    bool cell_is_empty(const CsvLine& line, PeopleField field) const {
        const auto place = places_.find(field);
        return place == places_.end() || place->second >= line.cells.size() ||
               tidy(line.cells[place->second]).empty();
    }

    // Lines of one person say the same of the person, or nothing.
    void agree(ListedPerson& first, const ListedPerson& other, const CsvLine& line) {
        const auto same = [&](auto& kept, const auto& said, PeopleField field, const auto& empty) {
            if (said == empty || said == kept) return;
            if (kept == empty) {
                kept = said;
                return;
            }
            problem(line.line, field, cell_text(line, field), "person-conflict",
                    "Khác với dòng trước của cùng người này (cùng mã).",
                    "Differs from the earlier line with the same code.");
        };
        same(first.name, other.name, PeopleField::name, std::string());
        same(first.birth_day, other.birth_day, birth_day, std::optional<Day>());
        same(first.committee, other.committee, committee, std::string());
        same(first.ward, other.ward, ward, std::string());
    }

    std::string cell_text(const CsvLine& line, PeopleField field) const {
        const auto place = places_.find(field);
        return place == places_.end() ? "" : tidy(line.cells.at(place->second));
    }

    void add_post(ListedPerson& person, ListedPost post) {
        for (const ListedPost& other : person.posts) {
            if (other.unit == post.unit && other.title == post.title) {
                problem(post.line, title, post.title, "post-doubled",
                        "Chức vụ này của người này đã có ở dòng trên.",
                        "The person has this post in an earlier line.");
                return;
            }
            if (other.main && post.main) {
                problem(post.line, PeopleField::main, "x", "main-doubled",
                        "Một người chỉ có một chức vụ chính.", "A person has one main post only.");
            }
        }
        person.posts.push_back(std::move(post));
    }

    static void settle_main(ListedPerson& person) {
        if (person.posts.empty()) return;
        auto main_one = std::ranges::find(person.posts, true, &ListedPost::main);
        if (main_one == person.posts.end()) main_one = person.posts.begin();
        main_one->main = true;
        std::rotate(person.posts.begin(), main_one, main_one + 1);
    }

    const std::vector<CsvLine>& lines_;
    const Day today_;
    PeopleTable table_;
    std::map<PeopleField, std::size_t> places_;
    std::map<std::string, std::size_t> by_code_;
};

}  // namespace

std::string_view name(PeopleField field) {
    switch (field) {
        case code:
            return "code";
        case PeopleField::name:
            return "name";
        case birth_day:
            return "birth_day";
        case unit:
            return "unit";
        case unit_code:
            return "unit_code";
        case title:
            return "post";
        case PeopleField::main:
            return "main";
        case committee:
            return "residence_committee";
        case ward:
            return "ward";
    }
    bug("people field", __FILE__, __LINE__);
}

std::string_view header_of(PeopleField field) {
    switch (field) {
        case code:
            return "Mã";
        case PeopleField::name:
            return "Họ và tên";
        case birth_day:
            return "Ngày sinh";
        case unit:
            return "Đơn vị";
        case unit_code:
            return "Mã đơn vị";
        case title:
            return "Chức vụ";
        case PeopleField::main:
            return "Chức vụ chính";
        case committee:
            return "Cấp ủy nơi cư trú";
        case ward:
            return "Phường/xã";
    }
    bug("people field", __FILE__, __LINE__);
}

PeopleTable read_people_table(const std::vector<CsvLine>& lines, Day today) {
    return Reader(lines, today).read();
}

}  // namespace minhtin
