#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "CSimAVR.h"

static int prepare_far_end(const char *path) {
    int far = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (far < 0) return -1;
    struct termios settings;
    // Raw before anybody opens it: an echo would come back to the chip as commands.
    int status = tcgetattr(far, &settings);
    cfmakeraw(&settings);
    if (status == 0) status = tcsetattr(far, TCSANOW, &settings);
    // Closing it makes the near end report that nobody is there, which it does not before the first opening.
    close(far);
    return status;
}

int csimavr_open_pseudo_terminal(char *path, size_t capacity) {
    int near = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (near < 0) return -1;
    if (grantpt(near) == 0 && unlockpt(near) == 0 && ptsname_r(near, path, capacity) == 0 &&
        prepare_far_end(path) == 0)
        return near;
    int problem = errno;
    close(near);
    errno = problem;
    return -1;
}

int csimavr_poll(struct pollfd *descriptors, size_t count, uint64_t nanoseconds) {
    struct timespec limit = {.tv_sec = (time_t)(nanoseconds / 1000000000), .tv_nsec = (long)(nanoseconds % 1000000000)};
    return ppoll(descriptors, count, &limit, NULL);
}
