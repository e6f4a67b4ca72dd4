// Wiring: opens the stores, makes clock and randomness, builds App, starts HTTP. Reading this shows the
// system.
#include <pthread.h>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "server/app/demo.h"
#include "server/app/setup.h"
#include "server/config.h"
#include "server/data_folder.h"
#include "server/http/server.h"
#include "server/keys.h"
#include "server/operator_profiles.h"
#include "server/store/errors.h"
#include "server/store/sqlcipher_board_store.h"
#include "server/store/sqlcipher_registry.h"
#include "server/tools/count.h"
#include "server/tools/rules.h"

namespace minhtin {
namespace {

// No core dump, no ptrace by others of the same user: memory holds the database keys and what people wrote.
void keep_memory_private() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    umask(0077);
}

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

void tell_setup_token(Registry& registry, Random& random) {
    if (auto token = new_setup_token(registry, random)) {
        std::fprintf(stderr,
                     "minhtin: there is no account yet. Open the start page and make the first operator "
                     "account with this\n"
                     "minhtin: one-time setup token: %s\n",
                     token->c_str());
    }
}

void tell_demo_accounts() {
    std::fprintf(stderr, "minhtin: DEMO DATA - not for real use. Log-ins:\n");
    for (const DemoAccount& account : demo_accounts()) {
        std::fprintf(stderr, "  %-10.*s %-26.*s %.*s\n", static_cast<int>(account.login.size()),
                     account.login.data(), static_cast<int>(account.password.size()), account.password.data(),
                     static_cast<int>(account.does.size()), account.does.data());
    }
}

int serve(const ServeConfig& config) {
    keep_memory_private();
    const sigset_t stop = stop_signals();
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);  // before any thread: only the waiting one takes them
    std::signal(SIGPIPE, SIG_IGN);

    SystemRandom random;
    SystemClock clock;
    const http::Pages pages(config.web);
    const DataFolder folder(config.data);
    load_operator_profiles(config.data);
    const bool first_start = !folder.has_databases();
    if (first_start && !std::filesystem::exists(config.key_file)) {
        std::fprintf(
            stderr,
            "minhtin: making the master key %s. Keep a copy in another safe place: without it the data "
            "cannot be read by anybody.\n",
            config.key_file.c_str());
    }
    Keys keys = derive_keys(
        master_key(config.key_file, first_start ? KeyFile::may_be_made : KeyFile::must_exist, random));
    claim_databases(folder.files(), keys.board, keys.registry, config.use, random);
    auto registry = open_sqlcipher_registry(folder.files().registry, keys.registry);
    auto board_store = open_sqlcipher_board_store(folder.files().board, keys.board);

    Sessions sessions;
    PasswordHasher passwords;
    Attempts attempts(random);
    const Seals seals(std::move(keys.seals));
    Boards boards(*board_store);
    BallotBox box;
    Drills drills;
    App app{.registry = *registry,
            .clock = clock,
            .random = random,
            .sessions = sessions,
            .passwords = passwords,
            .attempts = attempts,
            .seals = seals,
            .settings = {.version = MINHTIN_VERSION,
                         .demo = config.use == Use::demo,
                         .page_hash = pages.ballot_page_hash()},
            .boards = boards,
            .box = box,
            .drills = drills};
    switch (config.use) {
        case Use::real:
            tell_setup_token(*registry, random);
            break;
        case Use::demo:
            make_demo(app, clock.today());
            tell_demo_accounts();
            break;
    }

    static_assert(http::Limits{}.threads > BallotBox::max_waiting);
    http::Server server(app, pages, config.listen);
    std::thread stopper([&] {
        int signal = 0;
        sigwait(&stop, &signal);
        server.stop();
    });
    std::printf("minhtin: listening on %s\n", server.address().c_str());
    std::fflush(stdout);
    server.run();
    pthread_kill(stopper.native_handle(), SIGTERM);  // when run() ended by itself
    stopper.join();
    box.stop();
    return 0;
}

int run(const std::vector<std::string>& args) {
    if (args.empty()) {
        throw UsageError("a command is needed");
    }
    const std::span<const std::string> rest(args.begin() + 1, args.end());
    if (args[0] == "serve") {
        return serve(parse_serve(rest));
    }
    if (args[0] == "count") {
        return run_count(rest, std::cout, std::cerr);
    }
    if (args[0] == "rules") {
        return run_rules(rest, SystemClock().today(), std::cout, std::cerr);
    }
    if (args[0] == "--version") {
        std::printf("minhtin %s\n", MINHTIN_VERSION);
        return 0;
    }
    throw UsageError("unknown command " + args[0]);
}

}  // namespace
}  // namespace minhtin

int main(int argc, char** argv) {
    try {
        if (sodium_init() < 0) {
            throw std::runtime_error("libsodium does not start");
        }
        return minhtin::run({argv + 1, argv + argc});
    } catch (const minhtin::UsageError& e) {
        std::fprintf(stderr, "minhtin: %s\n%s", e.what(), minhtin::usage);
        return 2;
    } catch (const minhtin::StorageError& e) {
        bool key = e.kind == minhtin::StorageError::Kind::unreadable;
        std::fprintf(stderr, "minhtin: %s%s\n", e.what(),
                     key ? ": wrong key file, or a damaged database" : "");
        return 1;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "minhtin: %s\n", e.what());
        return 1;
    }
}
