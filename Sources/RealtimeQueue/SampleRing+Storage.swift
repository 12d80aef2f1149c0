import Synchronization

extension SampleRing {
    /// Shared by the two ends, freed when both are gone.
    ///
    /// `@unchecked Sendable` because the compiler cannot see the protocol that makes `slots` safe: a slot in
    /// `head..<tail` belongs to the consumer, every other slot to the producer, and the two positions only ever grow.
    final class Storage: @unchecked Sendable {
        static let noOrigin = Int64.min

        /// Position of the next sample to read, in samples since the start; written by the consumer alone.
        let head = Atomic<Int>(0)
        /// Position of the next sample to write; written by the producer alone.
        let tail = Atomic<Int>(0)
        let droppedSamples = Atomic<Int>(0)
        /// Host time of position 0, in nanoseconds, reckoned back from the last period: the one word that the reader
        /// needs to date any sample.
        let origin = Atomic<Int64>(noOrigin)
        /// Samples that a sleeping producer waits for; 0 when it does not.
        let roomWanted = Atomic<Int>(0)
        let isClosed = Atomic<Bool>(false)
        let isAbandoned = Atomic<Bool>(false)

        let samplesSignal = WakeSignal()
        let roomSignal = WakeSignal()

        private let slots: UnsafeMutableBufferPointer<Int16>
        private let sampleRate: Int64
        let capacity: Int

        init(capacity: Int, sampleRate: Int) {
            var size = 1
            while size < capacity { size *= 2 }
            self.capacity = size
            self.sampleRate = Int64(sampleRate)
            slots = .allocate(capacity: size)
            slots.initialize(repeating: 0)
        }

        deinit {
            slots.deallocate()
        }

        func nanoseconds(of position: Int) -> Int64 {
            // Whole seconds apart, so that a stream of months does not overflow.
            let (seconds, rest) = Int64(position).quotientAndRemainder(dividingBy: sampleRate)
            return seconds * 1_000_000_000 + rest * 1_000_000_000 / sampleRate
        }

        /// Copies `samples` to `position` and on, in at most two pieces.
        func copyIn(_ samples: Span<Int16>, at position: Int) {
            samples.withUnsafeBufferPointer { source in
                guard let source = source.baseAddress else { return }
                let start = position & (capacity - 1)
                let first = min(samples.count, capacity - start)
                let base = slots.baseAddress!
                copy(first, from: source, to: base + start)
                copy(samples.count - first, from: source + first, to: base)
            }
        }

        /// Copies `count` samples from `position` and on to the beginning of `samples`, in at most two pieces.
        func copyOut(_ count: Int, from position: Int, into samples: inout MutableSpan<Int16>) {
            samples.withUnsafeMutableBufferPointer { target in
                guard let target = target.baseAddress else { return }
                let start = position & (capacity - 1)
                let first = min(count, capacity - start)
                let base = slots.baseAddress!
                copy(first, from: base + start, to: target)
                copy(count - first, from: base, to: target + first)
            }
        }

        /// A loop, which the optimiser turns into wide moves, and not `memcpy` or `update(from:count:)`: their accesses
        /// are invisible to ThreadSanitizer, which then finds nothing wrong with a queue that is.
        private func copy(_ count: Int, from source: UnsafePointer<Int16>, to target: UnsafeMutablePointer<Int16>) {
            for offset in 0..<count { target[offset] = source[offset] }
        }
    }
}
