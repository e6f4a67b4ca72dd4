// The making of the key: alone ("Single"), or with others.
#include <iostream>

#include "ballot/ceremony.h"
#include "ballot/election.h"
#include "ballot/json.h"
#include "ballot/tools/files.h"
#include "ballot/tools/printable.h"
#include "ballot/tools/trustee_state.h"
#include "ballot/tools/trustee_steps.h"
#include "crypto/credential.h"

namespace minhtin {
namespace {

// Read back before it is written: a name that is no text, for one, would make a file that nothing opens.
void write_new_key_file(const std::string& path, const KeyFileLabel& label, const KeyFileSecrets& secrets,
                        const SecretString& phrase, Random& random) {
    const std::string file = seal_key_file(label, secrets, phrase, random);
    must(read_key_file_label(file));
    write_new_private_file(path, file);
}

// The message names nobody: whether members' names are published is not the tool's to decide.
std::string single_message(const SecretScalar& key, Random& random) {
    return write_json(trustee_key_json(make_trustee_key(key, {}, random)));
}

}  // namespace

void single_key(const Options& options) {
    SystemRandom random;
    const std::string path = options["key"];
    if (!options.has("election")) {  // once more, from a key file that is there
        const KeyFile key = complete_key(options);
        if (!key.label.single()) throw Refusal{{Reject::key_file_other, "ceremony"}};
        deliver(options, single_message(*key.secrets.decryption_key, random));
        return;
    }
    const KeyFileLabel label{options["election"], "", 1, 1, 1, options["name"], true};
    if (!is_election_uuid(label.election)) throw UsageError{};
    const KeyFileSecrets secrets{{}, SecretScalar::random(random)};
    write_new_key_file(path, label, secrets, passphrase(options, Ask::twice), random);
    deliver(options, single_message(*secrets.decryption_key, random));
}

void certificate(const Options& options) {
    SystemRandom random;
    const std::string path = options["key"];
    if (!options.has("election")) {  // once more, from a key file that is there
        const KeyFile key = must(open_key_file(read_file(path), passphrase(options, Ask::once)));
        if (key.label.single()) throw Refusal{{Reject::key_file_other, "single"}};
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
        label.trustee > label.size || label.ceremony.empty() || !is_election_uuid(label.election))
        throw UsageError{};
    const KeyFileSecrets secrets{generate_seed(random), {}};
    write_new_key_file(path, label, secrets, passphrase(options, Ask::twice), random);
    deliver(options, make_certificate(secrets.seed, size, label.trustee, random));
}

void polynomial(const Options& options) {
    const State state = read_state(options["state"]);
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
    const State state = read_state(options["state"]);
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
    write_new_key_file(complete, key.label, key.secrets, phrase, random);
    deliver(options, formed.message);
}

void show(const Options& options) {
    const KeyFileLabel l = must(read_key_file_label(read_file(options["key"])));
    std::cout << "election " << printable(l.election) << '\n';
    if (l.single())
        std::cout << "single trustee\n";
    else
        std::cout << "ceremony " << printable(l.ceremony) << "\ntrustee " << l.trustee << " of " << l.size
                  << ", threshold " << l.threshold << '\n';
    std::cout << "name " << printable(l.name) << '\n'
              << (l.complete ? "complete\n" : "not complete: made before the common key\n");
}

}  // namespace minhtin
