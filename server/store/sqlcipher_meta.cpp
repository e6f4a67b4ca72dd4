#include "server/store/sqlcipher_topics.h"

namespace minhtin::sql {
namespace {

class SqlMeta : public Meta {
public:
    explicit SqlMeta(Database& db) : db_(db) {}
    std::optional<std::string> get(std::string_view name) const override {
        auto row = db_.query("SELECT value FROM meta WHERE name = ?1", name);
        return row.next() ? std::optional(row.text(0)) : std::nullopt;
    }
    void set(std::string_view name, std::string_view value) override {
        db_.run(
            "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = "
            "excluded.value",
            name, value);
    }
    void erase(std::string_view name) override { db_.run("DELETE FROM meta WHERE name = ?1", name); }

private:
    Database& db_;
};

}  // namespace

std::unique_ptr<Meta> make_meta(Database& db) {
    return std::make_unique<SqlMeta>(db);
}

}  // namespace minhtin::sql
