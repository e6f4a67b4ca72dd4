#pragma once
// A file as a source of archive bytes. Failures of the file system throw std::system_error.
#include <string>

#include "ballot/archive.h"

namespace minhtin {

class FileSource : public ByteSource {
public:
    // A regular file, opened for reading.
    explicit FileSource(const std::string& path);
    ~FileSource() override;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    std::uint64_t size() const override { return size_; }
    void read(std::uint64_t offset, std::span<char> out) const override;

private:
    std::string path_;
    int fd_ = -1;
    std::uint64_t size_ = 0;
};

}  // namespace minhtin
