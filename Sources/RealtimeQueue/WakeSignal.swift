internal import Glibc

/// Lets one thread sleep until another has something for it.
///
/// Signals are remembered: one that is sent while nobody waits makes the next ``wait()`` return at once, so the order
/// "look for work, find none, wait" loses nothing. The C functions are `sem_post` and `sem_wait`: the sender takes no
/// lock, allocates nothing and enters the kernel only when someone really sleeps.
///
/// `@unchecked Sendable` because the semaphore behind the pointer is made to be used by many threads, and the pointer
/// itself never changes.
public final class WakeSignal: @unchecked Sendable {
    private let semaphore: UnsafeMutablePointer<sem_t>

    public init() {
        semaphore = .allocate(capacity: 1)
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    /// Wakes the waiting thread, or lets the next wait pass. Any thread; wait-free.
    public func send() {
        sem_post(semaphore)
    }

    /// Sleeps until a signal is sent; returns at once if one was sent since the last wait.
    ///
    /// Takes every signal sent so far, so look at *all* the work there is afterwards.
    public func wait() {
        while sem_wait(semaphore) != 0 {}
        while sem_trywait(semaphore) == 0 {}
    }
}
