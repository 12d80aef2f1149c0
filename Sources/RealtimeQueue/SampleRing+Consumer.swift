import Synchronization

extension SampleRing {
    /// The reading end. Letting go of it tells the writer that nobody listens any more.
    public struct Consumer: ~Copyable, Sendable {
        private let storage: Storage

        /// How many samples this end has read: the position of the next one.
        public private(set) var position = 0

        init(_ storage: Storage) {
            self.storage = storage
        }

        deinit {
            storage.isAbandoned.store(true, ordering: .sequentiallyConsistent)
            storage.roomSignal.send()
        }

        /// Moves up to `samples.count` samples out of the queue. Wait-free; never allocates.
        ///
        /// - Returns: how many were moved; 0 when the queue is empty.
        public mutating func read(into samples: inout MutableSpan<Int16>) -> Int {
            let tail = storage.tail.load(ordering: .acquiring)
            let count = min(samples.count, tail - position)
            guard count > 0 else { return 0 }
            storage.copyOut(count, from: position, into: &samples)
            position += count
            // Gives the room back: pairs with the producer's loads of `head`.
            storage.head.store(position, ordering: .sequentiallyConsistent)
            wakeWriter(room: storage.capacity - (tail - position))
            return count
        }

        /// Samples that can be read now.
        public var availableSamples: Int { storage.tail.load(ordering: .acquiring) - position }

        /// Sleeps until there may be something to read, the writer has gone, or somebody sends ``samplesSignal``.
        ///
        /// May return for no reason; look at ``isClosed`` and ``availableSamples``.
        public func waitForSamples() {
            storage.samplesSignal.wait()
        }

        /// Wakes this end from ``waitForSamples()``; for the thread that wants something else of it.
        public var samplesSignal: WakeSignal { storage.samplesSignal }

        /// Samples thrown away so far because this side was too slow.
        public var droppedSamples: Int { storage.droppedSamples.load(ordering: .relaxed) }

        /// Whether the writer has gone. Ask this first: what is available afterwards is all that will ever come.
        public var isClosed: Bool { storage.isClosed.load(ordering: .acquiring) }

        /// When the sample at `position` was captured.
        ///
        /// Reckoned from the period that the writer published last, so it is as exact as that period's own time
        /// (within about a period), and it follows the drift between the sound card's clock and the computer's. After
        /// dropped samples or an overrun, positions from before the gap come out too late by the length of the gap.
        ///
        /// - Returns: `nil` if the writer never said.
        public func captureTime(of position: Int) -> HostTime? {
            let origin = storage.origin.load(ordering: .relaxed)
            guard origin != Storage.noOrigin else { return nil }
            return HostTime(nanoseconds: origin + storage.nanoseconds(of: position))
        }

        private func wakeWriter(room: Int) {
            let wanted = storage.roomWanted.load(ordering: .sequentiallyConsistent)
            // Half a queue at a time, so that the two threads don't take turns over every period.
            guard wanted > 0, room >= max(wanted, storage.capacity / 2) else { return }
            storage.roomWanted.store(0, ordering: .sequentiallyConsistent)
            storage.roomSignal.send()
        }
    }
}
