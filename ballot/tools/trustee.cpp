// minhtin-trustee: a counting committee member's part in an election, on the own machine and without a
// network: the steps of making the common key, checking the archive, and the own part of the decryption.
#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "ballot/audit.h"
#include "ballot/ceremony.h"
#include "ballot/field.h"
#include "ballot/json.h"
#include "ballot/key_file.h"
#include "ballot/tally.h"
#include "ballot/tools/file_source.h"
#include "ballot/tools/files.h"
#include "crypto/credential.h"
#include "crypto/elgamal.h"
#include "crypto/random.h"

namespace {

using namespace minhtin;

constexpr std::string_view usage =
    R"(minhtin-trustee COMMAND [--OPTION VALUE]...

Making the common key (each prints, or writes to --out, the message for the server):
  certificate  --key NEW --election UUID --ceremony ID --trustee I --size N --threshold K --name NAME
               makes the key file NEW and the certificate; with only --key FILE the certificate again
  polynomial   --key FILE --state STATE
               writes into the key file which list of certificates it answers, and never answers another
  form-key     --key FILE --state STATE --complete-key NEW
               makes the key file NEW, which the count needs
  drill        --key FILE --challenge CHALLENGE
               proves that the complete key file opens; CHALLENGE is {"id":…,"r":…}, and g^r is opened
Counting:
  check        --archive FILE.bel
  share        --key FILE --archive FILE.bel [--yes] [--plain]
               checks the whole archive, recomputes the sum, shows how many ballots count and the mark of the
               box, asks whether the chair's page says the same (--yes: it does), and gives the own part of the
               decryption. --plain also takes an election without Minh Tín's stricter profile.
Also:
  show         --key FILE       what the key file says about itself

STATE is the JSON that the server gives a trustee (GET /api/v1/trustee). A file "-" is standard input.
--passphrase-file FILE takes the passphrase from the first line of FILE instead of the terminal.
Exit status: 0 done, 1 refused, 2 wrong usage or a file that cannot be read.
)";

struct UsageError {};

// The words after the command: --NAME VALUE, and --NAME alone for a name that is known as "NAME!"; each name
// one that the command knows, once.
class Options {
public:
    Options(int argc, char** argv, std::string_view known) {
        const std::string names = " " + std::string(known) + " passphrase-file out ";
        for (int i = 2; i < argc; ++i) {
            const std::string word = argv[i];
            if (!word.starts_with("--") || word.find_first_of(" !") != std::string::npos) throw UsageError{};
            const std::string name = word.substr(2);
            std::string value;
            if (names.find(" " + name + "! ") == std::string::npos) {
                if (names.find(" " + name + " ") == std::string::npos || ++i == argc) throw UsageError{};
                value = argv[i];
            }
            if (!values_.emplace(name, value).second) throw UsageError{};
        }
    }
    bool has(const std::string& name) const { return values_.contains(name); }
    const std::string& operator[](const std::string& name) const {
        const auto at = values_.find(name);
        if (at == values_.end()) throw UsageError{};
        return at->second;
    }
    std::optional<std::string> maybe(const std::string& name) const {
        return values_.contains(name) ? std::optional((*this)[name]) : std::nullopt;
    }
    std::size_t number(const std::string& name) const {
        const auto n = parse_decimal((*this)[name], max_trustees);
        if (!n) throw UsageError{};
        return *n;
    }

private:
    std::map<std::string, std::string> values_;
};

// A refusal on its way to the end of the program.
struct Refusal {
    Rejection rejection;
};

template <class T>
T must(Result<T, Rejection> result) {
    if (!result) throw Refusal{result.reason()};
    return std::move(result).value();
}

SecretString passphrase(const Options& options, Ask ask) {
    auto text = read_passphrase(options.maybe("passphrase-file"), ask);
    if (!text) throw Refusal{{Reject::key_file_passphrase, ""}};
    return std::move(*text);
}

void deliver(const Options& options, const std::string& message) {
    const auto out = options.maybe("out");
    if (out) {
        write_new_private_file(*out, message);
    } else {
        std::cout << message << std::endl;
    }
}

// What the server tells a trustee, as far as the steps need it.
struct State {
    std::string election, ceremony;
    std::size_t trustee = 0;
    CeremonySize size;
    std::vector<std::string> certificates;
    std::optional<std::string> vinput;
};

State read_state(Field f) {
    State s;
    s.election = f["vote"]["uuid"].text();
    s.ceremony = f["ceremony"].text();
    s.trustee = f["index"].integer(1, max_trustees);
    s.size = {f["size"].integer(1, max_trustees), f["threshold"].integer(1, max_trustees)};
    for (Field c : f["certificates"].items()) s.certificates.push_back(write_json(c.json()));
    if (const auto vinput = f.maybe("vinput"); vinput && vinput->json().as<Json::Object>())
        s.vinput = write_json(vinput->json());
    return s;
}

void require_same_seat(const KeyFileLabel& key, const State& state) {
    if (key.election != state.election || key.ceremony != state.ceremony || key.trustee != state.trustee ||
        CeremonySize{key.size, key.threshold} != state.size)
        throw Refusal{{Reject::key_file_other, ""}};
}

void certificate(const Options& options) {
    SystemRandom random;
    const std::string path = options["key"];
    if (!options.maybe("election")) {  // once more, from a key file that is there
        const KeyFile key = must(open_key_file(read_file(path), passphrase(options, Ask::once)));
        deliver(options, make_certificate(key.secrets.seed, {key.label.size, key.label.threshold},
                                          key.label.trustee, random));
        return;
    }
    const KeyFileLabel label{options["election"],
                             options["ceremony"],
                             options.number("trustee"),
                             options.number("size"),
                             options.number("threshold"),
                             options["name"],
                             false};
    const CeremonySize size{label.size, label.threshold};
    if (label.threshold < 1 || label.threshold > label.size || label.trustee < 1 ||
        label.trustee > label.size || !is_election_uuid(label.election))
        throw UsageError{};
    const KeyFileSecrets secrets{generate_seed(random), {}};
    write_new_private_file(path, seal_key_file(label, secrets, passphrase(options, Ask::twice), random));
    deliver(options, make_certificate(secrets.seed, size, label.trustee, random));
}

void polynomial(const Options& options) {
    const State state = must(read_document(read_file(options["state"]), read_state));
    const std::string path = options["key"], file = read_file(path);
    require_same_seat(must(read_key_file_label(file)), state);
    const SecretString phrase = passphrase(options, Ask::once);
    KeyFile key = must(open_key_file(file, phrase));
    if (key.label.complete) throw Refusal{{Reject::key_file_other, "complete"}};
    const Certificates certificates =
        must(Certificates::check(state.size, state.certificates, Profile::hardened));
    const std::string list = certificates.digest();
    if (key.label.certificates.value_or(list) != list) throw Refusal{{Reject::certificates_changed, ""}};
    SystemRandom random;
    if (!key.label.certificates) {  // before anything goes out
        key.label.certificates = list;
        replace_private_file(path, seal_key_file(key.label, key.secrets, phrase, random));
    }
    deliver(options, must(make_polynomial(key.secrets.seed, state.trustee, certificates, random)));
}

void form_key_file(const Options& options) {
    const State state = must(read_document(read_file(options["state"]), read_state));
    if (!state.vinput) throw Refusal{{Reject::field_missing, "vinput"}};
    const std::string file = read_file(options["key"]), complete = options["complete-key"];
    require_same_seat(must(read_key_file_label(file)), state);
    const SecretString phrase = passphrase(options, Ask::once);
    KeyFile key = must(open_key_file(file, phrase));
    const Certificates certificates =
        must(Certificates::check(state.size, state.certificates, Profile::hardened));
    if (key.label.certificates.value_or(certificates.digest()) != certificates.digest())
        throw Refusal{{Reject::certificates_changed, ""}};
    SystemRandom random;
    FormedKey formed = must(form_key(key.secrets.seed, state.trustee, certificates, *state.vinput, random));
    key.secrets.decryption_key = std::move(formed.decryption_key);
    write_new_private_file(complete, seal_key_file(key.label, key.secrets, phrase, random));
    deliver(options, formed.message);
}

KeyFile complete_key(const Options& options) {
    const std::string file = read_file(options["key"]);
    if (!must(read_key_file_label(file)).complete) throw Refusal{{Reject::key_file_other, "complete"}};
    return must(open_key_file(file, passphrase(options, Ask::once)));
}

// 16 Base58 characters; what is proved is about "drill:ID", which is no election's fingerprint.
bool is_drill_id(const std::string& id) {
    return id.size() == 16 && is_election_uuid(id);
}

// The test value is g^r with an r that the server must know: what comes out it could compute itself, so that
// a drill never opens a ballot.
void drill(const Options& options) {
    struct Challenge {
        std::string id;
        Scalar r;
    };
    const Challenge challenge = must(read_document(read_file(options["challenge"]), [](Field f) {
        if (f["r"].scalar().is_zero()) f["r"].refuse(Reject::scalar_syntax);
        if (!is_drill_id(f["id"].text())) f["id"].refuse(Reject::field_type);
        return Challenge{f["id"].text(), f["r"].scalar()};
    }));
    const KeyFile key = complete_key(options);
    const SecretScalar& secret = *key.secrets.decryption_key;
    SystemRandom random;
    const Element alpha = base(challenge.r), factor = secret * alpha;
    const Proof proof = prove_decryption_strongly("drill:" + challenge.id, secret, alpha, factor, random);
    deliver(options, write_json(Json::Object{
                         {"id", challenge.id}, {"factor", factor.encode()}, {"proof", proof_json(proof)}}));
}

AuditReport checked_archive(const Options& options) {
    const FileSource archive(options["archive"]);
    AuditReport report = audit(archive, {std::max(1u, std::thread::hardware_concurrency()), nullptr});
    for (const AuditLine& line : report.lines)
        std::cerr << line.code << ": " << line.vi << " / " << line.en << '\n';
    if (report.rejection) throw Refusal{*report.rejection};
    return report;
}

// In groups of four, as the pages show it.
std::string grouped(const std::string& hex) {
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 4) out += (i ? " " : "") + hex.substr(i, 4);
    return out;
}

void share(const Options& options) {
    const AuditReport report = checked_archive(options);
    if (!report.tally) throw Refusal{{Reject::event_order, "there is no encrypted tally yet"}};
    if (report.profile != Profile::hardened && !options.has("plain"))
        throw Refusal{{Reject::profile_plain, "--plain"}};
    // Another archive that holds too, with ballots left out, would be opened as readily: this is where members
    // see that all of them count the same box.
    std::cerr << "\nPhiếu được đếm / ballots that count: " << report.counted
              << "\nDấu của hòm phiếu / mark of the box:   " << grouped(*report.tally_event) << '\n';
    if (!options.has("yes") &&
        !confirm("Số này và dấu này giống với máy của chủ trì? / The same as on the chair's page? (có/yes) "))
        throw Refusal{{Reject::box_not_confirmed, ""}};
    const KeyFile key = complete_key(options);
    if (key.label.election != report.uuid) throw Refusal{{Reject::key_file_other, "election"}};
    const Element mine = base(*key.secrets.decryption_key);
    const auto& holders = report.election->trustees().holders();
    const bool known = std::any_of(holders.begin(), holders.end(), [&](const Trustees::Holder& h) {
        return h.key == mine && h.number == key.label.trustee;
    });
    if (!known) throw Refusal{{Reject::key_file_other, "trustees"}};
    SystemRandom random;
    deliver(options, make_decryption(*report.election, *report.tally, *key.secrets.decryption_key, random));
}

void show(const Options& options) {
    const KeyFileLabel l = must(read_key_file_label(read_file(options["key"])));
    std::cout << "election " << l.election << "\nceremony " << l.ceremony << "\ntrustee " << l.trustee
              << " of " << l.size << ", threshold " << l.threshold << "\nname " << l.name << "\n"
              << (l.complete ? "complete\n" : "not complete: made before the common key\n");
}

int run(int argc, char** argv) {
    const std::string command = argc > 1 ? argv[1] : "";
    if (command == "--help" || command == "help") {
        std::cout << usage;
        return 0;
    }
    struct Command {
        std::string_view name, options;
        void (*run)(const Options&);
    };
    static constexpr Command commands[] = {
        {"certificate", "key election ceremony trustee size threshold name", certificate},
        {"polynomial", "key state", polynomial},
        {"form-key", "key state complete-key", form_key_file},
        {"drill", "key challenge", drill},
        {"check", "archive", [](const Options& options) { checked_archive(options); }},
        {"share", "key archive yes! plain!", share},
        {"show", "key", show},
    };
    for (const Command& c : commands) {
        if (c.name != command) continue;
        c.run(Options(argc, argv, c.options));
        return 0;
    }
    throw UsageError{};
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const UsageError&) {
        std::cerr << usage;
        return 2;
    } catch (const Refusal& r) {
        const RejectText why = sentence(r.rejection.reason);
        std::cerr << "REFUSED " << why.code << ": " << why.vi << " / " << why.en;
        if (!r.rejection.where.empty()) std::cerr << " [" << r.rejection.where << "]";
        std::cerr << '\n';
        return 1;
    } catch (const std::exception& e) {
        std::cerr << "minhtin-trustee: " << e.what() << '\n';
        return 2;
    }
}
