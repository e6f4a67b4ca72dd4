#pragma once
// What the environment did to a store, by what can be done about it. Messages hold no values.
#include <stdexcept>
#include <string>

namespace minhtin {

class StorageError : public std::runtime_error {
public:
    enum class Kind {
        busy,        // somebody else holds the file; try again
        full,        // no room on the disk; nothing was written
        unreadable,  // wrong key, or not one of our databases, or a damaged page
        constraint,  // the schema refused the row
        version,     // SQLCipher is too old, or the file was written by a newer program
        other
    };
    StorageError(Kind k, const std::string& what) : std::runtime_error(what), kind(k) {}
    Kind kind;
};

}  // namespace minhtin
