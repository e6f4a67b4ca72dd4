#pragma once
// SQLCipher behind three words: Database, Statement, Transaction. SQL comes from string literals only (every
// door takes an array reference), values only by binding, and no message ever holds a value.
#include <array>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/bytes.h"
#include "crypto/secret.h"
#include "server/store/errors.h"

struct sqlite3;
struct sqlite3_stmt;

namespace minhtin::sql {

using minhtin::StorageError;

class Database;

// One run of one statement: bind once, step through the rows. Borrows the database; ends before it.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    bool next();  // false after the last row
    // Columns of the present row, counted from 0. A text or blob is a copy.
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    std::string text(int column) const;
    Bytes blob(int column) const;
    std::optional<std::string> text_or_null(int column) const;

private:
    friend class Database;
    Statement(Database& db, sqlite3_stmt* statement, const char* kept_as);
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, ByteView value);
    void bind(int index, const Bytes& value) { bind(index, ByteView(value)); }
    void bind(int index, std::nullopt_t);
    void bind_integer(int index, std::int64_t value);
    template <std::integral T>
    void bind(int index, T value) {
        bind_integer(index, static_cast<std::int64_t>(value));
    }
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        value ? bind(index, *value) : bind(index, std::nullopt);
    }
    Database* db_;
    sqlite3_stmt* statement_;
    const char* kept_as_;  // where the database keeps it for the next use; nullptr: it does not
};

// One connection, used by one thread at a time. 32 raw key bytes, no passphrase. Throws StorageError
// {unreadable} at once when the key does not open the file, {version} when SQLCipher is older than 4.6.
class Database {
public:
    enum class Mode { create, existing, query_only };
    // How a new file is laid out: SQLCipher's own way, or for rows of many kilobytes, with pages of 16 KiB
    // whose authentication is HMAC-SHA-256. `large` also opens a file that was made the other way.
    enum class Pages { standard, large };
    Database(const std::filesystem::path& file, const SecretKey32& key, Mode mode,
             Pages pages = Pages::standard);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // `auto row = db.query("SELECT a FROM t WHERE b = ?1", b); while (row.next()) …`
    template <std::size_t N, class... Values>
    Statement query(const char (&sql)[N], const Values&... values) {
        Statement s = prepare(sql);
        int index = 0;
        (s.bind(++index, values), ...);
        return s;
    }
    // Runs to the end; gives the number of rows inserted, changed or deleted.
    template <std::size_t N, class... Values>
    std::int64_t run(const char (&sql)[N], const Values&... values) {
        Statement s = query(sql, values...);
        while (s.next()) {
        }
        return changes();
    }
    // Several statements without values: migrations and pragmas.
    template <std::size_t N>
    void script(const char (&sql)[N]) {
        execute(sql);
    }

private:
    friend class Statement;
    friend class Transaction;
    friend class Migrator;
    struct Impl;
    void open(const std::filesystem::path& file, const SecretKey32& key, Mode mode, Pages pages);
    Statement prepare(const char* literal);
    void execute(const char* sql);
    std::int64_t changes() const;
    [[noreturn]] void fail(int code) const;
    std::unique_ptr<Impl> impl_;
};

// The first row, read; none when there is no row.
template <class Read>
auto first(Statement row, Read read) -> std::optional<decltype(read(row))> {
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

// All rows, read.
template <class Read>
auto every(Statement row, Read read) -> std::vector<decltype(read(row))> {
    std::vector<decltype(read(row))> list;
    while (row.next()) list.push_back(read(row));
    return list;
}

// BEGIN … COMMIT; rolled back when it ends without commit(). `write` takes the file's one write lock at once,
// `read` sees one moment of the file throughout.
class Transaction {
public:
    enum class Kind { read, write };
    Transaction(Database& db, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& db_;
    bool open_ = true;
};

}  // namespace minhtin::sql
