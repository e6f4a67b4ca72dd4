#include "server/store/sqlcipher_registry.h"

#include <condition_variable>
#include <mutex>
#include <vector>

#include "server/store/migrations.h"
#include "server/store/sqlcipher_topics.h"

namespace minhtin {
namespace {

constexpr std::size_t max_registry_readers = 8;

struct Connection {
    sql::Database db;
    RegistryTables tables;

    Connection(const std::filesystem::path& file, const SecretKey32& key, sql::Database::Mode mode)
        : db(file, key, mode),
          tables{.meta = Topic(sql::make_meta(db)),
                 .accounts = Topic(sql::make_accounts(db)),
                 .people = Topic(sql::make_people(db)),
                 .invitations = Topic(sql::make_invitations(db)),
                 .votes = Topic(sql::make_votes(db)),
                 .campaigns = Topic(sql::make_campaigns(db)),
                 .files = Topic(sql::make_files(db))} {}
};

class SqlcipherRegistry : public Registry {
public:
    SqlcipherRegistry(const std::filesystem::path& file, const SecretKey32& key)
        : file_(file), key_(std::array(key.expose())), writer_(file, key, sql::Database::Mode::create) {
        sql::migrate(writer_.db, sql::registry_migrations());
    }

protected:
    void do_read(const std::function<void(const RegistryTables&)>& f) const override {
        Lease reader(*this);
        sql::Transaction moment(reader->db, sql::Transaction::Kind::read);
        f(reader->tables);
    }

    void do_write(const std::function<bool(RegistryTables&)>& f) override {
        std::lock_guard one_writer(writing_);
        sql::Transaction transaction(writer_.db, sql::Transaction::Kind::write);
        if (f(writer_.tables)) {
            transaction.commit();
        }
    }

private:
    // A reading connection for as long as it lives; waits when all are in use.
    class Lease {
    public:
        explicit Lease(const SqlcipherRegistry& registry) : registry_(registry) {
            std::unique_lock lock(registry.reading_);
            registry.returned_.wait(
                lock, [&] { return !registry.idle_.empty() || registry.readers_ < max_registry_readers; });
            if (registry.idle_.empty()) {
                connection_ = std::make_unique<Connection>(registry.file_, registry.key_,
                                                           sql::Database::Mode::query_only);
                ++registry.readers_;
            } else {
                connection_ = std::move(registry.idle_.back());
                registry.idle_.pop_back();
            }
        }
        ~Lease() {
            std::lock_guard lock(registry_.reading_);
            registry_.idle_.push_back(std::move(connection_));
            registry_.returned_.notify_one();
        }
        Connection* operator->() { return connection_.get(); }

    private:
        const SqlcipherRegistry& registry_;
        std::unique_ptr<Connection> connection_;
    };

    const std::filesystem::path file_;
    const SecretKey32 key_;
    std::mutex writing_;
    Connection writer_;
    mutable std::mutex reading_;
    mutable std::condition_variable returned_;
    mutable std::vector<std::unique_ptr<Connection>> idle_;
    mutable std::size_t readers_ = 0;
};

}  // namespace

std::unique_ptr<Registry> open_sqlcipher_registry(const std::filesystem::path& file, const SecretKey32& key) {
    return std::make_unique<SqlcipherRegistry>(file, key);
}

}  // namespace minhtin
