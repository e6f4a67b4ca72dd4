#include "server/domain/csv.h"

#include <algorithm>

#include "server/domain/text.h"

namespace minhtin {
namespace {

Refused<Problem> refuse(std::size_t line, std::string code, std::string vi, std::string en) {
    return Refused{Problem{line, {}, {}, std::move(code), {std::move(vi), std::move(en)}}};
}

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

// The separator seen most often, outside quotes, in the first line that holds any (a title may stand above);
// `;` when none does.
char separator_of(std::string_view text) {
    std::size_t semicolons = 0, commas = 0, tabs = 0;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (is_line_end(c) && semicolons + commas + tabs > 0) break;
        semicolons += c == ';';
        commas += c == ',';
        tabs += c == '\t';
    }
    if (tabs > semicolons && tabs > commas) return '\t';
    return commas > semicolons ? ',' : ';';
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
        const bool told = text_.size() >= 5 && text_.starts_with("sep=") &&
                          std::string_view(";,\t").find(text_[4]) != std::string_view::npos;
        separator_ = told ? text_[4] : separator_of(text_);
        if (told) {
            at_ = 5;
            take_line_end();
        }
    }

    Result<std::vector<CsvLine>, Problem> all() {
        std::vector<CsvLine> lines;
        while (at_ < text_.size()) {
            CsvLine line{line_, {}};
            do {
                auto cell = take_cell();
                if (!cell) return Refused{cell.reason()};
                line.cells.push_back(std::move(*cell));
                if (line.cells.size() > csv_max_cells) return too_large(line.line);
            } while (take_separator());
            take_line_end();
            const bool blank = std::ranges::all_of(line.cells, [](const std::string& c) {
                return c.find_first_not_of(" \t") == std::string::npos;
            });
            if (blank) continue;
            if (lines.size() == csv_max_lines) return too_large(line.line);
            lines.push_back(std::move(line));
        }
        if (lines.empty()) return refuse(0, "csv-empty", "Tệp không có dòng nào.", "The file has no lines.");
        return lines;
    }

private:
    static Refused<Problem> too_large(std::size_t line) {
        return refuse(line, "csv-too-large", "Tệp quá lớn: quá nhiều dòng hoặc quá nhiều cột.",
                      "The file is too large: too many lines or columns.");
    }

    bool take_separator() {
        if (at_ >= text_.size() || text_[at_] != separator_) return false;
        ++at_;
        return true;
    }

    void take_line_end() {
        if (at_ >= text_.size() || !is_line_end(text_[at_])) return;
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }

    Result<std::string, Problem> take_cell() {
        if (at_ < text_.size() && text_[at_] == '"') return take_quoted();
        const std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] != separator_ && !is_line_end(text_[at_])) ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    Result<std::string, Problem> take_quoted() {
        const std::size_t opened = line_;
        std::string cell;
        for (++at_; at_ < text_.size();) {
            const char c = text_[at_];
            if (c == '"') {
                ++at_;
                if (at_ < text_.size() && text_[at_] == '"') {
                    cell += '"';
                    ++at_;
                    continue;
                }
                if (at_ < text_.size() && text_[at_] != separator_ && !is_line_end(text_[at_])) break;
                return cell;
            }
            if (is_line_end(c)) {
                take_line_end();
                cell += '\n';
                continue;
            }
            cell += c;
            ++at_;
        }
        return refuse(opened, "csv-quote", "Dấu ngoặc kép mở ở dòng này không được đóng đúng chỗ.",
                      "The quotation mark opened in this line is not closed properly.");
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    char separator_ = ';';
};

}  // namespace

Result<std::vector<CsvLine>, Problem> read_csv(std::string_view bytes) {
    if (bytes.size() > csv_max_bytes) {
        return refuse(0, "csv-too-large", "Tệp lớn hơn 8 MB.", "The file is larger than 8 MB.");
    }
    if (!is_utf8(bytes)) {
        return refuse(0, "csv-not-utf8", "Tệp không phải UTF-8. Trong Excel hãy lưu dạng “CSV UTF-8”.",
                      "The file is not UTF-8. In Excel save it as “CSV UTF-8”.");
    }
    const auto control = [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && !is_line_end(c)) || c == 0x7F;
    };
    if (const auto bad = std::ranges::find_if(bytes, control); bad != bytes.end()) {
        const auto line = std::count(bytes.begin(), bad, '\n') + 1;
        return refuse(static_cast<std::size_t>(line), "csv-control",
                      "Tệp có ký tự điều khiển, không phải bảng chữ.",
                      "The file holds a control character; it is not a text table.");
    }
    return Reader(bytes).all();
}

std::string csv_line(const std::vector<std::string>& cells, char separator) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += separator;
        const std::string& cell = cells[i];
        const bool formula =
            !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
        out += formula ? "\"'" : "\"";
        for (const char c : cell) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    return out + "\r\n";
}

}  // namespace minhtin
