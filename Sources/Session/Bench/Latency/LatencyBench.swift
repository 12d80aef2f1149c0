import ALSACapture
import Audio
import CommandLanguage
import LEDLink
import RealtimeQueue

/// Says commands to a session and waits for the lights of the simulated board: from the last sample of the word to the pin.
///
/// The end of the word is not what the endpointer says but what ``EndOfSpeech`` found in the clean recording, reckoned
/// from the moment at which its first sample was played.
public final class LatencyBench: Sendable {
    /// What is told on the way.
    public enum Step: Sendable {
        /// So many were spoken.
        case progress(Int)
        case measured(LatencyTimes)
        /// Not understood, or not carried out; `file` is `nil` when somebody spoke.
        case missed(file: String?, reason: String)
        /// The microphone is open: it is somebody's turn to speak.
        case listening(String)
    }

    let round = LatencyRound()
    private let witness = PinWitness()
    private let recordings: [LatencyRecording]
    private let count: Int

    /// For the decision on what a microphone has heard; only what nobody hears takes so long.
    private static let patience = Duration.seconds(30)
    /// For the news of a pin that follows the acknowledgement.
    private static let pinPatience = Duration.seconds(5)
    private static let step = Duration.milliseconds(2)

    /// - Parameters:
    ///   - recordings: one after the other, and from the beginning again; may be empty if somebody speaks.
    ///   - count: commands for each source.
    public init(_ recordings: [LatencyRecording], count: Int) {
        self.recordings = recordings
        self.count = count
    }

    /// Takes note of what the session tells, in order. Any thread may call it.
    public func note(_ event: SessionEvent) {
        if case .led(let pin) = event { witness.note(pin) }
        round.note(event)
    }

    /// Plays all commands into a microphone that is made for it.
    ///
    /// - Parameters:
    ///   - lights: of the session, with simulated pins.
    ///   - tell: is called from any thread.
    /// - Returns: what was found until the end or until the task was cancelled.
    /// - Throws: ``BenchError``.
    public func measureMicrophone(
        _ session: Session, _ lights: Lights, through ear: Ear, tell: @Sendable (Step) -> Void
    ) async throws -> LatencyResult {
        let microphone = try await VirtualMicrophone.start()
        let result: Result<LatencyResult, any Error>
        do {
            let found = try await hearing(microphone.device, session, ear) {
                try await self.playAll(.microphone, lights, patience: Self.patience, tell) { recording in
                    await microphone.hear(recording.samples)
                }
            }
            result = .success(found)
        } catch let error as ALSAError {
            result = .failure(
                BenchError("cannot listen to the private PulseAudio: \(error)", hint: VirtualMicrophone.hint))
        } catch {
            result = .failure(error)
        }
        await microphone.stop()
        return try result.get()
    }

    /// Plays all commands as recordings at the pace of speech; as ``measureMicrophone(_:_:through:tell:)``.
    public func measureReplay(
        _ session: Session, _ lights: Lights, through ear: Ear, tell: @Sendable (Step) -> Void
    ) async throws -> LatencyResult {
        let folder = try BenchFolder()
        round.start()
        // When a recording has been replayed all has been decided.
        return try await playAll(.replay, lights, patience: .zero, tell) { recording in
            try await self.replay(recording.write(into: folder.path), session, ear)
        }
    }

    /// Measures what somebody says into the user's own microphone, taking the program's word for where words end.
    ///
    /// - Throws: `ALSAError` if the microphone cannot be opened or goes away.
    public func measureSpoken(
        into microphone: String, _ session: Session, through ear: Ear, tell: @Sendable (Step) -> Void
    ) async throws -> LatencyResult {
        try await hearing(microphone, session, ear) {
            var result = LatencyResult(source: .spoken)
            if !self.round.isOver { tell(.listening(microphone)) }
            while result.spoken < self.count {
                self.round.begin()
                await self.wait(for: nil) { self.round.isConcluded || self.round.isOver }
                await self.wait(for: Self.pinPatience) { self.round.isSeen }
                if Task.isCancelled || self.round.isOver { break }
                self.conclude(nil, endOfSpeech: nil, &result, tell)
            }
            return result
        }
    }

    /// Runs `body` while the session listens to a microphone from which sound arrives.
    private func hearing(
        _ microphone: String, _ session: Session, _ ear: Ear, body: () async throws -> LatencyResult
    ) async throws -> LatencyResult {
        let round = round
        round.start()
        let listening = Task {
            defer { round.end() }
            try await session.listen(to: microphone, through: ear, startedAt: .now) { round.note($0) }
        }
        await wait(for: nil) { round.isUnderWay }
        let result: LatencyResult
        do {
            result = try await body()
        } catch {
            listening.cancel()
            _ = await listening.result
            throw error
        }
        if round.isOver { try await listening.value }
        listening.cancel()
        _ = await listening.result
        return result
    }

    /// - Parameters:
    ///   - patience: for the decision, when the recording has been played to its end.
    ///   - play: returns when the first sample began, once the last has been played.
    private func playAll(
        _ source: LatencySource, _ lights: Lights, patience: Duration, _ tell: (Step) -> Void,
        play: (LatencyRecording) async throws -> HostTime?
    ) async throws -> LatencyResult {
        var result = LatencyResult(source: source)
        for number in 0..<count where !round.isOver {
            let recording = recordings[number % recordings.count]
            try await prepare(lights, lit: recording.startsLit)
            if Task.isCancelled { break }
            round.begin()
            let start = try await play(recording)
            if start != nil {
                await wait(for: patience) { self.round.isConcluded || self.round.isOver }
                await wait(for: Self.pinPatience) { self.round.isSeen || !self.round.isConcluded }
            }
            guard let start, !Task.isCancelled, !round.isOver else { break }
            let endOfSpeech = start + AudioFormat.duration(ofSamples: recording.endOfSpeech)
            conclude(recording.name, endOfSpeech: endOfSpeech, &result, tell)
        }
        return result
    }

    private func conclude(
        _ file: String?, endOfSpeech: HostTime?, _ result: inout LatencyResult, _ tell: (Step) -> Void
    ) {
        result.spoken += 1
        do throws(LatencyMiss) {
            let times = try round.times(of: file, endOfSpeech: endOfSpeech)
            result.times.append(times)
            tell(.measured(times))
        } catch {
            tell(.missed(file: file, reason: error.description))
        }
        tell(.progress(result.spoken))
    }

    /// Has every light shine, or none, whatever the command before has left.
    private func prepare(_ lights: Lights, lit: Bool) async throws {
        // Full brightness also where the light then goes out: it is dimmed by switching otherwise, which takes time to see.
        for action: Command.Action in lit ? [.level(100)] : [.level(100), .off] {
            for report in await lights.carryOut(Command(.all, action)) {
                guard case .failed(let reason, let hint) = report.outcome, !Task.isCancelled else { continue }
                throw BenchError("cannot prepare the lights: \(reason)", hint: hint)
            }
            let problems = await witness.disagreements(with: lights.picture, within: .seconds(5))
            guard problems.isEmpty || Task.isCancelled else {
                throw BenchError("cannot prepare the lights: \(problems.joined(separator: "; "))")
            }
        }
    }

    /// Waits until a fact holds, the time is over, or the task is cancelled.
    private func wait(for limit: Duration?, until isFact: () -> Bool) async {
        let deadline = limit.map { ContinuousClock.now + $0 }
        while !isFact(), !Task.isCancelled, deadline.map({ ContinuousClock.now < $0 }) ?? true {
            try? await Task.sleep(for: Self.step)
        }
    }
}
