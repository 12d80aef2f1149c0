import Audio
import Foundation
import RealtimeQueue
import SoundFile
import Testing

@Suite("RecordingSource")
struct RecordingSourceTests {
    private let recordings = Recordings()
    private let ramp = (0..<40_000).map { Int16(truncatingIfNeeded: $0 * 7) }

    @Test("delivers every sample through a queue that is much shorter than the recording")
    func unpaced() throws {
        let path = recordings.write(WAVFile(ramp).bytes, as: "ramp.wav")
        let ring = SampleRing.make(capacity: 4_096)
        let source = try RecordingSource(path: path, pace: .unpaced, into: ring.producer)
        var consumer = ring.consumer
        let delivered = Self.drain(&consumer)
        let (dropped, time) = (consumer.droppedSamples, consumer.captureTime(of: 0))
        #expect(delivered == ramp)
        #expect(dropped == 0)
        #expect(time == nil)
        #expect(source.outcome?.isFinished == true)
        #expect(!source.isLive)
    }

    @Test("delivers at the pace of the recording, and dates the samples")
    func realtime() throws {
        let path = recordings.write(WAVFile(Array(ramp.prefix(3_200))).bytes, as: "ramp.wav")
        let ring = SampleRing.make(capacity: 4_096)
        let before = HostTime.now
        let source = try RecordingSource(path: path, pace: .realtime, into: ring.producer)
        var consumer = ring.consumer
        let delivered = Self.drain(&consumer)
        let after = HostTime.now
        let dated = consumer.captureTime(of: 3_200)
        let end = try #require(dated)
        #expect(delivered == Array(ramp.prefix(3_200)))
        #expect(end - before >= .milliseconds(200))
        #expect(end <= after)
        #expect(source.isLive)
    }

    @Test("stops when it is told to, although nobody reads")
    func stop() throws {
        let path = recordings.write(WAVFile(ramp).bytes, as: "ramp.wav")
        let ring = SampleRing.make(capacity: 4_096)
        let source = try RecordingSource(path: path, pace: .unpaced, into: ring.producer)
        source.stop()
        let consumer = ring.consumer
        while !consumer.isClosed { consumer.waitForSamples() }
        #expect(source.outcome != nil)
    }

    @Test("does not begin with a recording that cannot be opened, and lets go of the queue")
    func unopened() {
        let ring = SampleRing.make(capacity: 4_096)
        do throws(SoundFileError) {
            _ = try RecordingSource(path: "/nowhere.wav", pace: .unpaced, into: ring.producer)
            Issue.record("it began")
        } catch {
            #expect(error.kind == .notFound)
        }
        let consumer = ring.consumer
        let isClosed = consumer.isClosed
        #expect(isClosed)
    }

    @Test("hands on the error of a recording that turns out to be damaged half-way, after what came before")
    func damaged() throws {
        let whole = recordings.folder.appending(path: "whole.flac").path(percentEncoded: false)
        let sox = try Process.run(
            URL(filePath: "/usr/bin/sox"), arguments: [recordings.write(WAVFile(ramp).bytes, as: "ramp.wav"), whole])
        sox.waitUntilExit()
        let bytes = try Array(Data(contentsOf: URL(filePath: whole)))
        let path = recordings.write(Array(bytes.prefix(bytes.count / 2)), as: "cut.flac")
        let ring = SampleRing.make(capacity: 65_536)
        let source = try RecordingSource(path: path, pace: .unpaced, into: ring.producer)
        var consumer = ring.consumer
        let delivered = Self.drain(&consumer)
        #expect(!delivered.isEmpty && delivered == Array(ramp.prefix(delivered.count)))
        guard case .failed(let error as SoundFileError) = source.outcome else {
            Issue.record("\(String(describing: source.outcome))")
            return
        }
        #expect(error.path == path)
    }

    private static func drain(_ consumer: inout SampleRing.Consumer) -> [Int16] {
        var samples: [Int16] = []
        var piece = [Int16](repeating: 0, count: 500)
        while true {
            let isClosed = consumer.isClosed
            if consumer.availableSamples > 0 {
                var room = piece.mutableSpan
                let count = consumer.read(into: &room)
                samples += piece[..<count]
            } else if isClosed {
                return samples
            } else {
                consumer.waitForSamples()
            }
        }
    }
}

extension SourceOutcome {
    fileprivate var isFinished: Bool {
        if case .finished = self { true } else { false }
    }
}
