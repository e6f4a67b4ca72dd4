#include "server/http/record_json.h"

namespace minhtin::http {
namespace {

Json or_null(const std::optional<Day>& day) {
    return day ? Json(day->iso()) : Json(nullptr);
}

Json or_null(const std::optional<Exemption>& exempt) {
    if (!exempt) return nullptr;
    return {{"reason", name(exempt->reason)}, {"note", exempt->note}};
}

Json fields_of(const FilledForm& fields) {
    return Json::parse(fields_json(fields));
}

Json source_of(const Entry& entry) {
    Json source = {{"kind", name(entry.source.kind)}, {"text", entry.source.text}};
    if (const auto* vote = std::get_if<VoteResult>(&entry.content)) {
        source["archive_hash"] = vote->archive_hash;
        source["uuid"] = vote->uuid;
        source["question"] = vote->question;
    }
    return source;
}

Json entry_of(const RecordView& view, std::size_t i) {
    const Entry& entry = view.entries[i];
    const auto& superseded = view.record.superseded[i];
    return {{"seq", entry.seq},
            {"day", entry.day.iso()},
            {"channel", channel_of(entry.content)},
            {"kind", kind_of(entry.content)},
            {"actor", entry.author.name},
            {"content", Json::parse(content_json(entry.content))},
            {"source", source_of(entry)},
            {"hash", view.hashes[i]},
            {"superseded_by", superseded ? Json(*superseded) : Json(nullptr)}};
}

Json file_of(const RecordView& view) {
    Json missing = Json::array();
    for (const Missing& m : view.record.missing)
        missing.push_back({{"channel", m.channel}, {"due", or_null(m.due)}});
    return {{"id", view.file.id},
            {"head", view.file.head},
            {"entries", view.file.entries},
            {"complete", view.record.complete()},
            {"missing", missing}};
}

Json standings_of(const Record& record) {
    Json list = Json::array();
    for (const ChannelStanding& s : record.channels) {
        const Channel& c = channel(s.channel);
        list.push_back({{"id", s.channel},
                        {"title_vi", c.title.vi},
                        {"title_en", c.title.en},
                        {"state", name(s.state)},
                        {"due", or_null(s.due)},
                        {"exempt", or_null(s.exempt)}});
    }
    return list;
}

Json field_of(const FormField& field) {
    Json j = {{"id", field.id},
              {"kind", name(field.kind)},
              {"label_vi", field.label.vi},
              {"label_en", field.label.en},
              {"required", field.needed == FormField::Needed::required}};
    if (field.kind != FormField::Kind::choice) return j;
    Json options = Json::array();
    for (const FieldOption& o : field.options) {
        options.push_back({{"id", o.id}, {"label_vi", o.label.vi}, {"label_en", o.label.en}});
    }
    j["options"] = options;
    j["note"] = field.note == FormField::Note::allowed;
    return j;
}

}  // namespace

Json json_of(const RegulationProfile& p) {
    Json levels = Json::array();
    for (const Level& l : p.levels) levels.push_back({{"id", l.id}, {"vi", l.title.vi}, {"en", l.title.en}});
    return {{"id", p.id},
            {"title_vi", p.title.vi},
            {"title_en", p.title.en},
            {"base", name(p.base)},
            {"levels", levels}};
}

Json json_of(const CampaignView& v) {
    return {{"id", v.campaign.id},
            {"name", v.campaign.name},
            {"year", v.campaign.year},
            {"root_unit_id", v.campaign.root_unit_id},
            {"root_unit_name", v.root_unit_name},
            {"profile", v.campaign.profile},
            {"remark_due", v.campaign.remark_due.iso()},
            {"people", v.people}};
}

Json json_of(const Form& form) {
    Json list = Json::array();
    for (const FormField& field : form) list.push_back(field_of(field));
    return list;
}

Json json_of(const Channel& c) {
    return {{"id", c.id},
            {"title_vi", c.title.vi},
            {"title_en", c.title.en},
            {"required", c.needed == Channel::Needed::required},
            {"form", json_of(c.form)}};
}

Json json_of(const CampaignPerson& p) {
    Json states = Json::object();
    for (const Channel& c : channels()) {
        const auto known = p.channels.find(c.id);
        states[c.id] = name(known == p.channels.end() ? c.starts : known->second);
    }
    return {{"person_id", p.person_id},
            {"name", p.name},
            {"post", p.post},
            {"unit_name", p.unit_name},
            {"channels", states}};
}

Json json_of(const RemarkRequest& r) {
    Json committee = nullptr;
    if (r.committee) committee = {{"id", r.committee->id}, {"name", r.committee->name}};
    return {{"id", r.id},
            {"person_id", r.person_id},
            {"name", r.name},
            {"post", r.post},
            {"committee", committee},
            {"state", name(r.state)},
            {"due", or_null(r.due)},
            {"asked_day", r.asked_day.iso()},
            {"received_day", or_null(r.received_day)},
            {"exempt", or_null(r.exempt)},
            {"versions", r.versions},
            {"overdue", r.overdue}};
}

Json json_of(const ResidenceRequest& r) {
    Json sent = nullptr;
    if (r.sent) {
        sent = {{"fields", fields_of(r.sent->fields)},
                {"signed_by", {{"name", r.sent->signed_by.name}, {"post", r.sent->signed_by.post}}},
                {"day", r.sent->day.iso()},
                {"version", r.sent->version}};
    }
    return {{"id", r.id},
            {"person", {{"name", r.person_name}, {"post", r.person_post}, {"workplace", r.workplace}}},
            {"campaign", {{"name", r.campaign_name}, {"year", r.campaign_year}}},
            {"due", or_null(r.due)},
            {"state", name(r.state)},
            {"form", json_of(channel(residence_remark).form)},
            {"draft", r.draft ? fields_of(*r.draft) : Json(nullptr)},
            {"sent", sent}};
}

Json json_of(const Submitted& s) {
    return {{"state", name(s.state)},
            {"version", s.version},
            {"entry", {{"seq", s.entry.seq}, {"hash", s.entry.hash}, {"day", s.entry.day.iso()}}}};
}

Json json_of(const RecordView& view, const PeopleNames& names) {
    Json entries = Json::array();
    for (std::size_t i = 0; i < view.entries.size(); ++i) entries.push_back(entry_of(view, i));
    return {{"person", json_of(view.person, names)},
            {"campaign", json_of(view.campaign)},
            {"file", file_of(view)},
            {"channels", standings_of(view.record)},
            {"entries", entries}};
}

Json json_of(const OwnRecord& o) {
    return {{"campaign_id", o.campaign_id},
            {"campaign_name", o.campaign_name},
            {"year", o.year},
            {"person_id", o.person_id}};
}

Json json_of(const Problem& p) {
    return {{"line", p.line}, {"column", p.column}, {"value", p.value},
            {"code", p.code}, {"vi", p.says.vi},    {"en", p.says.en}};
}

Json json_of(const ImportReport& r) {
    Json columns = Json::array();
    for (const PeopleColumn& c : r.columns) {
        columns.push_back({{"header", c.header}, {"field", c.field ? Json(name(*c.field)) : Json(nullptr)}});
    }
    Json problems = Json::array();
    for (const Problem& p : r.problems) problems.push_back(json_of(p));
    return {{"lines", r.lines},
            {"columns", columns},
            {"problems", problems},
            {"summary",
             {{"people_new", r.summary.people_new},
              {"people_changed", r.summary.people_changed},
              {"people_same", r.summary.people_same},
              {"posts_new", r.summary.posts_new},
              {"units_new", r.summary.units_new},
              {"committees_new", r.summary.committees_new}}}};
}

FilledForm filled_form(const Json& fields) {
    auto values = fields_from_json(fields.dump());
    if (!values) Fields::invalid("fields");
    return std::move(*values);
}

}  // namespace minhtin::http
