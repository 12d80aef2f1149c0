internal import Audio
internal import PocketSphinxDecoder
internal import RealtimeQueue

/// The recognition of one source, from its first sample to its last, on the recogniser's thread.
///
/// While somebody speaks the frames go straight into the decoder, which yields a first impression of the words. The
/// decision itself is made on the whole utterance, since the decoder hears better when it can measure the loudness of
/// all of it first; that is done during the pause before the hangover has passed, so that it delays nothing.
struct SourceRecognition: ~Copyable {
    private var samples: SampleRing.Consumer
    private let job: Job
    private let settings: RecognizerSettings
    private var endpointer: Endpointer
    private var buffer: UtteranceBuffer

    private var isListening = false
    private var partial = ""
    private var decision: Decision?
    private var utteranceStart = 0
    private var framesSinceLevel = 0
    private var framesSincePartial = 0
    private var droppedSamples = 0
    private var overruns = 0

    /// What was decoded during a pause.
    private struct Decision {
        let extent: EndpointerEvent.Extent
        var hypothesis: Hypothesis?
        var certainty: Certainty?
    }

    private static let framesPerLevel = 5
    private static let framesPerPartial = 10

    init(settings: RecognizerSettings, samples: consuming SampleRing.Consumer, job: Job) {
        self.settings = settings
        self.samples = samples
        self.job = job
        endpointer = Endpointer(settings: settings.endpointer)
        buffer = UtteranceBuffer(settings: settings.endpointer)
    }

    /// Recognises until the source ends or the job is cancelled.
    mutating func run(_ decoder: inout Decoder) -> SourceOutcome {
        var frame = [Int16](repeating: 0, count: AudioFormat.samplesPerFrame)
        while !job.isCancelled {
            reportLosses()
            let isClosed = samples.isClosed
            let available = samples.availableSamples
            if available >= frame.count || isClosed && available > 0 {
                var room = frame.mutableSpan
                let count = samples.read(into: &room)
                hear(frame.span.extracting(..<count), &decoder)
            } else if isClosed {
                if let event = endpointer.finish() { follow(event, &decoder) }
                return job.source.outcome ?? .finished
            } else {
                samples.waitForSamples()
            }
        }
        return .stopped
    }

    private mutating func hear(_ frame: Span<Int16>, _ decoder: inout Decoder) {
        if !isListening {
            isListening = true
            job.emit(.listening)
        }
        buffer.append(frame)
        let event = endpointer.process(frame)
        reportLevel()
        if let event {
            follow(event, &decoder)
        } else if let extent = certainExtent {
            if extent != decision?.extent { decide(extent, &decoder) }
        } else if endpointer.isInSpeech, decision == nil {
            attempt { () throws(DecoderError) in try decoder.process(frame) }
            reportPartial(&decoder)
        } else if !endpointer.isInSpeech {
            buffer.trim()
        }
    }

    private mutating func follow(_ event: EndpointerEvent, _ decoder: inout Decoder) {
        switch event {
        case .speechStarted(let start):
            partial = ""
            utteranceStart = start
            job.emit(.speechStarted(at: AudioFormat.seconds(ofSamples: start)))
            stream(from: start, &decoder)
        case .speechPaused(let extent):
            // Only a complete sentence is a reason to hurry; of another one more may come, and be weighed then.
            decide(extent, weighingIf: settings.isComplete, &decoder)
            report(partial: decision?.hypothesis?.text ?? "")
            if isDecided, let end = endpointer.endNow() { follow(end, &decoder) }
        case .speechResumed:
            decision = nil
            stream(from: utteranceStart, &decoder)
        case .speechEnded(let extent, _):
            report(extent, &decoder)
        }
    }

    /// Gives the decoder what has been heard of an utterance; the frames that follow go into it one by one.
    private mutating func stream(from start: Int, _ decoder: inout Decoder) {
        let heard = buffer.samples(from: start, to: buffer.end)
        attempt { () throws(DecoderError) in
            try decoder.begin()
            try decoder.process(heard.span)
        }
    }

    /// Whether the sentence is complete, and sure enough not to wait for more.
    private var isDecided: Bool {
        guard let decision, let hypothesis = decision.hypothesis, settings.isComplete(hypothesis.text) else {
            return false
        }
        return settings.confidence == nil || decision.certainty?.suffices(for: settings.caution) == true
    }

    private var lacksEvidence: Bool {
        settings.confidence != nil && decision?.hypothesis != nil && decision?.certainty == nil
    }

    /// The utterance once its end has been heard for certain: what is decided then, during the pause, is ready when the
    /// hangover has passed.
    private var certainExtent: EndpointerEvent.Extent? {
        guard let extent = endpointer.pausedExtent else { return nil }
        let postRoll = AudioFormat.samples(in: settings.endpointer.postRoll)
        return extent.end - extent.lastSpeech == postRoll ? extent : nil
    }

    private mutating func decide(
        _ extent: EndpointerEvent.Extent, weighingIf isWorthwhile: (String) -> Bool = { _ in true },
        _ decoder: inout Decoder
    ) {
        var decision = Decision(extent: extent)
        let heard = buffer.samples(from: extent.start, to: extent.end)
        attempt { () throws(DecoderError) in
            let weighed = try decoder.weigh(
                heard.span, if: { isWorthwhile($0.text) }, meansTheSame: settings.meansTheSame)
            guard let weighed else { return }
            decision.hypothesis = weighed.hypothesis
            guard let model = settings.confidence, let evidence = weighed.evidence else { return }
            decision.certainty = Certainty(evidence, by: model, caution: settings.caution)
        }
        self.decision = decision
    }

    private mutating func report(_ extent: EndpointerEvent.Extent, _ decoder: inout Decoder) {
        let endOfSpeech = samples.captureTime(of: extent.lastSpeech)
        let decided = HostTime.now
        if decision?.extent != extent || lacksEvidence { decide(extent, &decoder) }
        let decodedAt = HostTime.now
        let silence = AudioFormat.duration(ofSamples: endpointer.position - extent.lastSpeech)
        let endpointDelay = endOfSpeech.map { decided - $0 } ?? silence
        let heard = buffer.samples(from: extent.start, to: extent.end)
        job.emit(
            .utterance(
                RecognizedUtterance(
                    utterance: Utterance(samples: Array(heard), start: extent.start),
                    hypothesis: decision?.hypothesis, certainty: decision?.certainty,
                    decodedAt: decodedAt, endpointDelay: endpointDelay,
                    decodeTime: decodedAt - decided)))
        decision = nil
    }

    private func attempt(_ work: () throws(DecoderError) -> Void) {
        do throws(DecoderError) { try work() } catch { job.emit(.decoderFailed(error)) }
    }
}

extension SourceRecognition {
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

    private mutating func reportPartial(_ decoder: inout Decoder) {
        framesSincePartial += 1
        guard framesSincePartial >= Self.framesPerPartial else { return }
        framesSincePartial = 0
        report(partial: decoder.partialText() ?? "")
    }

    private mutating func report(partial text: String) {
        guard text != partial, !text.isEmpty else { return }
        partial = text
        job.emit(.partial(text))
    }
}
