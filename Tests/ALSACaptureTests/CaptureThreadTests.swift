import ALSACapture
import Audio
import RealtimeQueue
import Testing

@Suite("CaptureThread")
struct CaptureThreadTests {
    init() { VirtualSoundCards.plugIn }

    @Test("captures what the device plays, from the first sample, and dates it")
    func capture() throws {
        let ring = SampleRing.make(capacity: 16_384)
        let before = HostTime.now
        let microphone = try CaptureThread(Self.settings(VirtualSoundCards.player), into: ring.producer)
        var consumer = ring.consumer
        while consumer.availableSamples < 8_000 { consumer.waitForSamples() }
        microphone.stop()
        while !consumer.isClosed { consumer.waitForSamples() }
        var samples = [Int16](repeating: 0, count: 8_000)
        var room = samples.mutableSpan
        let count = consumer.read(into: &room)
        let time = consumer.captureTime(of: 8_000)
        #expect(count == 8_000)
        #expect(samples == Array(VirtualSoundCards.recording.prefix(8_000)))
        #expect(time != nil && time! > before - .seconds(60))
        guard case .stopped = microphone.outcome else {
            Issue.record("\(String(describing: microphone.outcome))")
            return
        }
    }

    @Test("says what was agreed")
    func negotiated() throws {
        let ring = SampleRing.make(capacity: 1_024)
        let microphone = try CaptureThread(Self.settings(VirtualSoundCards.player), into: ring.producer)
        #expect(microphone.negotiated == "16000 Hz mono, periods of 10 ms, a buffer of 200 ms")
        #expect(microphone.name == "player")
        #expect(microphone.isLive)
        #expect(microphone.scheduling == .normal)
    }

    @Test("lets ALSA convert for a device that has no single channel")
    func conversion() throws {
        let ring = SampleRing.make(capacity: 1_024)
        let microphone = try CaptureThread(Self.settings(VirtualSoundCards.pair), into: ring.producer)
        #expect(
            microphone.negotiated.hasPrefix("16000 Hz mono, periods of 10 ms, a buffer of 200 ms, converted by ALSA"))
        #expect(microphone.negotiated.contains("2 channels"))
    }

    @Test("asks for real-time scheduling, and runs without it where that is refused")
    func scheduling() throws {
        let ring = SampleRing.make(capacity: 1_024)
        var settings = Self.settings(VirtualSoundCards.player)
        settings.isRealtime = true
        let microphone = try CaptureThread(settings, into: ring.producer)
        #expect(microphone.scheduling != .normal)
        let consumer = ring.consumer
        while consumer.availableSamples == 0 { consumer.waitForSamples() }
        microphone.stop()
    }

    @Test("counts what does not fit into the queue, and goes on")
    func dropped() throws {
        let ring = SampleRing.make(capacity: 1_024)
        let microphone = try CaptureThread(Self.settings("null"), into: ring.producer)
        let consumer = ring.consumer
        while consumer.droppedSamples == 0 { consumer.waitForSamples() }
        #expect(microphone.outcome == nil)
    }

    @Test("ends when nobody reads any more")
    func abandoned() throws {
        let ring = SampleRing.make(capacity: 1_024)
        let microphone = try CaptureThread(Self.settings("null"), into: ring.producer)
        Self.letGo(ring.consumer)
        while microphone.outcome == nil {}
        guard case .stopped = microphone.outcome else {
            Issue.record("\(String(describing: microphone.outcome))")
            return
        }
    }

    private static func letGo(_ consumer: consuming SampleRing.Consumer) {}

    /// Without real-time scheduling: these devices never make anybody wait.
    private static func settings(_ device: String) -> CaptureSettings {
        var settings = CaptureSettings(device: device)
        settings.isRealtime = false
        return settings
    }
}
