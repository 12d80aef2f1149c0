internal import RealtimeQueue
internal import Synchronization

/// The thread from which workers are started, and which lives as long as the program.
///
/// The kernel sends the signal of a parent's death when the *thread* that started the child ends, and those of Swift's
/// pool come and go.
final class SpawningThread: TaskExecutor {
    static let shared = SpawningThread()

    private let jobs = Mutex<[UnownedJob]>([])
    private let signal = WakeSignal()

    private init() {
        NamedThread.start("workers") { [self] _ in
            while true {
                signal.wait()
                while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
                    job.runSynchronously(on: asUnownedTaskExecutor())
                }
            }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        signal.send()
    }
}
