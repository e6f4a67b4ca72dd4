// For LD_PRELOAD: a disk that takes 5 ms longer to say that something is durable, as plain disks do.
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

namespace {

int after_a_while(long call, int file) {
    const timespec five_milliseconds{0, 5'000'000};
    nanosleep(&five_milliseconds, nullptr);
    return static_cast<int>(syscall(call, file));
}

}  // namespace

extern "C" int fsync(int file) {
    return after_a_while(SYS_fsync, file);
}

extern "C" int fdatasync(int file) {
    return after_a_while(SYS_fdatasync, file);
}
