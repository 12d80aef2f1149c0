import RealtimeQueue

/// Both ends of a queue in one hand, for tests that need no second thread.
struct RingEnds: ~Copyable {
    var producer: SampleRing.Producer
    var consumer: SampleRing.Consumer

    init(capacity: Int, sampleRate: Int = 16_000) {
        let ring = SampleRing.make(capacity: capacity, sampleRate: sampleRate)
        producer = ring.producer
        consumer = ring.consumer
    }

    mutating func write(_ samples: [Int16], endingAt moment: HostTime? = nil) -> Bool {
        producer.write(samples.span, endingAt: moment)
    }

    /// Reads up to `count` samples at once.
    mutating func read(_ count: Int) -> [Int16] {
        var samples = [Int16](repeating: 0, count: count)
        var room = samples.mutableSpan
        let got = consumer.read(into: &room)
        return Array(samples[..<got])
    }

    func captureTime(of position: Int) -> HostTime? { consumer.captureTime(of: position) }
    var droppedSamples: Int { consumer.droppedSamples }
    var availableSamples: Int { consumer.availableSamples }
}
