#pragma once
// What the command line says. Wrong settings stop the start with a sentence.
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>

#include "server/http/server.h"
#include "server/store/installation.h"

namespace minhtin {

struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct ServeConfig {
    std::filesystem::path data, web, key_file;
    http::Listen listen;
    Use use = Use::real;
};

// The arguments after `serve`. Throws UsageError.
ServeConfig parse_serve(std::span<const std::string> args);

extern const char* const usage;

}  // namespace minhtin
