internal import Glibc

/// A thread of the operating system, for work that blocks or must not wait for Swift's cooperative pool.
///
/// The C functions are `pthread_create` and `pthread_setschedparam`.
public enum NamedThread {
    /// How urgently the scheduler should run the thread.
    public enum Priority: Sendable {
        case normal
        /// Runs before every ordinary thread (`SCHED_FIFO`); needs the right to, see `ulimit -r`.
        case realtime
    }

    /// What the scheduler granted.
    public enum Scheduling: Equatable, Sendable {
        case normal
        case realtime
        /// Real-time scheduling was asked for and refused; the thread runs like any other.
        case realtimeDenied(errno: Int32)
    }

    /// Starts a thread that runs `body` once and ends.
    ///
    /// - Parameters:
    ///   - name: shown by `ps -L` and debuggers; the kernel keeps its first 15 bytes.
    ///   - priority: asked for by the new thread itself, before `body` runs.
    ///   - body: gets what the scheduler granted; runs on the new thread.
    /// - Returns: `false` when the system has no thread to give; `body` is then never run.
    @discardableResult
    public static func start(
        _ name: String, priority: Priority = .normal, body: @escaping @Sendable (Scheduling) -> Void
    ) -> Bool {
        let start = Unmanaged.passRetained(Start(name: name, priority: priority, body: body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                let start = Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue()
                Self.setName(start.name)
                start.body(Self.schedule(start.priority))
                return nil
            }, start.toOpaque())
        guard status == 0 else {
            start.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// Glibc hides `pthread_setname_np` from Swift, so the name goes the way that function takes itself.
    private static func setName(_ name: String) {
        let descriptor = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = name.withCString { write(descriptor, $0, strlen($0)) }
        close(descriptor)
    }

    private static func schedule(_ priority: Priority) -> Scheduling {
        guard priority == .realtime else { return .normal }
        // Above every ordinary thread, and well below the 50 at which the kernel serves interrupts.
        var parameters = sched_param(sched_priority: sched_get_priority_min(SCHED_FIFO) + 10)
        let status = pthread_setschedparam(pthread_self(), SCHED_FIFO, &parameters)
        return status == 0 ? .realtime : .realtimeDenied(errno: status)
    }

    private final class Start: Sendable {
        let name: String
        let priority: Priority
        let body: @Sendable (Scheduling) -> Void

        init(name: String, priority: Priority, body: @escaping @Sendable (Scheduling) -> Void) {
            self.name = name
            self.priority = priority
            self.body = body
        }
    }
}
