import CommandLanguage
import LEDLink
import PocketSphinxDecoder
import Recognition

extension SessionEvent {
    /// The event as one line of JSON without its newline; `nil` for those that only the terminal shows.
    ///
    /// - Parameter time: what stands as `at`, Unix seconds.
    public func json(at time: Double = EventClock.now()) -> String? {
        guard let (name, body) = jsonBody else { return nil }
        // A pin changed when the board says so, not when the word of it arrived.
        let time = if case .led(let pin) = self { pin.at } else { time }
        return JSONLine.encode(event: name, at: time, body)
    }

    private var jsonBody: (event: String, body: any Encodable)? {
        switch self {
        case .level, .obeyed: nil
        case .listening(let it):
            (
                "listening",
                [
                    "source": JSONValue(it.source), "format": JSONValue(it.format),
                    "scheduling": JSONValue(it.scheduling), "startup_ms": JSONValue(it.startup.milliseconds),
                ]
            )
        case .speechStarted(let at): ("speech_started", ["start": JSONValue(at)])
        case .partial(let text): ("partial", ["text": JSONValue(text)])
        case .utterance(let decision): ("utterance", UtteranceBody(decision))
        case .board(let report): ("board", report.jsonBody)
        case .changed(let change): ("changed", ["change": JSONValue(change.change), "by": JSONValue(change.by)])
        case .link(let change): ("link", LinkBody(change))
        case .led(let pin): ("led", pin.jsonBody)
        case .recognizer(let report): ("recognizer", report.jsonBody)
        case .vocabulary(let change): ("vocabulary", change.jsonBody)
        case .warning(let message): ("warning", ["message": JSONValue(message)])
        case .failure(let message, let hint): ("error", ["message": JSONValue(message), "hint": JSONValue(hint)])
        case .ended(let tally): ("end", tally.jsonBody)
        }
    }
}

/// The keys of a `link` event.
private struct LinkBody: Encodable {
    let state: String
    let message: String
    var hint: String?
    var commands: [String]?

    init(_ change: LinkChange) {
        message = change.description
        switch change {
        case .lost(_, let hint):
            state = "lost"
            self.hint = hint
        case .restored(let commands):
            state = "restored"
            self.commands = commands
        }
    }
}

/// The keys of an `utterance` event.
private struct UtteranceBody: Encodable {
    let decision: Decision

    init(_ decision: Decision) { self.decision = decision }

    enum Key: String, CodingKey {
        case file, mic, start, end, text, continues, slots, commands, accepted, confidence, engine, reason
        case latency = "latency_ms"
        case evidence, comparison
        case endpoint = "endpoint_ms"
        case decode = "decode_ms"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let heard = decision.heard
        switch heard.origin {
        case .typed: break
        case .recording(let path): try container.encode(path, forKey: .file)
        case .microphone(let name): try container.encode(name, forKey: .mic)
        }
        try container.encode(heard.span?.start.rounded(toDecimals: 3), forKey: .start)
        try container.encode(heard.span?.end.rounded(toDecimals: 3), forKey: .end)
        try container.encode(decision.text, forKey: .text)
        try container.encodeIfPresent(heard.continues, forKey: .continues)
        try container.encode(SlotTable(decision.slots), forKey: .slots)
        try container.encode(decision.commands.map(\.wireText), forKey: .commands)
        try container.encode(decision.isAccepted, forKey: .accepted)
        try container.encode(heard.confidence.rounded(toDecimals: 3), forKey: .confidence)
        try container.encode(heard.engine.rawValue, forKey: .engine)
        try container.encode(decision.reason, forKey: .reason)
        try container.encode(heard.latency.milliseconds.rounded(toDecimals: 2), forKey: .latency)
        if let evidence = heard.certainty?.evidence { try container.encode(evidence.jsonBody, forKey: .evidence) }
        if let comparison = heard.certainty?.comparison {
            try container.encode(comparison.jsonBody, forKey: .comparison)
        }
        guard let stages = heard.stages else { return }
        try container.encode(stages.endpoint.milliseconds.rounded(toDecimals: 2), forKey: .endpoint)
        try container.encode(stages.decode.milliseconds.rounded(toDecimals: 2), forKey: .decode)
    }
}

extension Evidence {
    fileprivate var jsonBody: [String: JSONValue] {
        [
            "sentence": JSONValue(sentence), "other_words": JSONValue(otherWords), "other_word": JSONValue(otherWord),
            "runner_up": JSONValue(runnerUp), "runner_up_text": JSONValue(runnerUpText),
        ]
    }
}

extension Comparison {
    fileprivate var jsonBody: [String: JSONValue] {
        [
            "agreed": JSONValue(isAgreed), "score": JSONValue(standing.score.rounded(toDecimals: 3)),
            "margin": JSONValue(standing.margin.rounded(toDecimals: 3)), "rival": JSONValue(standing.rival),
        ]
    }
}

extension BoardReport {
    fileprivate var jsonBody: [String: JSONValue] {
        var body = [
            "command": JSONValue(command), "latency_ms": JSONValue(latency.milliseconds),
            "attempts": JSONValue(attempts),
        ]
        switch outcome {
        case .done: body["result"] = JSONValue("ok")
        case .notSent: body["result"] = JSONValue("not sent")
        case .failed(let reason, let hint):
            body["result"] = JSONValue(reason)
            body["hint"] = JSONValue(hint)
        }
        return body
    }
}

extension PinChange {
    fileprivate var jsonBody: [String: JSONValue] {
        [
            "led": JSONValue(led), "on": JSONValue(on), "level": JSONValue(level), "color": JSONValue(color),
            "sim": JSONValue(sim),
        ]
    }
}

extension RecognizerReport {
    fileprivate var jsonBody: [String: JSONValue] {
        var body = [
            "engine": JSONValue(engine.rawValue), "state": JSONValue(state.rawValue), "reason": JSONValue(reason),
            "listening": JSONValue(rung.rawValue),
        ]
        if let outage { body["outage_ms"] = JSONValue(outage.milliseconds) }
        return body
    }
}

extension VocabularyChange {
    fileprivate var jsonBody: [String: JSONValue] {
        var body = ["grammar": JSONValue(grammar), "reason": JSONValue(String?.none), "log": JSONValue([])]
        switch outcome {
        case .loaded: body["state"] = JSONValue("loaded")
        case .refused(let reason, let hint, let log):
            body["state"] = JSONValue("refused")
            body["reason"] = JSONValue(reason)
            body["hint"] = JSONValue(hint)
            body["log"] = JSONValue(log)
        }
        return body
    }
}

extension Tally {
    fileprivate var jsonBody: [String: JSONValue] {
        [
            "heard": JSONValue(heard), "obeyed": JSONValue(obeyed), "refused": JSONValue(refused),
            "failed_commands": JSONValue(failedCommands), "dropped_samples": JSONValue(droppedSamples),
            "overruns": JSONValue(overruns), "recognizer_failures": JSONValue(recognizerFailures),
            "heard_by_fallback": JSONValue(heardByFallback), "second_opinions": JSONValue(secondOpinions),
            "comparisons": JSONValue(comparisons), "late_comparisons": JSONValue(lateComparisons),
            "workers_lost": JSONValue(workersLost),
        ]
    }
}
