#include "ballot/election.h"

#include "ballot/field.h"
#include "ballot/json.h"
#include "crypto/hash.h"

namespace minhtin {
namespace {

constexpr std::uint64_t max_marks = 1024;
constexpr JsonLimits election_limits{.bytes = 8u << 20};

Question read_question(Field f) {
    if (const auto type = f.maybe("type")) {
        if (type->text() != "Homomorphic") type->refuse(Reject::election_question);
        if (!f.ok()) return {};
        f = f["value"];
    }
    Question q;
    q.text = f["question"].text();
    for (Field answer : f["answers"].items()) q.answers.push_back(answer.text());
    if (const auto blank = f.maybe("blank")) q.blank = blank->flag();
    q.min = f["min"].integer(0, max_weight);
    q.max = f["max"].integer(0, max_weight);
    if (f.ok() && (q.min > max_marks || q.max > max_marks)) f.refuse(Reject::question_limits);
    if (q.answers.empty() || q.min > q.max) f.refuse(Reject::election_question);
    return q;
}

Json question_json(const Question& q) {
    Json::Array answers(q.answers.begin(), q.answers.end());
    Json::Object o{{"answers", std::move(answers)}};
    if (q.blank) o.push_back({"blank", Json::boolean(true)});
    o.push_back({"min", Json::integer(static_cast<std::int64_t>(q.min))});
    o.push_back({"max", Json::integer(static_cast<std::int64_t>(q.max))});
    o.push_back({"question", q.text});
    return o;
}

// An extra field that others' servers may use as they like is none of our profiles.
Profile read_profile(Field f) {
    const auto profile = f.maybe("profile");
    if (!profile || !profile->is_text()) return Profile::version_1;
    const std::string name = profile->text();
    if (name == hardened_profile_name) return Profile::hardened;
    if (name.starts_with("minhtin-")) profile->refuse(Reject::profile_unknown);
    return Profile::version_1;
}

ElectionText read_election(Field f) {
    ElectionText e;
    ElectionDescription& d = e.description;
    if (f["version"].integer(0, 1u << 30) != 1) f["version"].refuse(Reject::election_version);
    if (f["group"].text() != group_name()) f["group"].refuse(Reject::election_group);
    d.profile = read_profile(f);
    d.description = f["description"].text();
    d.name = f["name"].text();
    e.public_key = f["public_key"].key();
    for (Field question : f["questions"].items()) {
        d.questions.push_back(read_question(question));
        const Question& q = d.questions.back();
        if (d.profile == Profile::hardened && q.max > q.answers.size())
            question.refuse(Reject::election_question);
    }
    d.uuid = f["uuid"].text();
    if (!is_election_uuid(d.uuid)) f["uuid"].refuse(Reject::election_uuid);
    if (const auto name = f.maybe("administrator")) d.administrator = name->text();
    if (const auto name = f.maybe("credential_authority")) d.credential_authority = name->text();
    if (const auto language = f.maybe("language")) {
        const auto parts = language->items(2, Reject::field_type);
        if (f.ok()) d.language = {parts[0].text(), parts[1].text()};
    }
    return e;
}

Json election_json(const ElectionDescription& d, const Element& key) {
    Json::Array questions;
    for (const Question& q : d.questions) questions.push_back(question_json(q));
    Json::Object o{{"version", Json::integer(1)},
                   {"description", d.description},
                   {"name", d.name},
                   {"group", group_name()},
                   {"public_key", key.encode()},
                   {"questions", std::move(questions)},
                   {"uuid", d.uuid}};
    if (d.administrator) o.push_back({"administrator", *d.administrator});
    if (d.credential_authority) o.push_back({"credential_authority", *d.credential_authority});
    if (d.language) o.push_back({"language", Json::Array{d.language->first, d.language->second}});
    if (d.profile == Profile::hardened) o.push_back({"profile", hardened_profile_name});
    return o;
}

struct SetupNames {
    std::vector<std::string> hashes;  // in the order of the files
};

SetupNames read_setup(Field f) {
    SetupNames names;
    for (const char* name : {"election", "trustees", "credentials"}) names.hashes.push_back(f[name].digest());
    if (const auto certificate = f.maybe("credentials_certificate"))
        names.hashes.push_back(certificate->digest());
    return names;
}

Json setup_json(const SetupNames& names) {
    Json::Object o{
        {"election", names.hashes[0]}, {"trustees", names.hashes[1]}, {"credentials", names.hashes[2]}};
    if (names.hashes.size() > 3) o.push_back({"credentials_certificate", names.hashes[3]});
    return o;
}

std::vector<std::string> files_in_order(const SetupFiles& files) {
    std::vector<std::string> all{files.election, files.trustees, files.credentials};
    if (files.credentials_certificate) all.push_back(*files.credentials_certificate);
    return all;
}

}  // namespace

bool is_election_uuid(std::string_view uuid) {
    return uuid.size() >= 14 &&
           uuid.find_first_not_of("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz") ==
               std::string_view::npos;
}

std::string encode_election(const ElectionDescription& description, const Element& public_key) {
    std::string bytes = write_json(election_json(description, public_key));
    ENSURE(decode_election(bytes));
    return bytes;
}

Result<ElectionText, Rejection> decode_election(std::string_view bytes) {
    auto election = read_document(bytes, read_election, election_limits);
    if (!election) return Refused{within("election", election.reason())};
    if (election->description.profile == Profile::hardened &&
        write_json(election_json(election->description, election->public_key)) != bytes)
        return Refused{Rejection{Reject::not_canonical, "election"}};
    election->hash = sha256_hex(bytes);
    election->fingerprint = sha256_b64(bytes);
    return election;
}

std::string encode_setup_data(const SetupFiles& files) {
    SetupNames names;
    for (const std::string& file : files_in_order(files)) names.hashes.push_back(sha256_hex(file));
    return write_json(setup_json(names));
}

std::vector<std::string> setup_event_data(const SetupFiles& files) {
    std::vector<std::string> data = files_in_order(files);
    data.push_back(encode_setup_data(files));
    return data;
}

Result<Election, Rejection> Election::open(const SetupFiles& files) {
    auto text = decode_election(files.election);
    if (!text) return Refused{text.reason()};
    auto trustees = Trustees::decode(files.trustees, text->description.profile);
    if (!trustees) return Refused{trustees.reason()};
    if (trustees->election_key() != text->public_key)
        return Refused{Rejection{Reject::election_key, "election: public_key"}};
    auto credentials = Credentials::decode(files.credentials, text->description.profile);
    if (!credentials) return Refused{credentials.reason()};
    return Election(std::move(*text), std::move(*trustees), std::move(*credentials));
}

Result<Election, Rejection> Election::open(const std::vector<std::string>& event_data) {
    if (event_data.size() < 4 || event_data.size() > 5)
        return Refused{Rejection{Reject::event_data, "Setup"}};
    SetupFiles files{event_data[0], event_data[1], event_data[2], {}};
    if (event_data.size() == 5) files.credentials_certificate = event_data[3];

    auto names = read_document(event_data.back(), read_setup);
    if (!names) return Refused{within("setup_data", names.reason())};
    std::vector<std::string> hashes;
    for (const std::string& file : files_in_order(files)) hashes.push_back(sha256_hex(file));
    if (names->hashes != hashes) return Refused{Rejection{Reject::setup_data, "setup_data"}};

    auto election = Election::open(files);
    if (election && election->profile() == Profile::hardened && event_data.back() != encode_setup_data(files))
        return Refused{Rejection{Reject::not_canonical, "setup_data"}};
    return election;
}

}  // namespace minhtin
