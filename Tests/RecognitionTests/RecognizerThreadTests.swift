import Audio
import PocketSphinxDecoder
import RealtimeQueue
import Recognition
import SoundFile
import Testing

@Suite("RecognizerThread")
struct RecognizerThreadTests {
    @Test("hears recording after recording, each by itself")
    func recordings() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        for (name, transcript) in CardGame.recordings {
            let heard = try await CardGame.events(of: name, with: recognizer).utterances
            #expect(heard.compactMap(\.hypothesis?.text) == [transcript])
        }
    }

    @Test("hears the same in a recording whatever came before it")
    func independence() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let first = try await CardGame.events(of: "001", with: recognizer).utterances
        _ = try await CardGame.events(of: "005", with: recognizer)
        let again = try await CardGame.events(of: "001", with: recognizer).utterances
        #expect(first.map(\.hypothesis) == again.map(\.hypothesis))
        #expect(first.map(\.utterance) == again.map(\.utterance))
    }

    @Test("tells what happens in the order in which it happens")
    func order() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let events = try await CardGame.events(of: "001", with: recognizer)
        #expect(events.names.first == "listening")
        #expect(events.names.last == "ended")
        let started = try #require(events.names.firstIndex(of: "speechStarted"))
        let partial = try #require(events.names.firstIndex(of: "partial"))
        let utterance = try #require(events.names.firstIndex(of: "utterance"))
        #expect(started < partial && partial < utterance)
    }

    @Test("tells every step of the endpointer of a source that is traced, and none of another")
    func trace() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let plain = try await CardGame.events(of: "001", with: recognizer)
        #expect(!plain.names.contains("traced"))

        let traced = try await CardGame.events(of: "001", with: recognizer, isTraced: true)
        #expect(traced.names.filter { $0 != "traced" } == plain.names)
        var frames = 0
        var steps: [EndpointerEvent] = []
        for case .traced(let trace) in traced {
            switch trace {
            case .frame(let reading):
                frames += 1
                #expect(reading.floor < reading.threshold)
            case .event(let event, let position):
                #expect(position <= frames * 160)
                steps.append(event)
            case .settled: Issue.record("no sentence stands without a grammar that says so")
            }
        }
        let utterance = try #require(plain.utterances.first?.utterance)
        #expect(steps.first == .speechStarted(start: utterance.start))
        guard case .speechEnded(let extent, _) = steps.last else {
            Issue.record("\(steps)")
            return
        }
        #expect(extent.end == utterance.end)
    }

    @Test("keeps the sound of an utterance, and says where it was and how long the decision took")
    func utterance() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let heard = try #require(await CardGame.events(of: "001", with: recognizer).utterances.first)
        #expect(heard.utterance.samples.count == Int(((heard.end - heard.start) * 16_000).rounded()))
        #expect(heard.latency == heard.endpointDelay + heard.decodeTime)
        #expect(heard.endpointDelay >= .zero)
        let words = try #require(heard.hypothesis?.words)
        #expect(words.map(\.text) == ["ten", "of", "clubs"])
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(words.last!.end <= heard.end - heard.start)
    }

    @Test("ends an utterance in the first pause after which nothing can follow")
    func completeSentence() async throws {
        var settings = CardGame.settings
        settings.isComplete = { $0 == "ten of clubs" }
        let early = try await RecognizerThread.start(settings)
        let late = try await RecognizerThread.start(CardGame.settings)
        // Followed by a second of silence, so that the end of the file decides nothing.
        let sound = try CardGame.samples(of: "001") + [Int16](repeating: 0, count: 16_000)
        let earlyUtterance = try #require(await CardGame.events(ofSamples: sound, with: early).utterances.first)
        let lateUtterance = try #require(await CardGame.events(ofSamples: sound, with: late).utterances.first)
        #expect(earlyUtterance.hypothesis?.text == lateUtterance.hypothesis?.text)
        #expect(earlyUtterance.endpointDelay == settings.endpointer.sureSilence)
        #expect(lateUtterance.endpointDelay == settings.endpointer.hangover)
    }

    @Test("tells of a sentence that stands in the first pause, once")
    func settledSentence() async throws {
        var settings = CardGame.settings
        settings.isSettled = { $0 == "ten of clubs" }
        let recognizer = try await RecognizerThread.start(settings)
        let sound = try CardGame.samples(of: "001") + [Int16](repeating: 0, count: 16_000)
        let heard = try await CardGame.events(ofSamples: sound, with: recognizer).utterances
        #expect(heard.map(\.hypothesis?.text) == ["ten of clubs"])
        #expect(heard.first?.endpointDelay == settings.endpointer.sureSilence)
        #expect(heard.first?.continues == nil)
    }

    /// "ten of clubs", and after a pause of a quarter of a second "seven of clubs".
    private func twoSentences() async throws -> [Int16] {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let first = try #require(await CardGame.events(of: "001", with: recognizer).utterances.first?.utterance)
        let second = try #require(await CardGame.events(of: "003", with: recognizer).utterances.first?.utterance)
        // The pause stands in the place of what is heard around an utterance.
        return first.samples.dropLast(4_000) + [Int16](repeating: 0, count: 4_000) + second.samples.dropFirst(3_200)
    }

    @Test("tells of the whole when a sentence that stands goes on")
    func continuedSentence() async throws {
        var settings = CardGame.settings
        settings.isSettled = { $0 == "ten of clubs" }
        let recognizer = try await RecognizerThread.start(settings)
        let heard = try await CardGame.events(ofSamples: twoSentences(), with: recognizer).utterances
        #expect(heard.map(\.hypothesis?.text) == ["ten of clubs", "ten of clubs seven of clubs"])
        #expect(heard.map(\.continues) == [nil, "ten of clubs"])
    }

    @Test("hears what does not go on from a sentence that was told of by itself")
    func otherSentence() async throws {
        var settings = CardGame.settings
        settings.isSettled = { $0 == "ten of clubs" }
        settings.goesOn = { _, _ in false }
        let recognizer = try await RecognizerThread.start(settings)
        let heard = try await CardGame.events(ofSamples: twoSentences(), with: recognizer).utterances
        #expect(heard.map(\.hypothesis?.text) == ["ten of clubs", "seven of clubs"])
        #expect(heard.map(\.continues) == [nil, nil])
        let ends = try #require(heard.first?.end)
        #expect(try #require(heard.last?.start) >= ends)
    }

    @Test("hears nothing in silence")
    func silence() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let events = try await CardGame.events(
            ofSamples: [Int16](repeating: 0, count: 48_000), with: recognizer)
        #expect(events.names == ["listening", "ended"])
    }

    @Test("says why the source ended")
    func outcome() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let source = StubSource(outcome: .failed(StubSource.Unplugged()))
        let ring = SampleRing.make(capacity: 2_048)
        ring.producer.close()
        var last: RecognitionEvent?
        for await event in recognizer.listen(to: ring.consumer, from: source) { last = event }
        guard case .ended(.failed(let error)) = last else {
            Issue.record("ended with \(String(describing: last))")
            return
        }
        #expect(error is StubSource.Unplugged)
    }

    @Test("counts what was dropped and what the device lost")
    func losses() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let ring = SampleRing.make(capacity: 2_048)
        var producer = ring.producer
        let source = StubSource(outcome: .finished, overruns: 2)
        let period = [Int16](repeating: 0, count: 1_600)
        let isTaken = [producer.write(period.span), producer.write(period.span)]
        #expect(isTaken == [true, false])
        producer.close()
        var names: [String] = []
        for await event in recognizer.listen(to: ring.consumer, from: source) {
            if case .dropped(let samples) = event { #expect(samples == 1_600) }
            if case .overrun(let count) = event { #expect(count == 2) }
            names.append(event.name)
        }
        #expect(names == ["dropped", "overrun", "listening", "ended"])
    }

    @Test("shows the level of a live source about twenty times a second, and when it counts as speech")
    func levels() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let sound = try CardGame.samples(of: "001")
        let events = try await CardGame.events(ofSamples: sound, with: recognizer, isLive: true)
        let levels = events.compactMap { event -> (Level, Bool)? in
            if case .level(let level, let isSpeech) = event { (level, isSpeech) } else { nil }
        }
        #expect(levels.count == (sound.count + 159) / 160 / 5)
        let speech = levels.filter(\.1).map(\.0.rms).max() ?? Level.silence
        let silence = levels.filter { !$0.1 }.map(\.0.rms).min() ?? 0
        #expect(speech > silence + 20)
    }

    @Test("measures the delay of a live source by the clock")
    func clock() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let sound = try CardGame.samples(of: "001") + [Int16](repeating: 0, count: 16_000)
        // As if all of it had been captured ten seconds ago.
        let events = try await CardGame.events(
            ofSamples: sound, with: recognizer, isLive: true, endingAt: HostTime.now + .seconds(-10))
        let heard = try #require(events.utterances.first)
        #expect(heard.endpointDelay > .seconds(10))
    }

    @Test("stops in the middle of a source, and refuses the ones that wait")
    func stop() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let ring = SampleRing.make(capacity: 2_048)
        var producer = ring.producer
        producer.write([Int16](repeating: 0, count: 1_600).span)
        let heard = recognizer.listen(to: ring.consumer, from: StubSource(outcome: nil))
        let second = SampleRing.make(capacity: 2_048)
        let waiting = recognizer.listen(to: second.consumer, from: StubSource(outcome: nil))
        var names: [String] = []
        for await event in heard {
            if event.name == "listening" { recognizer.stop() }
            names.append(event.name)
        }
        for await event in waiting { names.append(event.name) }
        #expect(names == ["listening", "ended", "ended"])
        let isAbandoned = second.producer.isAbandoned
        #expect(isAbandoned)
        producer.close()
    }

    @Test("lets go of a source to whose events nobody listens any more")
    func abandoned() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let ring = SampleRing.make(capacity: 2_048)
        var producer = ring.producer
        producer.write([Int16](repeating: 0, count: 1_600).span)
        for await _ in recognizer.listen(to: ring.consumer, from: StubSource(outcome: nil)) { break }
        // Comes true because the stream that was left is gone; the signal is sent by the reading end as it goes.
        while !producer.isAbandoned { producer.roomSignal.wait() }
        let next = try await CardGame.events(of: "001", with: recognizer).utterances
        #expect(next.count == 1)
    }

    @Test("does not start with a model that is not there, and says so")
    func missingModel() async {
        var settings = CardGame.settings
        settings.decoder.acousticModel = "/nowhere/model"
        await #expect(throws: DecoderError.self) { _ = try await RecognizerThread.start(settings) }
    }
}
