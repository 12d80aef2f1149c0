internal import Glibc
internal import Synchronization

/// A thread of its own for calls that wait, which the cooperative pool must never do.
final class WorkerThread: Sendable {
    /// `nil` once the thread has been joined.
    private let handle: Mutex<pthread_t?>

    /// Starts `body` on a new thread.
    ///
    /// - Returns: `nil` if the system refuses another thread.
    init?(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard status == 0 else {
            work.release()
            return nil
        }
        handle = Mutex(thread)
    }

    /// Waits until `body` has returned. May be called any number of times, but not by the thread itself.
    func join() {
        handle.withLock { handle in
            if let thread = handle { pthread_join(thread, nil) }
            handle = nil
        }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
