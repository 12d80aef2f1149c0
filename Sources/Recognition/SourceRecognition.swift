internal import Audio
internal import PocketSphinxDecoder
internal import RealtimeQueue

/// The recognition of one source, from its first sample to its last.
///
/// It knows what has been heard and what the decoder has to do about it, and does not wait for either: so a decoder
/// that fails or hangs takes nothing with it. While somebody speaks the frames go straight into the decoder, which
/// yields a first impression of the words. The decision itself is made on the whole utterance, since the decoder hears
/// better when it can measure the loudness of all of it first; that is done during the pause before the hangover has
/// passed, so that it delays nothing.
struct SourceRecognition: ~Copyable {
    let job: Job
    private var samples: SampleRing.Consumer
    private let succession: Succession
    private var settings: RecognizerSettings
    private var endpointer: Endpointer
    private var buffer: UtteranceBuffer

    private var isListening = false
    private var partial = ""
    private var decision: Decision?
    private var utteranceStart = 0
    /// How much of the open utterance the decoder follows already.
    private var followed = 0
    /// Of the last decision on the open utterance.
    private var decidedSamples = 0
    /// The utterance that has ended and waits for its decision.
    private var ending: Ending?
    /// The sentence at the beginning of the open utterance that has been told of.
    private var told: Told?
    /// Whether the decoder had no opinion the last time.
    private(set) var isFailing: Bool
    private var framesSinceLevel = 0
    private var framesSincePartial = 0
    private var droppedSamples = 0
    private var overruns = 0

    /// What was decoded during a pause.
    private struct Decision {
        let extent: EndpointerEvent.Extent
        let verdict: WeighedHypothesis?
        let failure: DecoderError?
    }

    private struct Told {
        let text: String
        /// Where it ends.
        let end: Int
    }

    private struct Ending {
        var extent: EndpointerEvent.Extent
        let endOfSpeech: HostTime?
        let decided: HostTime
        let silence: Duration
    }

    enum Step {
        case work(DecoderWork)
        /// Nothing to be done, but there may be more sound at once.
        case again
        /// There is no sound; this is sent when there is.
        case wait(WakeSignal)
        case ended(SourceOutcome)
    }

    private static let framesPerLevel = 5
    private static let framesPerPartial = 10

    /// Up to this length an utterance is decided in each of its pauses; whoever talks on gives no commands, and each
    /// decision goes through all that was said, so from then on it has to have grown by this much since the last one.
    private static let longestToDecideOften = AudioFormat.samples(in: .seconds(4))
    private static let growthToDecide = 1.5

    init(succession: Succession, samples: consuming SampleRing.Consumer, job: Job, isFailing: Bool) {
        self.succession = succession
        settings = succession.settings
        self.samples = samples
        self.job = job
        self.isFailing = isFailing
        endpointer = Endpointer(settings: settings.endpointer)
        buffer = UtteranceBuffer(settings: settings.endpointer)
    }

    /// Hears the next frame.
    mutating func step() -> Step {
        guard !job.isCancelled else { return .ended(.stopped) }
        reportLosses()
        if !endpointer.isInSpeech, let successor = succession.take() {
            settings = succession.settings
            job.emit(.decoderReplaced(successor.number))
            return .work(.replace(successor))
        }
        let isClosed = samples.isClosed
        let available = samples.availableSamples
        if available >= AudioFormat.samplesPerFrame || isClosed && available > 0 {
            var frame = [Int16](repeating: 0, count: AudioFormat.samplesPerFrame)
            var room = frame.mutableSpan
            let count = samples.read(into: &room)
            frame.removeLast(frame.count - count)
            return hear(frame).map { .work($0) } ?? .again
        }
        guard isClosed else { return .wait(samples.samplesSignal) }
        if let event = endpointer.finish(), let work = follow(event) { return .work(work) }
        return .ended(job.source.outcome ?? .finished)
    }

    /// Takes what came of the work that ``step()`` asked for.
    ///
    /// - Returns: what the decoder has to do next, before more is heard.
    mutating func take(_ result: DecoderResult, of work: DecoderWork) -> DecoderWork? {
        note(result)
        switch (work, result) {
        case (.proceed, .partial(let text)): report(partial: text)
        case (.decide(let extent, _), .decided(let verdict)): return decide(extent, verdict, nil)
        case (.decide(let extent, _), .failed(let error)): return decide(extent, nil, error)
        default: break
        }
        return nil
    }

    private mutating func hear(_ frame: [Int16]) -> DecoderWork? {
        if !isListening {
            isListening = true
            job.emit(.listening)
        }
        buffer.append(frame.span)
        let event = endpointer.process(frame.span)
        if job.isTraced { job.emit(.traced(.frame(endpointer.reading))) }
        reportLevel()
        if let event { return follow(event) }
        if let end = endOfSureUtterance() { return follow(end) }
        tellWhatIsSettled()
        if let extent = certainExtent { return isDecided(extent) ? nil : work(deciding: extent) }
        if endpointer.isInSpeech {
            guard decision == nil else { return nil }
            framesSincePartial += 1
            let wantsPartial = framesSincePartial >= Self.framesPerPartial
            if wantsPartial { framesSincePartial = 0 }
            defer { followed = buffer.end }
            return .proceed(Array(buffer.samples(from: followed, to: buffer.end)), wantsPartial: wantsPartial)
        }
        buffer.trim()
        return nil
    }

    private mutating func follow(_ event: EndpointerEvent) -> DecoderWork? {
        if job.isTraced { job.emit(.traced(.event(event, position: endpointer.position))) }
        switch event {
        case .speechStarted(let start):
            partial = ""
            told = nil
            utteranceStart = start
            followed = buffer.end
            decidedSamples = 0
            job.emit(.speechStarted(at: AudioFormat.seconds(ofSamples: start)))
            return .begin(Array(buffer.samples(from: start, to: buffer.end)))
        case .speechPaused(let extent):
            let rest = untold(extent)
            return isWorthDeciding(rest) && !isDecided(rest) ? work(deciding: rest) : nil
        case .speechResumed:
            // What the decoder failed at is not tried again with more of it.
            if decision?.failure == nil { decision = nil }
            return nil
        case .speechEnded(let whole, let cause):
            var extent = untold(whole)
            // What has been decided stands; the silence since then changes nothing.
            if cause == .complete, let decision { extent = decision.extent }
            ending = ending(at: extent)
            if !isDecided(extent) { return work(deciding: extent) }
            report()
            return nil
        }
    }

    private func isWorthDeciding(_ extent: EndpointerEvent.Extent) -> Bool {
        let samples = extent.end - extent.start
        return samples <= Self.longestToDecideOften
            || Double(samples) >= Self.growthToDecide * Double(decidedSamples)
    }

    private func work(deciding extent: EndpointerEvent.Extent) -> DecoderWork {
        .decide(extent, Array(buffer.samples(from: extent.start, to: extent.end)))
    }

    private mutating func decide(
        _ extent: EndpointerEvent.Extent, _ verdict: WeighedHypothesis?, _ failure: DecoderError?
    ) -> DecoderWork? {
        if let told, failure == nil, !(verdict.map { goesOn(told.text, $0.hypothesis.text) } ?? false) {
            // In a short pause it may be half of what goes on.
            guard ending != nil || isCertain(extent) else { return nil }
            // It is another sentence, said soon after the first, and heard better by itself.
            utteranceStart = told.end
            self.told = nil
            let rest = untold(extent)
            ending?.extent = rest
            return work(deciding: rest)
        }
        decision = Decision(extent: extent, verdict: verdict, failure: failure)
        decidedSamples = extent.end - extent.start
        if ending != nil {
            report()
            return nil
        }
        report(partial: verdict?.hypothesis.text ?? "")
        if let end = endOfSureUtterance() { return follow(end) }
        tellWhatIsSettled()
        return nil
    }

    /// What is sure is not decided again when more silence has been heard, and nothing is asked twice of a decoder that
    /// failed at it: the utterance is somebody else's then.
    private func isDecided(_ extent: EndpointerEvent.Extent) -> Bool {
        guard let decision else { return false }
        return decision.extent == extent || decision.failure != nil || decision.verdict.map { isSure(of: $0) } == true
    }

    /// The end of an utterance that was understood, after the less silence the less can follow.
    private mutating func endOfSureUtterance() -> EndpointerEvent? {
        guard let verdict = decision?.verdict, isSure(of: verdict) else { return nil }
        let isComplete = settings.isComplete(verdict.hypothesis.text)
        let silence = isComplete ? settings.endpointer.sureSilence : settings.endpointer.openSilence
        return endpointer.silence >= AudioFormat.samples(in: silence) ? endpointer.endNow() : nil
    }

    /// Tells of a sure sentence that could go on, if what may follow leaves it as it is: so it can be obeyed at once.
    private mutating func tellWhatIsSettled() {
        guard let decision, let verdict = decision.verdict, isSure(of: verdict), endpointer.pausedExtent != nil,
            endpointer.silence >= AudioFormat.samples(in: settings.endpointer.sureSilence),
            told.map({ !settings.meansTheSame($0.text, verdict.hypothesis.text) }) ?? true,
            settings.isSettled(verdict.hypothesis.text)
        else { return }
        if job.isTraced { job.emit(.traced(.settled(decision.extent, position: endpointer.position))) }
        report(decision, at: ending(at: decision.extent))
        told = Told(text: verdict.hypothesis.text, end: decision.extent.end)
    }

    /// Whether a sentence is one that was told of, be it with something added.
    private func goesOn(_ told: String, _ text: String) -> Bool {
        settings.meansTheSame(told, text) || settings.goesOn(told, text)
    }

    /// Of an extent what belongs to the sentence that is being heard.
    private func untold(_ extent: EndpointerEvent.Extent) -> EndpointerEvent.Extent {
        EndpointerEvent.Extent(
            start: max(extent.start, utteranceStart), lastSpeech: extent.lastSpeech, end: extent.end)
    }

    /// An end, now, of what lies in `extent`.
    private func ending(at extent: EndpointerEvent.Extent) -> Ending {
        Ending(
            extent: extent, endOfSpeech: samples.captureTime(of: extent.lastSpeech), decided: .now,
            silence: AudioFormat.duration(ofSamples: endpointer.position - extent.lastSpeech))
    }

    /// Whether it would be obeyed even if the runner-up meant the opposite. Without a model of confidence a sentence that
    /// stands is sure, and no other.
    private func isSure(of verdict: WeighedHypothesis) -> Bool {
        guard settings.confidence != nil else {
            return settings.isComplete(verdict.hypothesis.text) || settings.isSettled(verdict.hypothesis.text)
        }
        guard let certainty = verdict.certainty else { return false }
        return certainty.suffices(for: settings.caution) && certainty.excludesOpposite(for: settings.caution)
    }

    /// The utterance once its end has been heard for certain: what is decided then, during the pause, is ready when the
    /// hangover has passed.
    private var certainExtent: EndpointerEvent.Extent? {
        endpointer.pausedExtent.flatMap { isCertain($0) ? untold($0) : nil }
    }

    private func isCertain(_ extent: EndpointerEvent.Extent) -> Bool {
        extent.end - extent.lastSpeech == AudioFormat.samples(in: settings.endpointer.postRoll)
    }

    private mutating func report() {
        guard let ending, let decision else { return }
        let text = decision.verdict?.hypothesis.text
        // Nothing that matters has followed what was told of.
        let isKnown = told.flatMap { told in text.map { settings.meansTheSame(told.text, $0) } } ?? false
        if !isKnown { report(decision, at: ending) }
        self.decision = nil
        self.ending = nil
    }

    private func report(_ decision: Decision, at ending: Ending) {
        let decodedAt = HostTime.now
        let heard = buffer.samples(from: ending.extent.start, to: ending.extent.end)
        job.emit(
            .utterance(
                RecognizedUtterance(
                    utterance: Utterance(samples: Array(heard), start: ending.extent.start),
                    hypothesis: decision.verdict?.hypothesis, continues: told?.text, failure: decision.failure,
                    certainty: decision.verdict?.certainty, decodedAt: decodedAt,
                    endpointDelay: ending.endOfSpeech.map { ending.decided - $0 } ?? ending.silence,
                    decodeTime: decodedAt - ending.decided)))
    }
}

extension SourceRecognition {
    /// Tells of the first failure, and of the first decision after it.
    private mutating func note(_ result: DecoderResult) {
        switch result {
        case .failed(let error):
            if !isFailing { job.emit(.decoderFailed(error)) }
            isFailing = true
        case .decided:
            if isFailing { job.emit(.decoderRecovered) }
            isFailing = false
        case .done, .partial: break
        }
    }

    private mutating func reportLosses() {
        if samples.droppedSamples != droppedSamples {
            droppedSamples = samples.droppedSamples
            job.emit(.dropped(samples: droppedSamples))
        }
        if job.source.overruns != overruns {
            overruns = job.source.overruns
            job.emit(.overrun(count: overruns))
        }
    }

    /// Only for live sources: nobody watches the meter of a recording that passes in a blink.
    private mutating func reportLevel() {
        guard job.source.isLive else { return }
        framesSinceLevel += 1
        guard framesSinceLevel == Self.framesPerLevel else { return }
        framesSinceLevel = 0
        let last = buffer.samples(from: buffer.end - Self.framesPerLevel * AudioFormat.samplesPerFrame, to: buffer.end)
        job.emit(.level(LevelMeter.level(of: last.span), isSpeech: endpointer.isInSpeech))
    }

    private mutating func report(partial text: String) {
        guard text != partial, !text.isEmpty else { return }
        partial = text
        job.emit(.partial(text))
    }
}
