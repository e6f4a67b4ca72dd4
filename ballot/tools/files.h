#pragma once
// What the tools read from and write to a person's folder. Nothing here is secret in clear: key files are
// locked. Failures of the file system throw std::system_error.
#include <string>

namespace minhtin {

// A whole file of at most 16 MiB, or standard input for "-".
std::string read_file(const std::string& path);
// A new file that only its owner reads; an existing one is never overwritten. Durable when this returns.
void write_new_private_file(const std::string& path, const std::string& content);
// The same file with other content: after a failure or a crash either the old or the new one is there, whole.
void replace_private_file(const std::string& path, const std::string& content);

}  // namespace minhtin
