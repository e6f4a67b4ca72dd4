#include "server/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>

namespace minhtin {

DataFolder::DataFolder(std::filesystem::path folder)
    : files_{.board = folder / "board.db", .registry = folder / "registry.db"} {
    if (!std::filesystem::exists(folder)) {
        std::filesystem::create_directories(folder);
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    }
    lock_ = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0) {
        throw std::runtime_error("the data folder " + folder.string() + " cannot be written");
    }
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        throw std::runtime_error("another server uses the data folder " + folder.string());
    }
}

DataFolder::~DataFolder() {
    ::close(lock_);
}

bool DataFolder::has_databases() const {
    return std::filesystem::exists(files_.board) || std::filesystem::exists(files_.registry);
}

}  // namespace minhtin
