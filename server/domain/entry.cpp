#include "server/domain/entry.h"

#include <array>
#include <nlohmann/json.hpp>

#include "server/domain/channels.h"
#include "server/domain/rules/read_input.h"

namespace minhtin {
namespace {

using nlohmann::json;  // names sorted: canonical
using Ordered = nlohmann::ordered_json;

template <class... F>
struct Cases : F... {
    using F::operator()...;
};
template <class... F>
Cases(F...) -> Cases<F...>;  // clang 14 does not find it by itself

template <class J>
J value_json(const FieldValue& value) {
    return std::visit(Cases{[](const std::string& s) { return J(s); }, [](std::int64_t n) { return J(n); },
                            [](const NotedChoice& c) {
                                return J{{"choice", c.choice}, {"note", c.note}};
                            }},
                      value);
}

template <class J>
J form_json(const FilledForm& fields) {
    J j = J::object();
    for (const auto& [id, value] : fields) j[id] = value_json<J>(value);
    return j;
}

// In the order of the form the order is kept by a list beside the object, because canonical names are sorted.
json kept_form(const FilledForm& fields) {
    json list = json::array();
    for (const auto& [id, value] : fields) list.push_back(json::array({id, value_json<json>(value)}));
    return list;
}

FieldValue value_of(const json& j) {
    if (j.is_string()) return j.get<std::string>();
    if (j.is_number_integer()) return j.get<std::int64_t>();
    return NotedChoice{j.at("choice"), j.at("note")};
}

FilledForm form_of(const json& list) {
    FilledForm fields;
    for (const json& pair : list) fields.emplace_back(pair.at(0).get<std::string>(), value_of(pair.at(1)));
    return fields;
}

template <class J>
J tally_json(const VoteResult& v) {
    const PersonTally& t = v.tally;
    J band = nullptr;
    if (t.band) {
        band = J{{"code", t.band->code},
                 {"article", t.band->article},
                 {"vi", t.band->says.vi},
                 {"en", t.band->says.en}};
    }
    return {{"vote", v.vote},
            {"uuid", v.uuid},
            {"question", v.question},
            {"counts", {{"high", t.counts.high}, {"trust", t.counts.trust}, {"low", t.counts.low}}},
            {"not_counted", t.not_counted},
            {"base", {{"kind", name(t.base_kind)}, {"number", t.base}}},
            {"percent", {{"high", t.percents.high}, {"trust", t.percents.trust}, {"low", t.percents.low}}},
            {"band", band},
            {"archive_hash", v.archive_hash},
            {"fingerprint", v.fingerprint},
            {"profile", v.profile}};
}

VoteResult tally_of_json(const json& j) {
    VoteResult v;
    v.vote = j.at("vote");
    v.uuid = j.at("uuid");
    v.question = j.at("question");
    const json& c = j.at("counts");
    v.tally.counts = {c.at("high"), c.at("trust"), c.at("low")};
    v.tally.not_counted = j.at("not_counted");
    v.tally.base_kind = base_named(j.at("base").at("kind").get<std::string>()).value();
    v.tally.base = j.at("base").at("number");
    const json& p = j.at("percent");
    v.tally.percents = {p.at("high"), p.at("trust"), p.at("low")};
    if (const json& b = j.at("band"); !b.is_null()) {
        v.tally.band = BandFound{b.at("code"), b.at("article"), {b.at("vi"), b.at("en")}};
    }
    v.archive_hash = j.at("archive_hash");
    v.fingerprint = j.at("fingerprint");
    v.profile = j.at("profile");
    return v;
}

template <class J>
J items_json(const std::vector<Item>& items) {
    J list = J::array();
    for (const Item& item : items) {
        J one{{"id", item.id}};
        for (const auto& [field, word] : item.words) one[field] = word;
        list.push_back(std::move(one));
    }
    return list;
}

template <class J>
J stated_json(const Statement& s) {
    J says = J::object();
    for (const auto& [field, value] : s.says) {
        says[field] = std::visit(
            Cases{[](const Decimal& n) { return J(n.text()); },
                  [](const std::string& word) { return J(word); }, [](Day day) { return J(day.iso()); },
                  [](const std::vector<Item>& items) { return items_json<J>(items); }},
            value);
    }
    return {{"topic", s.topic}, {"says", says}};
}

json kept_content(const EntryContent& content) {
    return std::visit(
        Cases{
            [](const Asked& a) {
                return json{{"due", a.due.iso()}, {"request", a.request_id}, {"committee", a.committee_id}};
            },
            [](const Exempt& e) {
                return json{{"reason", name(e.why.reason)}, {"note", e.why.note}, {"request", e.request_id}};
            },
            [](const Remark& r) {
                return json{{"fields", kept_form(r.fields)},
                            {"signed_by", {{"name", r.signed_by.name}, {"post", r.signed_by.post}}},
                            {"request", r.request_id}};
            },
            [](const SelfReview& s) {
                return json{{"fields", kept_form(s.fields)}};
            },
            [](const VoteResult& v) { return tally_json<json>(v); },
            [](const Statement& s) { return stated_json<json>(s); }},
        content);
}

EntryContent content_of(const std::string& kind, const json& j) {
    if (kind == "asked")
        return Asked{Day::from_iso(j.at("due").get<std::string>()).value(), j.at("request"),
                     j.at("committee")};
    if (kind == "exempt") {
        return Exempt{{exempt_reason_named(j.at("reason").get<std::string>()).value(), j.at("note")},
                      j.at("request")};
    }
    if (kind == "remark") {
        const json& s = j.at("signed_by");
        return Remark{form_of(j.at("fields")), {s.at("name"), s.at("post")}, j.at("request")};
    }
    if (kind == "self-review") return SelfReview{form_of(j.at("fields"))};
    if (kind == "vote-result") return tally_of_json(j);
    ENSURE(kind == "statement");
    auto stated = read_statement("", j.dump());
    ENSURE(static_cast<bool>(stated));
    return *std::move(stated);
}

EntrySource::Kind source_kind_named(const std::string& text) {
    using Kind = EntrySource::Kind;
    for (const Kind k :
         {Kind::residence_committee, Kind::member, Kind::archive, Kind::office, Kind::committee}) {
        if (name(k) == text) return k;
    }
    bug("unknown source of an entry", __FILE__, __LINE__);
}

}  // namespace

std::string_view name(ExemptReason reason) {
    switch (reason) {
        case ExemptReason::barracks:
            return "barracks";
        case ExemptReason::travelling:
            return "travelling";
        case ExemptReason::rotated:
            return "rotated";
        case ExemptReason::student:
            return "student";
        case ExemptReason::other:
            return "other";
    }
    bug("exempt reason", __FILE__, __LINE__);
}

std::optional<ExemptReason> exempt_reason_named(std::string_view text) {
    using enum ExemptReason;
    for (const ExemptReason r : {barracks, travelling, rotated, student, other}) {
        if (name(r) == text) return r;
    }
    return {};
}

std::string_view name(EntrySource::Kind kind) {
    switch (kind) {
        case EntrySource::Kind::residence_committee:
            return "residence-committee";
        case EntrySource::Kind::member:
            return "member";
        case EntrySource::Kind::archive:
            return "archive";
        case EntrySource::Kind::office:
            return "office";
        case EntrySource::Kind::committee:
            return "committee";
    }
    bug("source kind", __FILE__, __LINE__);
}

std::string_view kind_of(const EntryContent& content) {
    static constexpr std::array<std::string_view, 6> names{"asked",       "exempt",      "remark",
                                                           "self-review", "vote-result", "statement"};
    return names.at(content.index());
}

std::string_view channel_of(const EntryContent& content) {
    static constexpr std::array<std::string_view, 6> ids{residence_remark, residence_remark, residence_remark,
                                                         self_review,      confidence_vote,  stated_facts};
    return ids.at(content.index());
}

std::string canonical_json(const Entry& e) {
    return json{{"file", e.file_id},
                {"seq", e.seq},
                {"previous", e.previous},
                {"day", e.day.iso()},
                {"channel", channel_of(e.content)},
                {"kind", kind_of(e.content)},
                {"author", {{"account", e.author.account_id}, {"name", e.author.name}}},
                {"content", kept_content(e.content)},
                {"source", {{"kind", name(e.source.kind)}, {"text", e.source.text}}},
                {"salt", e.salt}}
        .dump();
}

std::optional<Entry> entry_from_json(std::string_view text) {
    try {
        const json j = json::parse(text);
        const json& a = j.at("author");
        const json& s = j.at("source");
        Entry e{j.at("file"),
                j.at("seq"),
                j.at("previous"),
                Day::from_iso(j.at("day").get<std::string>()).value(),
                {a.at("account"), a.at("name")},
                content_of(j.at("kind"), j.at("content")),
                {source_kind_named(s.at("kind")), s.at("text")},
                j.at("salt")};
        if (canonical_json(e) != text) return {};
        return e;
    } catch (const json::exception&) {
    } catch (const std::bad_optional_access&) {
    } catch (const Bug&) {
    }
    return {};
}

std::string fields_json(const FilledForm& fields) {
    return form_json<Ordered>(fields).dump();
}

std::optional<FilledForm> fields_from_json(std::string_view text) {
    const Ordered j = Ordered::parse(text, nullptr, false);
    if (!j.is_object()) return {};
    FilledForm fields;
    for (const auto& [id, v] : j.items()) {
        const bool noted = v.is_object() && v.size() == 2 && v.contains("choice") && v.contains("note") &&
                           v.at("choice").is_string() && v.at("note").is_string();
        if (v.is_string()) {
            fields.emplace_back(id, v.get<std::string>());
        } else if (v.is_number_integer() &&
                   (!v.is_number_unsigned() || v.get<std::uint64_t>() <= INT64_MAX)) {
            fields.emplace_back(id, v.get<std::int64_t>());
        } else if (noted) {
            fields.emplace_back(id, NotedChoice{v.at("choice"), v.at("note")});
        } else {
            return {};
        }
    }
    return fields;
}

std::string statement_json(const Statement& statement) {
    return stated_json<Ordered>(statement).dump();
}

std::string content_json(const EntryContent& content) {
    return std::visit(Cases{[](const Asked& a) {
                                return Ordered{{"due", a.due.iso()}};
                            },
                            [](const Exempt& e) {
                                return Ordered{{"reason", name(e.why.reason)}, {"note", e.why.note}};
                            },
                            [](const Remark& r) {
                                return Ordered{
                                    {"fields", form_json<Ordered>(r.fields)},
                                    {"signed_by", {{"name", r.signed_by.name}, {"post", r.signed_by.post}}}};
                            },
                            [](const SelfReview& s) {
                                return Ordered{{"fields", form_json<Ordered>(s.fields)}};
                            },
                            [](const VoteResult& v) { return tally_json<Ordered>(v); },
                            [](const Statement& s) { return stated_json<Ordered>(s); }},
                      content)
        .dump();
}

}  // namespace minhtin
