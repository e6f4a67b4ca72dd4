#pragma once
// The bundle of what the server needs. One file in this folder for each thing that somebody can do:
//     Outcome<Answer> what_happens(App&, const Actor&, request…, Day today)
// The list of files is the list of features. Shared by all threads: what it refers to is safe to share.
#include <string>

#include "crypto/random.h"
#include "server/app/attempts.h"
#include "server/app/ballot_box.h"
#include "server/app/boards.h"
#include "server/app/clock.h"
#include "server/app/drills.h"
#include "server/app/passwords.h"
#include "server/app/refusals.h"
#include "server/app/seals.h"
#include "server/app/sessions.h"
#include "server/store/registry.h"

namespace minhtin {

struct Settings {
    std::string version;
    bool demo = false;
    std::string page_hash;  // SHA-256, hex, over the ballot page and its assets (http/pages.h)
};

struct App {
    Registry& registry;
    Clock& clock;
    Random& random;
    Sessions& sessions;
    PasswordHasher& passwords;
    Attempts& attempts;
    const Seals& seals;
    const Settings settings;
    Boards& boards;
    BallotBox& box;
    Drills& drills;
};

}  // namespace minhtin
