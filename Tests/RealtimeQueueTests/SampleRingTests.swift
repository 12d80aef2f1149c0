import RealtimeQueue
import Testing

@Suite("SampleRing")
struct SampleRingTests {
    @Test("gives samples back in the order in which they came")
    func order() {
        var ring = RingEnds(capacity: 8)
        let isTaken = [ring.write([1, 2, 3]), ring.write([4, 5])]
        #expect(isTaken == [true, true])
        let pieces = [ring.read(4), ring.read(4), ring.read(4)]
        #expect(pieces == [[1, 2, 3, 4], [5], []])
    }

    @Test("goes round its end in two pieces", arguments: 1...8)
    func wrap(step: Int) {
        var ring = RingEnds(capacity: 8)
        var next: Int16 = 0
        for _ in 0..<50 {
            let period = (0..<step).map { next + Int16($0) }
            next += Int16(step)
            let isTaken = ring.write(period)
            let back = ring.read(step)
            #expect(isTaken)
            #expect(back == period)
        }
    }

    @Test("rounds its capacity up to a power of two and fills it completely")
    func capacity() {
        var ring = RingEnds(capacity: 5)
        let isTaken = [ring.write([Int16](repeating: 7, count: 8)), ring.write([1])]
        #expect(isTaken == [true, false])
        let all = ring.read(20)
        #expect(all.count == 8)
    }

    @Test("drops a period for which there is no room as a whole, and counts its samples")
    func drop() {
        var ring = RingEnds(capacity: 8)
        let isTaken = [ring.write([1, 2, 3, 4, 5, 6]), ring.write([7, 8, 9])]
        let dropped = ring.droppedSamples
        let kept = ring.read(8)
        #expect(isTaken == [true, false])
        #expect(dropped == 3)
        #expect(kept == [1, 2, 3, 4, 5, 6])
        let isTakenNow = ring.write([7, 8, 9])
        let next = ring.read(8)
        #expect(isTakenNow)
        #expect(next == [7, 8, 9])
    }

    @Test("drops a period that is longer than the queue, rather than wait for what cannot be")
    func tooLong() {
        var ring = RingEnds(capacity: 4)
        let isTaken = ring.write([1, 2, 3, 4, 5])
        let dropped = ring.droppedSamples
        #expect(!isTaken)
        #expect(dropped == 5)
    }

    @Test("tells when any sample was captured, from the time of the last period")
    func captureTime() {
        var ring = RingEnds(capacity: 64)
        let undated = ring.captureTime(of: 0)
        _ = ring.write([Int16](repeating: 0, count: 16), endingAt: HostTime(nanoseconds: 5_000_000))
        let times = [ring.captureTime(of: 16), ring.captureTime(of: 0), ring.captureTime(of: 32)]
        #expect(undated == nil)
        #expect(times.map { $0?.nanoseconds } == [5_000_000, 4_000_000, 6_000_000])
    }

    @Test("follows a sound card whose clock is not the computer's")
    func drift() {
        var ring = RingEnds(capacity: 64)
        // A sound card that is a tenth too slow: the second period comes 100 microseconds late.
        _ = ring.write([Int16](repeating: 0, count: 16), endingAt: HostTime(nanoseconds: 1_000_000))
        _ = ring.write([Int16](repeating: 0, count: 16), endingAt: HostTime(nanoseconds: 2_100_000))
        let end = ring.captureTime(of: 32)
        #expect(end == HostTime(nanoseconds: 2_100_000))
    }

    @Test("lets the reader have what is left after the writer has gone")
    func close() {
        let ring = SampleRing.make(capacity: 8)
        var producer = ring.producer
        var consumer = ring.consumer
        producer.write([1, 2].span)
        let before = consumer.isClosed
        producer.close()
        let after = consumer.isClosed
        var samples: [Int16] = [0, 0, 0]
        var room = samples.mutableSpan
        let count = consumer.read(into: &room)
        #expect((before, after) == (false, true))
        #expect(samples[..<count] == [1, 2])
    }

    @Test("tells the writer when the reader has gone")
    func abandon() {
        let ring = SampleRing.make(capacity: 8)
        let producer = ring.producer
        let before = producer.isAbandoned
        Self.letGo(ring.consumer)
        let after = producer.isAbandoned
        #expect((before, after) == (false, true))
    }

    @Test("does not let a writer wait for room that a reader who has gone will never make")
    func abandonedWait() {
        let ring = SampleRing.make(capacity: 8)
        var producer = ring.producer
        producer.write([Int16](repeating: 0, count: 8).span)
        Self.letGo(ring.consumer)
        let hasRoom = producer.waitForRoom(for: 4)
        #expect(!hasRoom)
    }

    private static func letGo(_ consumer: consuming SampleRing.Consumer) {}
}
