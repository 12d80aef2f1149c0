/// A queue of 16-bit samples between exactly two threads, without locks.
///
/// One thread writes, the other reads, and neither ever allocates. What each side may rely on:
///
/// - ``Producer/write(_:endingAt:)`` is wait-free. A full queue makes it drop the whole period and count it, because
///   for a microphone late audio is worth less than no audio.
/// - ``Producer/waitForRoom(for:)`` is for recordings, which must lose nothing: it sleeps until the reader has caught up.
/// - ``Consumer/read(into:)`` is wait-free; ``Consumer/waitForSamples()`` sleeps while there is nothing to read.
/// - When the producer goes away the reader gets what is left and then sees ``Consumer/isClosed``; when the consumer
///   goes away the writer sees ``Producer/isAbandoned``.
/// - Positions are counted in samples since the queue was made. The writer may say at which moment its samples were
///   captured, and the reader can then ask when any position was, see ``Consumer/captureTime(of:)``.
///
/// `Producer` and `Consumer` cannot be copied and their methods are `mutating`, so the compiler, not a comment, keeps
/// each side on one thread.
public enum SampleRing {
    /// Makes the two ends of a queue.
    ///
    /// - Parameters:
    ///   - capacity: in samples; rounded up to a power of two.
    ///   - sampleRate: hertz; only converts positions to times.
    /// - Returns: both ends; give each to its thread and keep neither.
    public static func make(capacity: Int, sampleRate: Int = 16_000) -> Ends {
        let storage = Storage(capacity: capacity, sampleRate: sampleRate)
        return Ends(producer: Producer(storage), consumer: Consumer(storage))
    }

    /// `@frozen` so that another module may move the two ends out separately.
    @frozen public struct Ends: ~Copyable, Sendable {
        public let producer: Producer
        public let consumer: Consumer
    }
}
