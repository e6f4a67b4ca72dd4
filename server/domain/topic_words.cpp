#include "server/domain/topic_words.h"

#include <algorithm>
#include <optional>
#include <span>

#include "crypto/ensure.h"
#include "server/domain/rules/figures.h"
#include "server/domain/rules/steps.h"
#include "server/domain/rules/topics.h"

namespace minhtin {
namespace {

struct Named {
    std::string_view id, vi, en;
};

constexpr Named topic_names[] = {
    {"score", "Điểm", "Points"},
    {"tasks", "Nhiệm vụ được giao", "Assigned tasks"},
    {"shortcomings", "Khắc phục hạn chế, khuyết điểm", "Shortcomings and what became of them"},
    {"criteria", "Mức của từng tiêu chí", "Grade of each criterion"},
    {"discipline", "Vi phạm bị kỷ luật trong năm", "Violations disciplined in the year"},
    {"subordinates", "Kỷ luật ở cấp dưới", "Discipline below"},
    {"conclusions", "Kết luận của cấp có thẩm quyền", "Conclusions of an authority"},
    {"civil-rating", "Xếp loại công chức, viên chức", "Rating as civil servant or public employee"},
    {"led-unit", "Chỉ tiêu của đơn vị phụ trách", "Targets of the unit led"},
    {"quarter:1", "Kết quả quý I", "Result of the first quarter"},
    {"quarter:2", "Kết quả quý II", "Result of the second quarter"},
    {"quarter:3", "Kết quả quý III", "Result of the third quarter"},
    {"quarter:4", "Kết quả quý IV", "Result of the fourth quarter"},
    {"membership", "Tư cách đảng viên", "Party membership"},
    {"posts", "Chức vụ", "Posts"},
    {"rated-at", "Chức vụ để xếp loại", "Post where rated"},
    {"complaints", "Đơn thư khiếu nại, tố cáo", "Complaints and denunciations"},
    {"reverification", "Cấp trên thẩm định lại", "Verified again from above"},
    {"rating-vote", "Phiếu kín đề nghị xếp loại", "Secret rating ballots"},
    {"suggestions", "Nội dung gợi ý kiểm điểm", "Points suggested for review"},
    {"explanation:", "Giải trình nội dung gợi ý", "Explanation of a suggested point"},
    {"document:", "Có trong hồ sơ", "In the file"},
    {"exempt:", "Được miễn", "Exempt from"},
    {"level:self", "Mức tự nhận", "Level claimed"},
    {"level:proposal", "Mức đề nghị", "Level proposed"},
    {"level:decision", "Mức quyết định", "Level decided"},
    {"step:", "Ngày", "Day of"},
    {"review:", "Ngày", "Day of"},
};

// Of fields that no figure carries the name of.
constexpr Named field_names[] = {
    {"items", "Danh sách", "List"},
    {"criteria.group", "nhóm tiêu chí", "group of criteria"},
    {"criteria.grade", "mức", "grade"},
    {"discipline.self_detected", "tự phát hiện", "self-detected"},
    {"discipline.remedied", "đã khắc phục xong", "fully remedied"},
    {"conclusions.about", "kết luận về", "concluded"},
    {"quarter.level", "mức của quý", "level of the quarter"},
    {"quarter.not_rated", "không xếp loại quý vì", "not rated because of"},
    {"membership.admitted", "ngày kết nạp", "day of admission"},
    {"posts.unit", "đơn vị", "unit"},
    {"posts.role", "vai trò", "role"},
    {"posts.rank", "thứ bậc chức vụ (1 là cao nhất)", "rank of the post (1 is the highest)"},
    {"posts.working_time", "phần thời gian công tác (%)", "share of working time (%)"},
    {"rated-at.post", "mã chức vụ trong mục “Chức vụ”", "id of the post in “Posts”"},
    {"complaints.state", "tình trạng", "state"},
    {"exempt.reason", "lý do", "reason"},
    {"level", "mức", "level"},
    {"on", "ngày", "day"},
    {"meeting", "mã hội nghị", "id of the meeting"},
};

constexpr Named word_names[] = {
    {"yes", "có", "yes"},
    {"none", "không phải công chức, viên chức", "no civil servant or public employee"},
    {"no", "không", "no"},
    {"political", "nhiệm vụ chính trị", "political task"},
    {"other", "khác", "other"},
    {"excellent", "xuất sắc", "excellent"},
    {"good", "tốt", "good"},
    {"average", "trung bình", "average"},
    {"poor", "kém", "poor"},
    {"degradation", "suy thoái", "degradation"},
    {"forbidden-things", "những điều đảng viên không được làm", "what members may not do"},
    {"example", "trách nhiệm nêu gương", "setting an example"},
    {"disunity", "mất đoàn kết", "disunity"},
    {"member-degraded", "thành viên suy thoái", "a member degraded"},
    {"corruption", "tham nhũng, tiêu cực", "corruption"},
    {"study", "đi học", "study"},
    {"sick-leave", "nghỉ ốm", "sick leave"},
    {"maternity-leave", "nghỉ thai sản", "maternity leave"},
    {"new-post", "mới nhận nhiệm vụ", "a new post"},
    {"under-inspection", "đang bị kiểm tra", "an inspection under way"},
    {"party", "sinh hoạt đảng", "party activity"},
    {"committee", "sinh hoạt cấp ủy", "committee activity"},
    {"head", "người đứng đầu", "head"},
    {"deputy", "cấp phó", "deputy"},
    {"member", "thành viên", "member"},
    {"open", "chưa giải quyết", "not settled"},
    {"settled", "đã giải quyết", "settled"},
    {"barracks", "ở tập trung trong doanh trại", "lives in barracks"},
    {"travelling", "thường xuyên đi công tác lưu động", "travels for work all the time"},
    {"rotated", "được luân chuyển, ở nhà công vụ", "rotated, lives in official housing"},
    {"student", "đi học tập trung 12 tháng", "studies full time for 12 months"},
    {"secret-duty", "làm nhiệm vụ bí mật", "is on secret duty"},
    {"standby", "trực sẵn sàng chiến đấu", "is on standby"},
};

std::optional<Sentence> named(std::span<const Named> list, std::string_view id) {
    const auto found = std::ranges::find(list, id, &Named::id);
    if (found == list.end()) return {};
    return Sentence{std::string(found->vi), std::string(found->en)};
}

Sentence must(std::span<const Named> list, std::string_view id) {
    auto found = named(list, id);
    ENSURE(found.has_value());
    return *std::move(found);
}

// "document:minutes" gives "document:".
std::string_view stem(std::string_view topic) {
    const std::size_t colon = topic.find(':');
    return colon == std::string_view::npos ? topic : topic.substr(0, colon + 1);
}

Sentence joined(Sentence first, const char* between, const Sentence& then) {
    return {std::move(first.vi) + between + then.vi, std::move(first.en) + between + then.en};
}

std::vector<Level> options_of(const TopicField& field, const RegulationProfile& profile) {
    std::vector<Level> options;
    if (field.level) options = profile.rating_levels;
    std::string_view words = field.words;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) options.push_back({std::string(words.substr(0, end)), word_title(words.substr(0, end))});
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return options;
}

StatementField::Type type_of(const FactTopic& topic, const TopicField& field, bool has_options) {
    using Type = StatementField::Type;
    switch (field.type) {
        case TopicField::Type::number:
            return Type::number;
        case TopicField::Type::word:
            if (topic.name == "posts" && field.name == "unit") return Type::unit;
            return has_options ? Type::choice : Type::id;
        case TopicField::Type::day:
            return Type::day;
        case TopicField::Type::items:
            return Type::items;
    }
    bug("type of a field", __FILE__, __LINE__);
}

std::vector<StatementField> fields_of(const FactTopic& topic, std::span<const TopicField> fields,
                                      const RegulationProfile& profile) {
    std::vector<StatementField> list;
    for (const TopicField& f : fields) {
        std::vector<Level> options = options_of(f, profile);
        const auto type = type_of(topic, f, !options.empty());
        list.push_back(
            {std::string(f.name), type, f.needed, field_title(topic.name, f.name), std::move(options)});
    }
    return list;
}

// What may follow "document:", "exempt:", "review:".
std::vector<std::string> names_after(const FactTopic& topic, const RegulationProfile& profile) {
    if (topic.name == "review:") return {"cell", "leadership", "group"};
    std::vector<std::string> names;
    if (topic.name == "document:") {
        for (const Level& document : profile.documents) names.push_back(document.id);
    }
    for (const Rule& rule : profile.rules) {
        const auto* needed = std::get_if<rules::Documents>(&rule.body);
        if (needed == nullptr) continue;
        const bool exempt = topic.name == "exempt:";
        for (const std::string& id : exempt ? needed->may_be_exempt : needed->person) {
            if (std::ranges::find(names, id) == names.end()) names.push_back(id);
        }
    }
    return names;
}

}  // namespace

std::string_view name(StatementField::Type type) {
    using enum StatementField::Type;
    switch (type) {
        case number:
            return "number";
        case choice:
            return "choice";
        case id:
            return "id";
        case unit:
            return "unit";
        case day:
            return "day";
        case items:
            return "items";
    }
    bug("type of a field", __FILE__, __LINE__);
}

Sentence topic_title(std::string_view topic, const RegulationProfile& profile) {
    if (auto exact = named(topic_names, topic)) return *std::move(exact);
    const std::string_view kind = stem(topic), id = topic.substr(kind.size());
    Sentence title = must(topic_names, kind);
    if (kind == "step:" || kind == "review:") return joined(std::move(title), " ", step_title(topic));
    if (kind == "explanation:") return joined(std::move(title), " ", {std::string(id), std::string(id)});
    return joined(std::move(title), ": ", document_title(profile, id));
}

Sentence field_title(std::string_view topic, std::string_view field) {
    std::string_view kind = topic.substr(0, topic.find(':'));
    const std::string full = std::string(kind) + "." + std::string(field);
    if (auto own = named(field_names, full)) return *std::move(own);
    if (const auto figure = figure_named(full)) {
        const FigureKind& f = figure_kinds()[*figure];
        return {std::string(f.vi), std::string(f.en)};
    }
    return must(field_names, field);
}

Sentence word_title(std::string_view word) {
    return must(word_names, word);
}

std::vector<StatementForm> statement_forms(const RegulationProfile& profile) {
    std::vector<StatementForm> forms;
    for (const FactTopic& topic : topics()) {
        StatementForm form{std::string(topic.name),
                           topic.name == "explanation:",
                           {},
                           fields_of(topic, topic.fields, profile),
                           fields_of(topic, topic.item_fields, profile)};
        if (form.open || !topic.name.ends_with(':')) {
            form.title = topic_title(topic.name, profile);
            forms.push_back(std::move(form));
            continue;
        }
        for (const std::string& id : names_after(topic, profile)) {
            form.topic = std::string(topic.name) + id;
            form.title = topic_title(form.topic, profile);
            forms.push_back(form);
        }
    }
    return forms;
}

}  // namespace minhtin
