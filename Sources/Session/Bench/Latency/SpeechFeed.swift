import Audio
import Glibc
import RealtimeQueue
import Synchronization

/// The voice in front of a virtual microphone: silence or recordings at the pace of speech into a named pipe.
///
/// What a period says is written when the period is over, as a sound card hands it over.
final class SpeechFeed: Sendable {
    private struct State {
        var rest: ArraySlice<Int16> = []
        var start: HostTime?
        var speaker: CheckedContinuation<HostTime?, Never>?
        var isOver = false
    }

    private let state = Mutex(State())
    private let descriptor: CInt

    /// Bytes that may wait in the pipe; more is old silence that nobody read because nobody listened.
    private static let mostWaiting = 2 * AudioFormat.samplesPerFrame * MemoryLayout<Int16>.size

    /// - Throws: ``BenchError`` if nobody has the pipe open for reading.
    init(into pipe: String) throws(BenchError) {
        // Without blocking: a sound server that hangs must not hang the one who measures.
        descriptor = open(pipe, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw BenchError("cannot speak into \(pipe): \(String(cString: strerror(errno)))")
        }
        // On time even on a busy machine where that is allowed: its delay would be taken for the program's.
        let hasStarted = NamedThread.start("voice", priority: .realtime) { [self] _ in run() }
        guard hasStarted else {
            close(descriptor)
            throw BenchError("cannot speak into \(pipe): the system has no thread left")
        }
    }

    /// Says something to its end, or until the task is cancelled.
    ///
    /// - Returns: when its first sample began; `nil` if it could not be said to its end.
    func say(_ samples: [Int16]) async -> HostTime? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { speaker in
                let isRefused = state.withLock { state in
                    guard !state.isOver, state.speaker == nil, !Task.isCancelled else { return true }
                    state.rest = samples[...]
                    state.start = nil
                    state.speaker = speaker
                    return false
                }
                if isRefused { speaker.resume(returning: nil) }
            }
        } onCancel: {
            breakOff()
        }
    }

    /// Ends the thread, which closes the pipe.
    func stop() {
        state.withLock { $0.isOver = true }
        breakOff()
    }

    private func breakOff() {
        let speaker = state.withLock { state in
            defer { (state.rest, state.speaker) = ([], nil) }
            return state.speaker
        }
        speaker?.resume(returning: nil)
    }

    private func run() {
        defer { close(descriptor) }
        var moment = HostTime.now
        while !state.withLock({ $0.isOver }) {
            moment = moment + AudioFormat.frameDuration
            HostTime.sleep(until: moment)
            write(takePeriod(endingAt: moment))
            let speaker = state.withLock { state in
                guard state.rest.isEmpty, let speaker = state.speaker else { return nil as (() -> Void)? }
                let start = state.start
                state.speaker = nil
                return { speaker.resume(returning: start) }
            }
            speaker?()
        }
    }

    /// What is to be said next, filled up with silence; nothing when nobody speaks and nobody has listened.
    private func takePeriod(endingAt moment: HostTime) -> [Int16] {
        state.withLock { state in
            if state.rest.isEmpty, isFull { return [] }
            if !state.rest.isEmpty, state.start == nil { state.start = moment - AudioFormat.frameDuration }
            var period = Array(state.rest.prefix(AudioFormat.samplesPerFrame))
            state.rest = state.rest.dropFirst(period.count)
            period += [Int16](repeating: 0, count: AudioFormat.samplesPerFrame - period.count)
            return period
        }
    }

    private var isFull: Bool {
        var waiting: CInt = 0
        return ioctl(descriptor, UInt(FIONREAD), &waiting) == 0 && Int(waiting) > Self.mostWaiting
    }

    private func write(_ samples: [Int16]) {
        // A pipe takes so little whole or not at all; what it does not take a stalled microphone has lost, which is told
        // by who listens to it.
        samples.withUnsafeBytes { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
