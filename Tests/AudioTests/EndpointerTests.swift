import Audio
import Testing

@Suite("Endpointer")
struct EndpointerTests {
    /// Speech is noise at -25 dBFS here, and a quiet room noise at -70.
    private static let room = -70.0
    private static let speech = -25.0

    @Test("finds one utterance, with room before and after it")
    func one() throws {
        let sound = Sound().noise(800, level: Self.room).noise(500, level: Self.speech).noise(800, level: Self.room)
        let events = Self.events(sound)
        #expect(events.map(\.name) == ["started", "paused", "ended"])
        let extent = try #require(events.last?.extent)
        #expect(extent.start == (800 - 200) * 16)
        #expect(Self.isWithinOneFrame(extent.lastSpeech, of: 1_300 * 16))
        #expect(extent.end == extent.lastSpeech + 250 * 16)
    }

    @Test("takes a recording that begins with speech from its first sample")
    func atOnce() throws {
        let events = Self.events(Sound().noise(400, level: Self.speech).noise(800, level: Self.room))
        #expect(events.first == .speechStarted(start: 0))
        #expect(Self.isWithinOneFrame(events.last?.extent?.lastSpeech, of: 400 * 16))
    }

    @Test("ends an utterance with its source")
    func endOfSource() throws {
        let events = Self.events(Sound().noise(500, level: Self.room).noise(300, level: Self.speech))
        guard case .speechEnded(let extent, .endOfSource) = events.last else {
            Issue.record("\(events)")
            return
        }
        #expect(extent.end == 800 * 16)
    }

    @Test("goes on after a pause that is shorter than the hangover")
    func pause() {
        let sound = Sound().noise(300, level: Self.speech).noise(350, level: Self.room)
            .noise(300, level: Self.speech).noise(800, level: Self.room)
        let events = Self.events(sound)
        #expect(events.map(\.name) == ["started", "paused", "resumed", "paused", "ended"])
        #expect(events.last?.extent?.start == 0)
        #expect(Self.isWithinOneFrame(events.last?.extent?.lastSpeech, of: 950 * 16))
    }

    @Test("begins anew after a pause that is longer, and no earlier than the last utterance ended")
    func two() throws {
        let sound = Sound().noise(300, level: Self.speech).noise(460, level: Self.room)
            .noise(300, level: Self.speech).noise(800, level: Self.room)
        let extents = Self.events(sound).filter { $0.name == "ended" }.compactMap(\.extent)
        #expect(extents.count == 2)
        let (first, second) = (extents[0], extents[1])
        #expect(second.start >= first.end)
        #expect(second.start <= 760 * 16)
    }

    @Test("ends a paused utterance at once when it is told that nothing will follow")
    func endNow() throws {
        var settings = EndpointerSettings()
        settings.postRoll = settings.pause
        var endpointer = Endpointer(settings: settings)
        let sound = Sound().noise(300, level: Self.speech).noise(300, level: Self.room)
        let events = Self.events(sound, with: &endpointer)
        #expect(events.last?.name == "paused")
        let extent = try #require(events.last?.extent)
        let end = endpointer.endNow()
        #expect(end == .speechEnded(extent, cause: .complete))
        #expect(!endpointer.isInSpeech)
        let secondEnd = endpointer.endNow()
        #expect(secondEnd == nil)
    }

    @Test("does not let a speaker be cut off by being told too late that nothing will follow")
    func endNowWhileSpeaking() {
        var endpointer = Endpointer()
        _ = Self.events(Sound().noise(300, level: Self.speech), with: &endpointer)
        #expect(endpointer.isInSpeech)
        let end = endpointer.endNow()
        #expect(end == nil)
        #expect(endpointer.isInSpeech)
    }

    @Test("takes no click for speech", arguments: [10, 20, 40])
    func click(milliseconds: Int) {
        let sound = Sound().noise(500, level: Self.room).noise(milliseconds, level: -10).noise(500, level: Self.room)
        #expect(Self.events(sound).isEmpty)
    }

    @Test("is not kept open by a click in the silence")
    func clickInSilence() {
        let sound = Sound().noise(500, level: Self.speech).noise(200, level: Self.room).noise(10, level: -10)
            .noise(600, level: Self.room)
        #expect(Self.isWithinOneFrame(Self.events(sound).last?.extent?.lastSpeech, of: 500 * 16))
    }

    @Test("hears nothing in silence, in steady noise, or in an offset", arguments: [0.0, 3_000.0])
    func nothing(offset: Double) {
        var sound = Sound()
        sound.offset = offset
        #expect(Self.events(sound.silence(3_000)).isEmpty)
        #expect(Self.events(sound.noise(3_000, level: -70)).isEmpty)
    }

    @Test("hears speech over a loud room once it knows the room")
    func loudRoom() throws {
        let sound = Sound().noise(6_000, level: -40).noise(500, level: -20).noise(1_000, level: -40)
        let events = Self.events(sound)
        let last = try #require(events.last?.extent)
        #expect(last.start == 5_800 * 16)
        #expect(Self.isWithinOneFrame(last.lastSpeech, of: 6_500 * 16))
    }

    @Test("lets go of a noise that was switched on and stays")
    func fan() {
        let events = Self.events(Sound().noise(2_000, level: -70).noise(9_000, level: -40))
        #expect(events.first?.name == "started")
        guard case .speechEnded(let extent, .silence) = events.last else {
            Issue.record("\(events)")
            return
        }
        #expect(extent.end < 11_000 * 16)
    }

    @Test("knows the room within two seconds of being switched on", arguments: [0, 50, 200])
    func roomAtOnce(silence: Int) throws {
        let events = Self.events(Sound().silence(silence).noise(8_000, level: -40))
        #expect(events.filter { $0.name == "started" }.count == 1)
        let extent = try #require(events.last?.extent)
        #expect(extent.end <= 2_050 * 16)
    }

    @Test("is not kept open by noise that begins and ends with a recording", arguments: [-74.0, -66.0])
    func noiseAround(level: Double) throws {
        let sound = Sound().silence(1_000).noise(300, level: level).noise(400, level: Self.speech)
            .noise(500, level: level).silence(1_000)
        let events = Self.events(sound)
        #expect(events.map(\.name) == ["started", "paused", "ended"])
        #expect(Self.isWithinOneFrame(events.last?.extent?.lastSpeech, of: 1_700 * 16))
    }

    @Test("hears speech that a microphone delivers 40 dB too quiet")
    func tooQuiet() throws {
        let events = Self.events(Sound().noise(800, level: -95).noise(500, level: -72).noise(800, level: -95))
        let extent = try #require(events.last?.extent)
        #expect(extent.start == 600 * 16)
        #expect(Self.isWithinOneFrame(extent.lastSpeech, of: 1_300 * 16))
    }

    @Test("takes what outlasts the longest utterance for music, and hears over it until it is over")
    func music() {
        var sound = Sound().noise(500, level: Self.room)
        func addBeats(_ count: Int) {
            for _ in 0..<count {
                sound = sound.noise(100, level: -30).noise(100, level: -38).noise(200, level: -50)
            }
        }
        addBeats(60)
        let music = Self.events(sound).filter { $0.name == "ended" }
        #expect(music.count == 1)
        guard case .speechEnded(let extent, .maximumLength) = music.first else {
            Issue.record("\(music)")
            return
        }
        #expect(extent.end - extent.start == 15 * 16_000)
        // Louder than the music, and later, when it is over, as quiet as one likes.
        sound = sound.noise(500, level: -20)
        addBeats(5)
        sound = sound.noise(3_000, level: Self.room).noise(500, level: -45).noise(800, level: Self.room)
        let spoken = Self.events(sound).filter { $0.name == "ended" }.compactMap(\.extent).dropFirst()
        #expect(spoken.count == 2)
        #expect(Self.isWithinOneFrame(spoken.first?.lastSpeech, of: 25_000 * 16))
        #expect(Self.isWithinOneFrame(spoken.last?.lastSpeech, of: 30_500 * 16))
    }

    @Test("ends the longest utterance where the limit is, and goes on with what is louder")
    func maximumLength() {
        var settings = EndpointerSettings()
        settings.maximumLength = .seconds(1)
        var endpointer = Endpointer(settings: settings)
        // Shorter than what the noise floor needs to take it for noise.
        let events = Self.events(
            Sound().noise(1_000, level: Self.speech).noise(400, level: Self.speech + 10), with: &endpointer)
        guard case .speechEnded(let extent, .maximumLength) = events.dropFirst().first else {
            Issue.record("\(events)")
            return
        }
        #expect(extent.end == 16_000)
        #expect(extent.lastSpeech == 16_000)
        #expect(events.last == .speechStarted(start: 16_000))
    }

    @Test("says the same of the same sound, whatever the last frame's length")
    func deterministic() {
        let sound = Sound().noise(300, level: Self.room).noise(500, level: Self.speech)
        let cut = Array(sound.samples.dropLast(77))
        #expect(Self.events(cut) == Self.events(cut))
        #expect(Self.events(cut).last?.extent?.end == cut.count)
    }

    /// Where loud becomes quiet, the step itself can make one more frame loud.
    private static func isWithinOneFrame(_ position: Int?, of expected: Int) -> Bool {
        position.map { abs($0 - expected) <= AudioFormat.samplesPerFrame } ?? false
    }

    private static func events(_ sound: Sound) -> [EndpointerEvent] { events(sound.samples) }

    private static func events(_ samples: [Int16]) -> [EndpointerEvent] {
        var endpointer = Endpointer()
        let events = events(samples, with: &endpointer)
        return events + [endpointer.finish()].compactMap { $0 }
    }

    private static func events(_ sound: Sound, with endpointer: inout Endpointer) -> [EndpointerEvent] {
        events(sound.samples, with: &endpointer)
    }

    private static func events(_ samples: [Int16], with endpointer: inout Endpointer) -> [EndpointerEvent] {
        var events: [EndpointerEvent] = []
        for start in stride(from: 0, to: samples.count, by: AudioFormat.samplesPerFrame) {
            let frame = samples[start..<min(start + AudioFormat.samplesPerFrame, samples.count)]
            if let event = endpointer.process(frame.span) { events.append(event) }
        }
        return events
    }
}

extension EndpointerEvent {
    fileprivate var name: String {
        switch self {
        case .speechStarted: "started"
        case .speechPaused: "paused"
        case .speechResumed: "resumed"
        case .speechEnded: "ended"
        }
    }

    fileprivate var extent: Extent? {
        switch self {
        case .speechPaused(let extent), .speechEnded(let extent, _): extent
        case .speechStarted, .speechResumed: nil
        }
    }
}
