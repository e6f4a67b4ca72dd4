#include "server/store/sqlite.h"

#include <sqlite3.h>

#include <charconv>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "crypto/ensure.h"

namespace minhtin::sql {
namespace {

constexpr int busy_milliseconds = 5000;

// SQLITE_TRANSIENT without its C cast: SQLite copies the value while binding.
const auto copied = reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});

StorageError::Kind kind_of(int code) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return StorageError::Kind::busy;
        case SQLITE_FULL:
            return StorageError::Kind::full;
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return StorageError::Kind::unreadable;
        case SQLITE_CONSTRAINT:
            return StorageError::Kind::constraint;
        default:
            return StorageError::Kind::other;
    }
}

// "4.6.1 community" is at least 4.6.
bool recent_enough(std::string_view version) {
    int major = 0;
    int minor = 0;
    const char* end = version.data() + version.size();
    auto [dot, first] = std::from_chars(version.data(), end, major);
    if (first != std::errc{} || dot == end || *dot != '.') {
        return false;
    }
    auto [rest, second] = std::from_chars(dot + 1, end, minor);
    return second == std::errc{} && (major > 4 || (major == 4 && minor >= 6));
}

}  // namespace

struct Database::Impl {
    sqlite3* handle = nullptr;
    std::unordered_map<const char*, sqlite3_stmt*> idle;  // prepared once, by the address of the literal
    std::unordered_set<const char*> known;

    ~Impl() {
        for (auto& [sql, statement] : idle) {
            sqlite3_finalize(statement);
        }
        sqlite3_close(handle);
    }
};

Database::Database(const std::filesystem::path& file, const SecretKey32& key, Mode mode, Pages pages) {
    try {
        open(file, key, mode, pages);
    } catch (const StorageError& e) {
        if (pages == Pages::standard || e.kind != StorageError::Kind::unreadable) throw;
        try {
            open(file, key, mode, Pages::standard);
        } catch (const StorageError& second) {
            if (second.kind != e.kind) throw;
            throw e;  // a damaged file with large pages: the first try says better what is wrong with it
        }
    }
    script(
        "PRAGMA journal_mode = WAL;"
        "PRAGMA synchronous = FULL;"
        "PRAGMA secure_delete = ON;"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA trusted_schema = OFF;");
    if (mode == Mode::query_only) {
        script("PRAGMA query_only = ON");
    }
}

// As far as the first read, where a wrong key shows itself.
void Database::open(const std::filesystem::path& file, const SecretKey32& key, Mode mode, Pages pages) {
    impl_ = std::make_unique<Impl>();
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
    int rc = sqlite3_open_v2(file.c_str(), &impl_->handle, flags, nullptr);
    if (rc != SQLITE_OK) {
        fail(rc);
    }
    sqlite3_extended_result_codes(impl_->handle, 1);
    sqlite3_busy_timeout(impl_->handle, busy_milliseconds);
    script("PRAGMA cipher_log_level = NONE");
    // The raw form x'…': SQLCipher takes the 32 bytes as they are and derives nothing.
    SecretString raw("x'" + to_hex(key.expose()) + "'");
    rc = sqlite3_key_v2(impl_->handle, "main", raw.expose().data(), static_cast<int>(raw.expose().size()));
    if (rc != SQLITE_OK) {
        fail(rc);
    }
    auto version = query("PRAGMA cipher_version");
    if (!version.next() || !recent_enough(version.text(0))) {
        throw StorageError(StorageError::Kind::version, "SQLCipher 4.6 or newer is needed");
    }
    if (pages == Pages::large) {
        script("PRAGMA cipher_page_size = 16384; PRAGMA cipher_hmac_algorithm = HMAC_SHA256");
    }
    script("SELECT count(*) FROM sqlite_schema");
}

Database::~Database() = default;

Statement Database::prepare(const char* literal) {
    if (auto it = impl_->idle.find(literal); it != impl_->idle.end()) {
        sqlite3_stmt* statement = it->second;
        impl_->idle.erase(it);
        return Statement(*this, statement, literal);
    }
    sqlite3_stmt* statement = nullptr;
    int rc = sqlite3_prepare_v3(impl_->handle, literal, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (rc != SQLITE_OK) {
        fail(rc);
    }
    // A statement used inside its own run is a second one, and is not kept.
    bool first = impl_->known.insert(literal).second;
    return Statement(*this, statement, first ? literal : nullptr);
}

void Database::execute(const char* sql) {
    int rc = sqlite3_exec(impl_->handle, sql, nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) {
        fail(rc);
    }
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(impl_->handle);
}

void Database::fail(int code) const {
    // sqlite3_errmsg names tables and columns at most, but a constraint text may quote SQL: the code is
    // enough.
    throw StorageError(kind_of(code), std::string("database: ") + sqlite3_errstr(code) + " (" +
                                          std::to_string(sqlite3_extended_errcode(impl_->handle)) + ")");
}

Statement::Statement(Database& db, sqlite3_stmt* statement, const char* kept_as)
    : db_(&db), statement_(statement), kept_as_(kept_as) {}

Statement::Statement(Statement&& other) noexcept
    : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)), kept_as_(other.kept_as_) {}

Statement::~Statement() {
    if (!statement_) {
        return;
    }
    if (!kept_as_) {
        sqlite3_finalize(statement_);
        return;
    }
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    db_->impl_->idle.emplace(kept_as_, statement_);
}

bool Statement::next() {
    int rc = sqlite3_step(statement_);
    if (rc == SQLITE_ROW) {
        return true;
    }
    if (rc != SQLITE_DONE) {
        db_->fail(rc);
    }
    return false;
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    ENSURE(sqlite3_column_type(statement_, column) == SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
    ENSURE(sqlite3_column_type(statement_, column) == SQLITE_TEXT);
    auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return {reinterpret_cast<const char*>(sqlite3_column_text(statement_, column)), size};
}

Bytes Statement::blob(int column) const {
    ENSURE(sqlite3_column_type(statement_, column) == SQLITE_BLOB);
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return data ? Bytes(data, data + sqlite3_column_bytes(statement_, column)) : Bytes{};
}

std::optional<std::string> Statement::text_or_null(int column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
}

void Statement::bind(int index, std::string_view value) {
    int rc = sqlite3_bind_text64(statement_, index, value.data() ? value.data() : "", value.size(), copied,
                                 SQLITE_UTF8);
    if (rc != SQLITE_OK) {
        db_->fail(rc);
    }
}

void Statement::bind(int index, ByteView value) {
    int rc = value.empty() ? sqlite3_bind_zeroblob(statement_, index, 0)
                           : sqlite3_bind_blob64(statement_, index, value.data(), value.size(), copied);
    if (rc != SQLITE_OK) {
        db_->fail(rc);
    }
}

void Statement::bind(int index, std::nullopt_t) {
    if (int rc = sqlite3_bind_null(statement_, index); rc != SQLITE_OK) {
        db_->fail(rc);
    }
}

void Statement::bind_integer(int index, std::int64_t value) {
    if (int rc = sqlite3_bind_int64(statement_, index, value); rc != SQLITE_OK) {
        db_->fail(rc);
    }
}

Transaction::Transaction(Database& db, Kind kind) : db_(db) {
    kind == Kind::write ? db_.execute("BEGIN IMMEDIATE") : db_.execute("BEGIN");
}

Transaction::~Transaction() {
    if (open_) {
        sqlite3_exec(db_.impl_->handle, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    db_.execute("COMMIT");
    open_ = false;
}

}  // namespace minhtin::sql
