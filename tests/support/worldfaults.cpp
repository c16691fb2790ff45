// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A library that a test's server is started with (LD_PRELOAD, ld.so(8)): while the file named by
//! WARDROOM_WORLD_FAULTS says so, the disk is full and the clock is off. Two 64-bit numbers: full (0 or 1), and how
//! many milliseconds to add to the wall clock. Shared memory, so a change holds at once.
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

struct Faults
{
    volatile int64_t full;
    volatile int64_t offsetMs;
};

const Faults *faults()
{
    static const Faults *const shared = [] {
        static const Faults none{0, 0};
        const char *path = std::getenv("WARDROOM_WORLD_FAULTS");
        const int file = path ? ::open(path, O_RDONLY | O_CLOEXEC) : -1;
        if (file < 0)
            return &none;
        void *memory = ::mmap(nullptr, sizeof(Faults), PROT_READ, MAP_SHARED, file, 0);
        ::close(file);
        return memory == MAP_FAILED ? &none : static_cast<const Faults *>(memory);
    }();
    return shared;
}

template <class Function> Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

//! Only what lies in a file takes room: a socket goes on answering.
bool hasNoRoom(int file)
{
    struct stat about
    {};
    return faults()->full != 0 && ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
}

timespec shifted(timespec time)
{
    const int64_t offset = faults()->offsetMs;
    time.tv_sec += offset / 1000;
    time.tv_nsec += (offset % 1000) * 1'000'000;
    if (time.tv_nsec < 0) {
        time.tv_nsec += 1'000'000'000;
        --time.tv_sec;
    } else if (time.tv_nsec >= 1'000'000'000) {
        time.tv_nsec -= 1'000'000'000;
        ++time.tv_sec;
    }
    return time;
}

} // namespace

#define WITH_ROOM(result, name, file, signature, ...)                                                                  \
    static const auto real = next<result signature>(name);                                                             \
    if (hasNoRoom(file)) {                                                                                             \
        errno = ENOSPC;                                                                                                \
        return -1;                                                                                                     \
    }                                                                                                                  \
    return real(__VA_ARGS__)

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    WITH_ROOM(ssize_t, "write", file, (int, const void *, size_t), file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    WITH_ROOM(ssize_t, "pwrite", file, (int, const void *, size_t, off_t), file, bytes, size, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    WITH_ROOM(ssize_t, "pwrite64", file, (int, const void *, size_t, off64_t), file, bytes, size, at);
}

ssize_t writev(int file, const iovec *parts, int count)
{
    WITH_ROOM(ssize_t, "writev", file, (int, const iovec *, int), file, parts, count);
}

int posix_fallocate(int file, off_t at, off_t size)
{
    static const auto real = next<int(int, off_t, off_t)>("posix_fallocate");
    return hasNoRoom(file) ? ENOSPC : real(file, at, size);
}

int posix_fallocate64(int file, off64_t at, off64_t size)
{
    static const auto real = next<int(int, off64_t, off64_t)>("posix_fallocate64");
    return hasNoRoom(file) ? ENOSPC : real(file, at, size);
}

int clock_gettime(clockid_t which, timespec *time) noexcept
{
    static const auto real = next<int(clockid_t, timespec *)>("clock_gettime");
    const int result = real(which, time);
    if (result == 0 && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE))
        *time = shifted(*time);
    return result;
}

int gettimeofday(timeval *time, void *zone) noexcept
{
    static const auto real = next<int(timeval *, void *)>("gettimeofday");
    const int result = real(time, zone);
    if (result == 0 && time) {
        const timespec moved = shifted({time->tv_sec, time->tv_usec * 1000});
        *time = {moved.tv_sec, moved.tv_nsec / 1000};
    }
    return result;
}

time_t time(time_t *where) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (where)
        *where = now.tv_sec;
    return now.tv_sec;
}

} // extern "C"
