#pragma once
// The folder with the two databases: made, locked against a second server, and opened.
#include <filesystem>

#include "server/keys.h"
#include "server/store/installation.h"

namespace minhtin {

class DataFolder {
public:
    // Makes the folder (0700) if there is none. Throws std::runtime_error with a sentence, also when another
    // server uses it.
    explicit DataFolder(std::filesystem::path folder);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    const DatabaseFiles& files() const { return files_; }
    bool has_databases() const;

private:
    DatabaseFiles files_;
    int lock_ = -1;
};

}  // namespace minhtin
