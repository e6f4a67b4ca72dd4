// The import of people: a preview, then all of it or nothing.
#include "server/http/problems.h"
#include "server/http/record_json.h"
#include "server/http/routes.h"

namespace minhtin::http {
namespace {

// {"source","text"} or {"source","rows"}; the name of the file is for the people who read the answer only.
Result<std::vector<CsvLine>, Problem> lines_of(const Request& r) {
    Fields in(r.body);
    in.text("source", 200);
    const bool sheet = in.has("rows");
    const Json cells = in.value(sheet ? "rows" : "text");
    in.done();
    if (!sheet) {
        if (!cells.is_string()) Fields::invalid("text");
        return read_csv(cells.get_ref<const std::string&>());
    }
    std::vector<std::vector<std::string>> rows;
    if (!cells.is_array()) Fields::invalid("rows");
    for (const Json& line : cells) {
        if (!line.is_array()) Fields::invalid("rows");
        std::vector<std::string> row;
        for (const Json& cell : line) {
            if (!cell.is_string()) Fields::invalid("rows");
            row.push_back(cell.get<std::string>());
        }
        rows.push_back(std::move(row));
    }
    return lines_of_rows(rows);
}

ImportReport unreadable(const Problem& problem) {
    return {0, {}, {problem}, {}, false};
}

Response preview(App& app, const Request& r) {
    const auto lines = lines_of(r);
    return json_response(
        json_of(lines ? preview_people(app, *lines, app.clock.today()) : unreadable(lines.reason())));
}

Response import(App& app, const Request& r) {
    const auto lines = lines_of(r);
    const ImportReport report =
        lines ? import_people(app, *lines, app.clock.today()) : unreadable(lines.reason());
    Json body = json_of(report);
    if (!report.written) return problem(Reason::import_has_problems, body);
    body["written"] = true;
    return json_response(body);
}

}  // namespace

std::span<const Route> import_routes() {
    static constexpr Route table[] = {
        {Method::post, "/imports/people/preview", Access::roles(Role::office), upload_body, Limit::none,
         &preview},
        {Method::post, "/imports/people", Access::roles(Role::office), upload_body, Limit::none, &import},
    };
    return table;
}

}  // namespace minhtin::http
