import Synchronization

extension SampleRing {
    /// The writing end. Letting go of it tells the reader that nothing more will come.
    public struct Producer: ~Copyable, Sendable {
        private let storage: Storage

        init(_ storage: Storage) {
            self.storage = storage
        }

        deinit {
            storage.isClosed.store(true, ordering: .releasing)
            storage.samplesSignal.send()
        }

        /// Appends all of `period`, or none of it, and wakes the reader. Wait-free; never allocates.
        ///
        /// - Parameters:
        ///   - period: samples, at most as many as the queue's capacity.
        ///   - moment: when the last sample of `period` was captured; `nil` when that means nothing, as for a
        ///     recording that is read as fast as possible.
        /// - Returns: `false` if there was no room; the samples are counted in ``Consumer/droppedSamples``.
        @discardableResult
        public mutating func write(_ period: Span<Int16>, endingAt moment: HostTime? = nil) -> Bool {
            let tail = storage.tail.load(ordering: .relaxed)
            let head = storage.head.load(ordering: .acquiring)
            guard storage.capacity - (tail - head) >= period.count else {
                storage.droppedSamples.wrappingAdd(period.count, ordering: .relaxed)
                storage.samplesSignal.send()
                return false
            }
            storage.copyIn(period, at: tail)
            if let moment {
                let origin = moment.nanoseconds - storage.nanoseconds(of: tail + period.count)
                storage.origin.store(origin, ordering: .relaxed)
            }
            // Publishes the samples: pairs with the acquiring load in `Consumer.read`.
            storage.tail.store(tail + period.count, ordering: .releasing)
            storage.samplesSignal.send()
            return true
        }

        /// Sleeps until there is room for `count` more samples, or somebody sends ``roomSignal``.
        ///
        /// - Parameter count: at most half the queue's capacity.
        /// - Returns: whether there is room; if not, ask again, unless it is time to stop.
        public mutating func waitForRoom(for count: Int) -> Bool {
            if hasRoom(for: count) { return true }
            // The reader stores its position and then looks at this wish; we store the wish and then look at its
            // position. All four in one order, so that at least one side sees the other.
            storage.roomWanted.store(count, ordering: .sequentiallyConsistent)
            if hasRoom(for: count) || isAbandoned { return hasRoom(for: count) }
            storage.roomSignal.wait()
            return hasRoom(for: count)
        }

        /// Lets go of this end: the reader gets what is left and then sees that nothing more will come.
        public consuming func close() {}

        /// Wakes this end from ``waitForRoom(for:)``; for the thread that wants to stop it.
        public var roomSignal: WakeSignal { storage.roomSignal }

        /// Whether the reader has gone, so that writing is pointless.
        public var isAbandoned: Bool { storage.isAbandoned.load(ordering: .sequentiallyConsistent) }

        private func hasRoom(for count: Int) -> Bool {
            let head = storage.head.load(ordering: .sequentiallyConsistent)
            return storage.capacity - (storage.tail.load(ordering: .relaxed) - head) >= count
        }
    }
}
