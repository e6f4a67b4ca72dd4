#include "server/domain/channels.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/domain/data.h"

namespace minhtin {
namespace {

using nlohmann::json;

ChannelState state_named(const std::string& text) {
    for (const auto s : {ChannelState::none, ChannelState::not_asked, ChannelState::asked}) {
        if (name(s) == text) return s;
    }
    bug("channel starts in a state that it cannot start in", __FILE__, __LINE__);
}

FormField::Kind kind_named(const std::string& text) {
    using Kind = FormField::Kind;
    for (const Kind k : {Kind::choice, Kind::text, Kind::number, Kind::paragraph}) {
        if (name(k) == text) return k;
    }
    bug("unknown kind of field", __FILE__, __LINE__);
}

Channel::Writer writer_named(const std::string& text) {
    if (text == "member") return Channel::Writer::member;
    if (text == "residence-committee") return Channel::Writer::residence_committee;
    if (text == "vote") return Channel::Writer::vote;
    ENSURE(text == "office");
    return Channel::Writer::office;
}

FormField field(const json& j, const json& option_sets) {
    FormField f;
    f.id = j.at("id");
    f.kind = kind_named(j.at("kind"));
    f.label = {j.at("label_vi"), j.at("label_en")};
    f.needed = j.at("required") ? FormField::Needed::required : FormField::Needed::optional;
    f.note = j.value("note", false) ? FormField::Note::allowed : FormField::Note::none;
    if (f.kind == FormField::Kind::choice) {
        for (const json& o : option_sets.at(j.at("options").get<std::string>())) {
            f.options.push_back({o.at("id"), {o.at("vi"), o.at("en")}});
        }
    }
    return f;
}

Channel read(const json& j) {
    ENSURE(j.at("format") == "minhtin-channel-1");
    Channel c;
    c.id = j.at("id");
    c.title = {j.at("title").at("vi"), j.at("title").at("en")};
    c.writer = writer_named(j.at("writer"));
    c.needed = j.at("required") ? Channel::Needed::required : Channel::Needed::optional;
    c.starts = state_named(j.at("starts"));
    c.source = j.at("source");
    for (const json& f : j.at("form")) c.form.push_back(field(f, j.at("options")));
    return c;
}

}  // namespace

std::string_view name(ChannelState state) {
    switch (state) {
        case ChannelState::none:
            return "none";
        case ChannelState::not_asked:
            return "not-asked";
        case ChannelState::asked:
            return "asked";
        case ChannelState::exempt:
            return "exempt";
        case ChannelState::received:
            return "received";
        case ChannelState::late:
            return "late";
    }
    bug("channel state", __FILE__, __LINE__);
}

std::span<const Channel> channels() {
    static const std::vector<Channel> all = [] {
        std::vector<json> files;
        for (const std::string_view text : data::channels()) files.push_back(json::parse(text));
        std::ranges::sort(files, {}, [](const json& j) { return j.at("place").get<int>(); });
        std::vector<Channel> read_ones;
        for (const json& j : files) read_ones.push_back(read(j));
        return read_ones;
    }();
    return all;
}

const Channel& channel(std::string_view id) {
    const auto found = std::ranges::find(channels(), id, &Channel::id);
    ENSURE(found != channels().end());
    return *found;
}

}  // namespace minhtin
