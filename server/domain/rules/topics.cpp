#include "server/domain/rules/topics.h"

#include <algorithm>
#include <array>

namespace minhtin {
namespace {

using enum TopicField::Type;

constexpr std::string_view flag = " yes no ";

constexpr TopicField score[] = {{"common", number}, {"results", number}, {"total", number}};
constexpr TopicField tasks[] = {{"assigned", number},
                                {"done", number},
                                {"on_time", number},
                                {"late", number},
                                {"above", number},
                                {"main_missed", word, false, flag},
                                {"force_majeure", word, false, flag}};
constexpr TopicField shortcomings[] = {{"found", number, true}, {"fixed", number, true}};
constexpr TopicField items_only[] = {{"items", items, true}};
constexpr TopicField criterion[] = {{"group", word, true, " political other "},
                                    {"grade", word, true, " excellent good average poor "}};
constexpr TopicField violation[] = {{"self_detected", word, true, flag}, {"remedied", word, true, flag}};
constexpr TopicField subordinates[] = {{"units", number, true},
                                       {"disciplined", number, true},
                                       {"members_disciplined", number},
                                       {"violations_open", number}};
constexpr TopicField conclusion[] = {
    {"about", word, true, " degradation forbidden-things example disunity member-degraded corruption "}};
constexpr TopicField level[] = {{"level", word, true, {}, true}, {"on", day}};
constexpr TopicField civil_rating[] = {{"level", word, true, " none ", true}, {"on", day}};
constexpr TopicField led_unit[] = {{"assigned", number, true}, {"done", number, true}};
constexpr TopicField quarter[] = {
    {"level", word, false, {}, true},
    {"not_rated", word, false, " study sick-leave maternity-leave new-post under-inspection "}};
constexpr TopicField membership[] = {
    {"admitted", day}, {"exempt", word, false, flag}, {"suspended", word, false, " no party committee "}};
constexpr TopicField post[] = {{"unit", word, true},
                               {"role", word, true, " head deputy member "},
                               {"rank", number, true},
                               {"working_time", number}};
constexpr TopicField rated_at[] = {{"post", word, true}};
constexpr TopicField complaint[] = {{"state", word, true, " open settled "}};
constexpr TopicField reverification[] = {{"done", word, true, flag}};
constexpr TopicField rating_vote[] = {{"collected", number, true},
                                      {"excellent", number},
                                      {"good", number},
                                      {"completed", number},
                                      {"failed", number}};
constexpr TopicField exempt[] = {
    {"reason", word, true, " barracks travelling rotated student secret-duty standby other "}};
constexpr TopicField on_maybe[] = {{"on", day}};
constexpr TopicField step[] = {{"on", day, true}, {"meeting", word}};
constexpr TopicField review[] = {{"on", day, true}};

constexpr FactTopic all[] = {
    {"score", score},
    {"tasks", tasks},
    {"shortcomings", shortcomings},
    {"criteria", items_only, criterion},
    {"discipline", items_only, violation},
    {"subordinates", subordinates},
    {"conclusions", items_only, conclusion},
    {"civil-rating", civil_rating},
    {"led-unit", led_unit},
    {"quarter:1", quarter},
    {"quarter:2", quarter},
    {"quarter:3", quarter},
    {"quarter:4", quarter},
    {"membership", membership},
    {"posts", items_only, post},
    {"rated-at", rated_at},
    {"complaints", items_only, complaint},
    {"reverification", reverification},
    {"rating-vote", rating_vote},
    {"suggestions", items_only},
    {"explanation:", on_maybe},
    {"document:", on_maybe},
    {"exempt:", exempt},
    {"level:self", level},
    {"level:proposal", level},
    {"level:decision", level},
    {"step:draft-sent", step},
    {"step:review", step},
    {"step:rating", step},
    {"step:vote-open", step},
    {"step:vote-close", step},
    {"step:summing-up", step},
    {"step:sent-up", step},
    {"step:remediation-plan", step},
    {"step:remedied", step},
    {"review:", review},
};

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace

std::span<const FactTopic> topics() {
    return all;
}

const FactTopic* topic_named(std::string_view name) {
    for (const FactTopic& topic : all) {
        const bool open = topic.name.ends_with(':');
        if (open ? name.starts_with(topic.name) && is_name(name.substr(topic.name.size()))
                 : name == topic.name)
            return &topic;
    }
    return nullptr;
}

}  // namespace minhtin
