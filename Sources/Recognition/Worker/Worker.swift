internal import Audio
internal import Supervision
internal import Wyoming

/// One worker and what is known of its health. Does one thing at a time; whoever holds it has it alone.
actor Worker {
    nonisolated let channel: any WorkerChannel
    /// Which of the programs that the fallback has used it runs, counted from 0.
    nonisolated let generation: Int
    private var health: WorkerHealth
    private var incoming: AsyncStream<[UInt8]>.Iterator
    private var reader = EventReader()
    /// Why we ended it.
    private var verdict: WorkerEnd?

    init(_ channel: any WorkerChannel, limits: WorkerLimits, generation: Int = 0) {
        self.channel = channel
        self.generation = generation
        health = WorkerHealth(limits: limits, startedAt: .now)
        incoming = channel.incoming.makeAsyncIterator()
    }

    var hasWorked: Bool { health.hasWorked }

    /// Bytes in memory, if it has grown beyond its limit.
    var excess: Int? { health.phase == .outgrown ? channel.memory ?? 0 : nil }

    /// Waits until the worker says what it is.
    ///
    /// - Throws: ``WorkerEnd``; it is gone then, as after every error here.
    func becomeReady() async throws(WorkerEnd) {
        channel.send(Describe().event.bytes)
        _ = try await answer { $0.type == Info.type ? () : nil }
        health.becameReady(at: .now)
    }

    /// Has the worker listen to an utterance.
    ///
    /// - Parameter engine: which of its models listens; its own choice when `nil`.
    func transcribe(_ samples: [Int16], with engine: String?) async throws(WorkerEnd) -> Transcript {
        health.began(length: AudioFormat.duration(ofSamples: samples.count), at: .now)
        var bytes = Transcribe(name: engine, language: "en", streaming: false).event.bytes
        bytes += AudioStart().event.bytes
        // A second at a time: somebody else's server may take no more.
        for start in stride(from: 0, to: samples.count, by: AudioFormat.sampleRate) {
            let piece = samples[start..<min(samples.count, start + AudioFormat.sampleRate)]
            bytes += AudioChunk(samples: piece).event.bytes
        }
        channel.send(bytes + AudioStop().event.bytes)
        let answer = try await answer { event -> Result<Transcript, WorkerEnd>? in
            if event.type == Transcript.type, let transcript = try? Transcript(event) { return .success(transcript) }
            guard event.type == ErrorEvent.type else { return nil }
            let text = (try? ErrorEvent(event))?.text ?? "it does not say why"
            return .failure(WorkerEnd(kind: .refused, reason: "it refused the utterance: \(text)"))
        }
        switch answer {
        case .success(let transcript):
            health.finished(at: .now, memory: channel.memory)
            return transcript
        case .failure(let error):
            end(because: error)
            throw error
        }
    }

    /// Asks for a sign of life if there has been none for long enough.
    func checkIdle() async throws(WorkerEnd) {
        guard health.order(at: .now) == .ping else { return }
        channel.send(Ping().event.bytes)
        _ = try await answer { $0.type == Pong.type ? () : nil }
        health.becameReady(at: .now)
    }

    /// The first answer that `wanted` takes, before the worker's time is over.
    private func answer<Answer: Sendable>(
        _ wanted: (Event) -> Answer?
    ) async throws(WorkerEnd) -> Answer {
        let queuedBefore = channel.queued ?? .zero
        let watch = Task {
            while let due = health.due {
                try await Task.sleep(until: due, clock: .continuous)
                if let queued = channel.queued { health.excuse(queued - queuedBefore) }
                endIfOverdue()
            }
        }
        defer { watch.cancel() }
        while true {
            while let item = reader.next() {
                guard case .event(let event) = item else {
                    if case .fault(let fault) = item {
                        end(because: WorkerEnd(kind: .died, reason: "what it says is no Wyoming: \(fault)"))
                    }
                    break
                }
                if let answer = wanted(event) { return answer }
            }
            guard verdict == nil, let bytes = await readMore() else { break }
            reader.append(bytes)
        }
        if verdict == nil, let fault = reader.end() {
            verdict = WorkerEnd(kind: .died, reason: "\(fault), and \(await channel.reason().reason)")
        }
        health.ended()
        channel.end()
        if let verdict { throw verdict }
        throw await channel.reason()
    }

    private func readMore() async -> [UInt8]? {
        var iterator = incoming
        return await iterator.next(isolation: self)
    }

    private func endIfOverdue() {
        guard case .kill(let reason) = health.order(at: .now) else { return }
        end(because: WorkerEnd(kind: .hung, reason: reason))
    }

    private func end(because verdict: WorkerEnd) {
        self.verdict = self.verdict ?? verdict
        channel.end()
    }
}
