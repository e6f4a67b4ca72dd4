// minhtin-trustee: a counting committee member's part in an election, on the own machine and without a
// network: the making of the key, checking the archive, and the own part of the decryption.
#include <sodium.h>
#include <sys/resource.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "ballot/tools/files.h"
#include "ballot/tools/printable.h"
#include "ballot/tools/trustee_steps.h"

namespace minhtin {

void deliver(const Options& options, const std::string& message) {
    const auto out = options.maybe("out");
    if (out) {
        write_new_private_file(*out, message);
    } else {
        std::cout << message << std::endl;
    }
}

SecretString passphrase(const Options& options, Ask ask) {
    auto text = read_passphrase(options.maybe("passphrase-file"), ask);
    if (!text) throw Refusal{{Reject::key_file_passphrase, ""}};
    return std::move(*text);
}

KeyFile complete_key(const Options& options) {
    const std::string file = read_file(options["key"]);
    if (!must(read_key_file_label(file)).complete) throw Refusal{{Reject::key_file_other, "complete"}};
    return must(open_key_file(file, passphrase(options, Ask::once)));
}

void require_own_place(const KeyFile& key, const Trustees& trustees) {
    const KeyFileLabel& l = key.label;
    const Element mine = base(*key.secrets.decryption_key);
    for (const Trustees::Group& g : trustees.groups())
        if (g.single == l.single() && g.size == l.size && g.threshold == l.threshold &&
            trustees.holders()[g.first + l.trustee - 1].key == mine)
            return;
    throw Refusal{{Reject::key_file_other, "trustees"}};
}

}  // namespace minhtin

namespace {

using namespace minhtin;

constexpr std::string_view usage =
    R"(minhtin-trustee COMMAND [--OPTION VALUE]...

A key of one's own ("Single": without this trustee nothing is counted), in any mix with a common key:
  key          --key NEW --election UUID --name NAME
               makes the key file NEW and the public key with the proof that its secret is known; with only
               --key FILE the public key again. NAME stays in the file.
Making the common key (each prints, or writes to --out, the message for the server):
  certificate  --key NEW --election UUID --ceremony ID --trustee I --size N --threshold K --name NAME
               makes the key file NEW and the certificate; with only --key FILE the certificate again
  polynomial   --key FILE --state STATE
               writes into the key file which list of certificates it answers, and never answers another
  form-key     --key FILE --state STATE --complete-key NEW
               makes the key file NEW, which the count needs
  drill        --key FILE --state STATE --challenge CHALLENGE
               proves that the complete key file opens and holds the key that the list of trustees in STATE has
               in this place; CHALLENGE is {"id":…,"r":…}, and g^r is opened. r is neither 0 nor 1.
Counting:
  check        --archive FILE.bel
  share        --key FILE --archive FILE.bel [--yes] [--plain] [--few]
               checks the whole archive, recomputes the sum, shows how many ballots count and the mark of the
               box, asks whether the chair's page says the same (--yes: it does), and gives the own part of the
               decryption. --plain also takes an election without Minh Tín's stricter profile, --few a box of
               fewer than five ballots, whose totals tell single votes.
Also:
  show         --key FILE       what the key file says about itself

STATE is the JSON that the server gives a trustee (GET /api/v1/trustee). A file "-" is standard input.
--passphrase-file FILE takes the passphrase from the first line of FILE instead of the terminal (at most 1024
bytes; it is the same however accents are composed).
Exit status: 0 done, 1 refused, 2 wrong usage or a file that cannot be read.
)";

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
        {"key", "key election name", single_key},
        {"certificate", "key election ceremony trustee size threshold name", certificate},
        {"polynomial", "key state", polynomial},
        {"form-key", "key state complete-key", form_key_file},
        {"drill", "key state challenge", drill},
        {"check", "archive", check},
        {"share", "key archive yes! plain! few!", share},
        {"show", "key", show},
    };
    for (const Command& c : commands) {
        if (c.name != command) continue;
        c.run(Options(argc, argv, std::string(c.options) + " passphrase-file out"));
        return 0;
    }
    throw UsageError{};
}

int guarded(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const UsageError&) {
        std::cerr << usage;
        return 2;
    } catch (const Refusal& r) {
        const RejectText why = sentence(r.rejection.reason);
        std::cerr << "REFUSED " << why.code << ": " << why.vi << " / " << why.en;
        if (!r.rejection.where.empty()) std::cerr << " [" << printable(r.rejection.where) << "]";
        std::cerr << '\n';
        return 1;
    } catch (const std::exception& e) {
        std::cerr << "minhtin-trustee: " << e.what() << '\n';
        return 2;
    }
}

}  // namespace

int main(int argc, char** argv) {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);  // a crash must not write keys to the disk
    const int status = guarded(argc, argv);
    std::cout.flush();
    std::cerr.flush();
    // Registers that held a piece of a secret may have been saved on the stack, by the dynamic linker for
    // one; and would be once more by what runs after main, so nothing does.
    sodium_stackzero(256 * 1024);
    std::_Exit(status);
}
