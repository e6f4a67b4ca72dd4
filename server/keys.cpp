#include "server/keys.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "crypto/bytes.h"
#include "crypto/ensure.h"

namespace minhtin {
namespace {

constexpr std::string_view heading = "minhtin-master-key-1 ";

SecretKey32 read_key(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0 && (status.st_mode & 077) != 0) {
        throw std::runtime_error("the key file " + file.string() + " may be read by others: chmod 400 it");
    }
    std::ifstream in(file, std::ios::binary);
    SecretString line{std::string(256, '\0')};
    if (!in.getline(line.expose().data(), 256)) {
        throw std::runtime_error("the key file " + file.string() + " cannot be read");
    }
    std::string_view text(line.expose().c_str());
    auto bytes = text.starts_with(heading) ? from_hex(text.substr(heading.size())) : std::nullopt;
    if (!bytes || bytes->size() != 32) {
        throw std::runtime_error("the file " + file.string() + " is not a Minh Tín master key");
    }
    SecretKey32 key;
    std::copy(bytes->begin(), bytes->end(), key.expose().begin());
    sodium_memzero(bytes->data(), bytes->size());
    return key;
}

void sync_folder(const std::filesystem::path& folder) {
    int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
}

void make_key(const std::filesystem::path& file, Random& random) {
    SecretKey32 key;
    random.fill(key.expose());
    SecretString line(std::string(heading) + to_hex(key.expose()) + "\n");
    if (file.has_parent_path() && !std::filesystem::exists(file.parent_path())) {
        std::filesystem::create_directories(file.parent_path());
        std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all);
    }
    int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
    const std::string& text = line.expose();
    bool written = fd >= 0 && ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                   ::fsync(fd) == 0;
    if (fd >= 0) {
        ::close(fd);
    }
    if (!written) {
        throw std::runtime_error("the key file " + file.string() + " cannot be written");
    }
    sync_folder(file.has_parent_path() ? file.parent_path() : ".");
}

}  // namespace

SecretKey32 master_key(const std::filesystem::path& file, KeyFile rule, Random& random) {
    if (!std::filesystem::exists(file)) {
        if (rule == KeyFile::must_exist) {
            throw std::runtime_error(
                "the databases exist but their key file " + file.string() +
                " does not: without it nobody can read them. Name the right one with --key-file");
        }
        make_key(file, random);
    }
    return read_key(file);
}

Keys derive_keys(const SecretKey32& master) {
    static_assert(crypto_kdf_KEYBYTES == 32);
    Keys keys;
    auto derive = [&](std::uint64_t number, SecretKey32& out) {
        ENSURE(crypto_kdf_derive_from_key(out.expose().data(), out.expose().size(), number, "minhtin1",
                                          master.expose().data()) == 0);
    };
    derive(1, keys.board);
    derive(2, keys.registry);
    derive(3, keys.seals);
    return keys;
}

std::filesystem::path default_key_file() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    std::filesystem::path folder = config && *config ? std::filesystem::path(config)
                                                     : std::filesystem::path(home ? home : ".") / ".config";
    return folder / "minhtin" / "master.key";
}

}  // namespace minhtin
