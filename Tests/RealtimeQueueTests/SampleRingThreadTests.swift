import RealtimeQueue
import Synchronization
import Testing

/// Two threads that really race. Under `--sanitize=thread` this is the test of the memory ordering: with a weaker
/// publishing store everything still comes out right on most machines, and only the sanitizer objects.
@Suite("SampleRing between two threads")
struct SampleRingThreadTests {
    private static let total = 2_000_000

    @Test("loses nothing and mixes nothing up while neither side ever waits")
    func spinning() {
        let ring = SampleRing.make(capacity: 1_024)
        let result = Mutex<Tally?>(nil)
        let done = WakeSignal()
        let reader = Handoff(ring.consumer)
        NamedThread.start("reader") { _ in
            var consumer = reader.take()!
            var tally = Tally()
            while !consumer.isClosed || consumer.availableSamples > 0 { tally.read(&consumer) }
            let all = tally
            result.withLock { $0 = all }
            done.send()
        }
        var producer = ring.producer
        var period = [Int16](repeating: 0, count: 160)
        var next = 0
        while next < Self.total {
            for index in period.indices { period[index] = Int16(truncatingIfNeeded: next + index) }
            // Nothing but the queue's own loads and stores may put the two threads in order here.
            if producer.write(period.span, endingAt: HostTime(nanoseconds: Int64(next))) { next += period.count }
        }
        producer.close()
        done.wait()
        #expect(result.withLock { $0 } == Tally(count: next, faults: 0))
    }

    @Test("a recording's writer waits for the reader and drops nothing")
    func waiting() {
        let ring = SampleRing.make(capacity: 1_024)
        let writer = Handoff(ring.producer)
        NamedThread.start("writer") { _ in
            var producer = writer.take()!
            var period = [Int16](repeating: 0, count: 400)
            for start in stride(from: 0, to: Self.total, by: period.count) {
                for index in period.indices { period[index] = Int16(truncatingIfNeeded: start + index) }
                while !producer.waitForRoom(for: period.count) {}
                producer.write(period.span)
            }
        }
        var consumer = ring.consumer
        var tally = Tally()
        while true {
            // First whether it is closed, then what there is.
            let isClosed = consumer.isClosed
            if consumer.availableSamples > 0 {
                tally.read(&consumer)
            } else if isClosed {
                break
            } else {
                consumer.waitForSamples()
            }
        }
        let dropped = consumer.droppedSamples
        #expect(tally == Tally(count: Self.total, faults: 0))
        #expect(dropped == 0)
    }
}

/// What a reader found, of samples that count upwards.
private struct Tally: Equatable {
    var count = 0
    var faults = 0
    private var piece = [Int16](repeating: 0, count: 96)

    init(count: Int = 0, faults: Int = 0) {
        self.count = count
        self.faults = faults
    }

    static func == (left: Tally, right: Tally) -> Bool {
        left.count == right.count && left.faults == right.faults
    }

    mutating func read(_ consumer: inout SampleRing.Consumer) {
        var room = piece.mutableSpan
        let got = consumer.read(into: &room)
        for index in 0..<got where piece[index] != Int16(truncatingIfNeeded: count + index) { faults += 1 }
        count += got
    }
}
