import Audio
import Foundation
import RealtimeQueue
import SoundFile
import TerminalFixtures
import Testing

@Suite("A source that plays a recording")
struct RecordingSourceTests: ~Copyable {
    private let folder = TemporaryFolder()
    private var path: String { folder.path + "/tone.wav" }

    private func letGo(_ queue: consuming SampleRing.Consumer) {}

    /// Everything that comes out of `queue` until its writer has gone.
    private func drain(_ queue: inout SampleRing.Consumer) -> [Int16] {
        var samples: [Int16] = []
        var piece = [Int16](repeating: 0, count: 700)
        while true {
            let isClosed = queue.isClosed
            var room = piece.mutableSpan
            let count = queue.read(into: &room)
            samples += piece[..<count]
            if count > 0 { continue }
            if isClosed { return samples }
            queue.waitForSamples()
        }
    }

    @Test("delivers all of it, in order, through a queue that is much smaller")
    func unpaced() throws {
        try Sound(tone: Tone(), rate: 44_100, channels: 2).write(to: path)
        let ring = SampleRing.make(capacity: 3_200)
        var queue = ring.consumer
        let source = try RecordingSource(path: path, pace: .unpaced, into: ring.producer)
        let delivered = drain(&queue)
        #expect(try delivered == samples(of: path))
        let dropped = queue.droppedSamples
        #expect(dropped == 0)
        #expect(source.outcome.name == "finished")
        #expect(source.name == path)
        #expect(!source.isLive)
        #expect(source.overruns == 0)
        #expect(source.duration == .seconds(1))
    }

    @Test("stops when it is told to, though nobody reads", .timeLimit(.minutes(1)))
    func stop() throws {
        try Sound(tone: Tone()).write(to: path)
        let ring = SampleRing.make(capacity: 3_200)
        var queue = ring.consumer
        let source = try RecordingSource(path: path, pace: .unpaced, into: ring.producer)
        // It now fills the queue, or waits for room already.
        queue.waitForSamples()
        source.stop()
        while !queue.isClosed { queue.waitForSamples() }
        #expect(source.outcome.name == "stopped")
        let delivered = drain(&queue).count
        #expect(delivered <= 4_096)
    }

    @Test("stops in the midst of its pace", .timeLimit(.minutes(1)))
    func stopPaced() throws {
        try Sound(rate: 16_000, samples: [Float](repeating: 0, count: 16_000 * 300)).write(to: path)
        let ring = SampleRing.make(capacity: 16_000)
        var queue = ring.consumer
        let source = try RecordingSource(path: path, pace: .realtime, into: ring.producer)
        queue.waitForSamples()
        source.stop()
        let delivered = drain(&queue).count
        #expect(delivered < 16_000)
        #expect(source.outcome.name == "stopped")
    }

    @Test("stops when nobody will ever read", .timeLimit(.minutes(1)))
    func abandoned() async throws {
        try Sound(tone: Tone()).write(to: path)
        let ring = SampleRing.make(capacity: 3_200)
        let source = try RecordingSource(path: path, pace: .unpaced, into: ring.producer)
        letGo(ring.consumer)
        while source.outcome == nil { await Task.yield() }
        #expect(source.outcome.name == "stopped")
    }

    @Test("at the pace of the world takes as long as it lasts, and says when each sample was")
    func realtime() throws {
        try Sound(tone: Tone()).write(to: path)
        let ring = SampleRing.make(capacity: 32_000)
        var queue = ring.consumer
        let before = HostTime.now
        let source = try RecordingSource(path: path, pace: .realtime, into: ring.producer)
        #expect(source.isLive)
        let delivered = drain(&queue)
        #expect(try delivered == samples(of: path))
        let after = HostTime.now
        #expect(after - before >= .seconds(1) - AudioFormat.frameDuration)
        let moments = (queue.captureTime(of: 0), queue.captureTime(of: 16_000))
        let (start, end) = try (#require(moments.0), #require(moments.1))
        #expect(before <= start && end <= after)
        #expect(end - start == .seconds(1))
    }

    @Test("tells of a fault that comes late, after what was good")
    func lateFault() throws {
        try Sound(tone: Tone()).write(to: path, as: .flac16)
        try #require(truncate(path, 4_000) == 0)
        let ring = SampleRing.make(capacity: 32_000)
        var queue = ring.consumer
        let source = try RecordingSource(path: path, pace: .unpaced, into: ring.producer)
        let delivered = drain(&queue).count
        #expect(delivered > 0 && delivered < 16_000)
        guard case .failed(let error) = source.outcome else {
            Issue.record("\(source.outcome.name)")
            return
        }
        #expect(error is SoundFileError)
    }

    @Test("ends its queue at once when there is no recording")
    func missing() throws {
        let ring = SampleRing.make(capacity: 3_200)
        let queue = ring.consumer
        do throws(SoundFileError) {
            _ = try RecordingSource(path: folder.path + "/none.wav", pace: .unpaced, into: ring.producer)
            Issue.record("there is no such recording")
        } catch {
            #expect(error.kind == .notFound)
        }
        let isClosed = queue.isClosed
        #expect(isClosed)
    }
}

extension SourceOutcome? {
    /// The name of its case.
    var name: String {
        switch self {
        case nil: "none"
        case .finished: "finished"
        case .stopped: "stopped"
        case .failed: "failed"
        }
    }
}
