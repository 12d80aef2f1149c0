internal import Audio
internal import CALSA
internal import Glibc
internal import RealtimeQueue
internal import Synchronization

/// The work of the capture thread: from the device into the queue, until it is stopped or the device fails.
///
/// Everything it needs is allocated before the loop begins; inside it there is no allocation and no lock.
struct CaptureLoop: ~Copyable, Sendable {
    private let stream: CaptureStream
    private var queue: SampleRing.Producer
    private let shared: CaptureState
    private let patience: Duration
    private static let respite = Duration.milliseconds(2)

    init(
        _ stream: consuming CaptureStream, into queue: consuming SampleRing.Producer, shared: CaptureState,
        patience: Duration
    ) {
        self.stream = stream
        self.queue = queue
        self.shared = shared
        self.patience = patience
    }

    /// Captures until there is a reason not to.
    mutating func run() -> SourceOutcome {
        let requests = UnsafeMutableBufferPointer<pollfd>.allocate(capacity: stream.descriptorCount + 1)
        let period = UnsafeMutableBufferPointer<Int16>.allocate(capacity: stream.samplesPerPeriod)
        requests.initialize(repeating: pollfd())
        period.initialize(repeating: 0)
        defer {
            requests.deallocate()
            period.deallocate()
        }
        let last = requests.count - 1
        requests[last] = pollfd(fd: shared.stopDescriptor.raw, events: Int16(POLLIN), revents: 0)
        stream.descriptors(into: requests)

        let timeout = CInt(StallWatch.interval.microseconds / 1_000)
        var watch = StallWatch(patience: patience, at: .now)
        while true {
            let ready = poll(requests.baseAddress, nfds_t(requests.count), timeout)
            if ready < 0, errno != EINTR {
                return failure(status: -errno, operation: "poll")
            }
            if requests[last].revents != 0 || queue.isAbandoned { return .stopped }
            switch stream.progress(requests, into: period) {
            case .samples(let count):
                let now = HostTime.now
                watch.reset(at: now)
                let age = AudioFormat.duration(ofSamples: stream.unreadSamples())
                queue.write(period.span.extracting(..<count), endingAt: now - age)
                continue
            case .overrun:
                shared.overruns.wrappingAdd(1, ordering: .relaxed)
            case .nothing:
                // A device that claims to be ready and is not must not keep a real-time thread spinning.
                if ready > 0 { HostTime.sleep(until: .now + Self.respite) }
            case .failed(let status, let operation):
                return failure(status: status, operation: "\(operation)")
            }
            if watch.isStalled(at: .now) { return stall() }
        }
    }

    /// Ends the queue, and only then closes the device: closing one whose sound server hangs hangs too.
    consuming func close() {
        queue.close()
        _ = consume stream
    }

    /// A device that ran and fails is gone, whatever it calls that: a sound server that was ended answers with several
    /// different codes.
    private func failure(status: CInt, operation: String) -> SourceOutcome {
        let raw = String(cString: snd_strerror(status))
        return .failed(
            ALSAError(
                status, during: operation, on: shared.device, kind: .unplugged, reason: "it is gone: \(raw)"))
    }

    private func stall() -> SourceOutcome {
        .failed(
            ALSAError(
                -ETIMEDOUT, during: "poll", on: shared.device, kind: .stalled,
                reason: "it delivers no sound any more"))
    }
}

/// What the capture thread and its owner share.
final class CaptureState: Sendable {
    let device: String
    let stopDescriptor: StopDescriptor
    let overruns = Atomic<Int>(0)
    let outcome = Mutex<SourceOutcome?>(nil)

    init(device: String) throws(ALSAError) {
        self.device = device
        stopDescriptor = try StopDescriptor(for: device)
    }
}
