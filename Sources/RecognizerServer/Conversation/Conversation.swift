internal import Wyoming

/// What one client has said so far, and what is to be done next. Pure: no sockets, no decoder.
struct Conversation: ~Copyable {
    /// What an event asks for.
    enum Step: Equatable {
        case nothing
        case reply(Event)
        case decode(Order)
    }

    private let engines: [Engine]
    /// What the last `transcribe` asked for; good for one utterance.
    private var engine: Engine
    private var isStreaming = true
    private var intake: SoundIntake?
    /// The rest of an utterance that was refused is not answered again.
    private var isRefused = false

    /// - Parameter engines: not empty; the first is the one that is taken when a client names none.
    init(engines: [Engine]) {
        self.engines = engines
        engine = engines[0]
    }

    mutating func take(_ item: EventReader.Item) -> Step {
        do throws(Refusal) {
            switch item {
            case .event(let event): return try follow(event)
            case .fault(let fault):
                if intake != nil { refuse() }
                throw Refusal(.badEvent, fault.description)
            }
        } catch {
            return .reply(error.event)
        }
    }

    private mutating func follow(_ event: Event) throws(Refusal) -> Step {
        switch event.type {
        case Describe.type: return .reply(Info.ours(engines).event)
        case Ping.type: return .reply(Pong(text: try read(Ping.self, event).text).event)
        case Transcribe.type: try prepare(try read(Transcribe.self, event))
        case AudioStart.type: return try start(try readSound(AudioStart.self, event))
        case AudioChunk.type: try append(try readSound(AudioChunk.self, event))
        case AudioStop.type: return try stop()
        // The protocol wants unknown events to be passed over, so that it can grow.
        default: break
        }
        return .nothing
    }

    private mutating func prepare(_ transcribe: Transcribe) throws(Refusal) {
        intake = nil
        isRefused = false
        engine = engines[0]
        isStreaming = transcribe.streaming ?? true
        if let name = transcribe.name {
            guard let named = engines.first(where: { $0.rawValue == name }) else {
                isRefused = true
                let names = engines.map(\.rawValue).joined(separator: " or ")
                throw Refusal(.unknownModel, "transcribe: there is no model \"\(name)\"; choose \(names)")
            }
            engine = named
        }
        if let language = transcribe.language, !Self.isEnglish(language) {
            isRefused = true
            throw Refusal(.language, "transcribe: the language \"\(language)\" cannot be heard; only en can")
        }
    }

    private mutating func start(_ start: AudioStart) throws(Refusal) -> Step {
        guard !isRefused else { return .nothing }
        let isUnfinished = intake != nil
        intake = nil
        intake = try attempt { () throws(Refusal) in try SoundIntake(start.format) }
        guard isUnfinished else { return .nothing }
        throw Refusal(
            .unfinished, "audio-start: the utterance before had no audio-stop and was thrown away; end each with one")
    }

    private mutating func append(_ chunk: AudioChunk) throws(Refusal) {
        guard !isRefused else { return }
        // Each chunk says its format, so one without audio-start can be understood.
        if intake == nil { intake = try attempt { () throws(Refusal) in try SoundIntake(chunk.format) } }
        do throws(Refusal) {
            try intake?.append(chunk)
        } catch {
            refuse()
            throw error
        }
    }

    private mutating func stop() throws(Refusal) -> Step {
        defer {
            isRefused = false
            engine = engines[0]
            isStreaming = true
        }
        guard !isRefused else { return .nothing }
        guard let intake = intake.take() else {
            throw Refusal(.noAudio, "audio-stop: no sound came before it; send audio-start and audio-chunk first")
        }
        return .decode(Order(samples: intake.finish(), engine: engine, isStreaming: isStreaming))
    }

    private mutating func refuse() {
        intake = nil
        isRefused = true
    }

    private mutating func attempt(_ open: () throws(Refusal) -> SoundIntake) throws(Refusal) -> SoundIntake {
        do throws(Refusal) {
            return try open()
        } catch {
            refuse()
            throw error
        }
    }

    private func read<M: Message>(_ type: M.Type, _ event: Event) throws(Refusal) -> M {
        do {
            return try M(event)
        } catch {
            throw Refusal(.badEvent, error.description)
        }
    }

    /// An utterance with a piece missing is not decoded: it would be heard wrongly.
    private mutating func readSound<M: Message>(_ type: M.Type, _ event: Event) throws(Refusal) -> M {
        do throws(Refusal) {
            return try read(type, event)
        } catch {
            guard !isRefused else { throw error }
            refuse()
            throw error
        }
    }

    private static func isEnglish(_ language: String) -> Bool {
        let language = language.lowercased()
        return language == "en" || language.hasPrefix("en-") || language.hasPrefix("en_")
    }
}
