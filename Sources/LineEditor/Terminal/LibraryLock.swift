internal import Glibc

/// Held by every thread that is inside libedit.
///
/// One `EditLine` shares nothing with another, but the terminfo library beneath keeps the current terminal and its
/// answers in global variables. The lock is let go while a thread waits for a key, so editors don't wait for each other.
final class LibraryLock: Sendable {
    static let shared = LibraryLock()

    /// `nonisolated(unsafe)` because a POSIX mutex is made to be shared by threads; the pointer itself never changes.
    private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>

    private init() {
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
    }

    func lock() { pthread_mutex_lock(mutex) }

    func unlock() { pthread_mutex_unlock(mutex) }

    func withLock<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
        lock()
        defer { unlock() }
        return try work()
    }
}
