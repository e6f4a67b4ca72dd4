#include "server/store/installation.h"

#include "server/store/migrations.h"
#include "server/store/sqlcipher_topics.h"

namespace minhtin {
namespace {

constexpr std::string_view use_name = "use";
constexpr std::string_view id_name = "installation";

std::string_view word(Use use) {
    return use == Use::demo ? "demo" : "real";
}

// The id of the installation that the file belongs to; a new file takes the one offered.
std::string claim(sql::Database& db, Use use, const std::string& offered_id) {
    sql::Transaction transaction(db, sql::Transaction::Kind::write);
    auto meta = sql::make_meta(db);
    auto made_for = meta->get(use_name);
    if (!made_for) {
        meta->set(use_name, word(use));
        meta->set(id_name, offered_id);
    } else if (*made_for != word(use)) {
        throw WrongInstallation(
            use == Use::demo ? "this data folder holds real data: start without --demo"
                             : "this data folder holds demo data: start with --demo, or name another folder");
    }
    std::string id = meta->get(id_name).value_or("");
    transaction.commit();
    return id;
}

}  // namespace

void claim_databases(const DatabaseFiles& files, const SecretKey32& board_key,
                     const SecretKey32& registry_key, Use use, Random& random) {
    sql::Database registry(files.registry, registry_key, sql::Database::Mode::create);
    sql::Database board(files.board, board_key, sql::Database::Mode::create, sql::Database::Pages::large);
    sql::migrate(registry, sql::registry_migrations());
    sql::migrate(board, sql::board_migrations());
    std::string id = claim(registry, use, random_base58(random, 16));
    if (claim(board, use, id) != id) {
        throw WrongInstallation("board.db and registry.db are from two different installations");
    }
}

}  // namespace minhtin
