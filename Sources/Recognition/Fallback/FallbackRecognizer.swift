internal import Audio
public import Supervision
internal import Wyoming

/// The recogniser in other processes, which may die.
///
/// A ready worker is kept at hand, and another in reserve. An utterance whose worker dies or hangs goes to the next
/// one, up to ``mostTries`` times, and is answered exactly once.
public actor FallbackRecognizer {
    /// What happens to the workers. For one reader; finishes after ``stop()``.
    public nonisolated let events: AsyncStream<FallbackEvent>

    /// Workers that an utterance may cost.
    public static let mostTries = 3

    private let report: AsyncStream<FallbackEvent>.Continuation
    private var makeChannel: @Sendable () -> any WorkerChannel
    private let limits: WorkerLimits
    private let reserve: Int
    private var rule: RestartRule

    private var idle: [Worker] = []
    private var busy: [Worker] = []
    private var starting: [Worker] = []
    private var delayed = 0
    /// Counts the programs that have been in use; a worker of an earlier one is not asked any more.
    private var generation = 0
    private var waiters: [CheckedContinuation<Worker?, Never>] = []
    private var lostAt: ContinuousClock.Instant?
    private var hasBeenReady = false
    private var end: String?
    private var idleWatch: Task<Void, Never>?

    /// - Parameters:
    ///   - program: what to start.
    ///   - reserve: ready workers beside the one in use.
    public init(
        _ program: WorkerProgram, limits: WorkerLimits = WorkerLimits(), rule: RestartRule = RestartRule(),
        reserve: Int = 1
    ) {
        self.init(limits: limits, rule: rule, reserve: reserve) { ProcessChannel(program) }
    }

    /// - Parameter address: of a server, to which one connection is kept open as long as it likes.
    public init(
        _ address: WorkerAddress, limits: WorkerLimits = .forOthers, rule: RestartRule = .forServers
    ) {
        self.init(limits: limits, rule: rule, reserve: 0) { SocketChannel(address) }
    }

    init(
        limits: WorkerLimits, rule: RestartRule, reserve: Int, makeChannel: @escaping @Sendable () -> any WorkerChannel
    ) {
        (events, report) = AsyncStream.makeStream(of: FallbackEvent.self)
        self.makeChannel = makeChannel
        self.limits = limits
        self.rule = rule
        self.reserve = reserve
    }

    /// Starts the workers; returns at once.
    public func start() {
        fill()
        guard idleWatch == nil else { return }
        let pause = limits.idle / 2
        idleWatch = Task { [weak self] in
            while (try? await Task.sleep(for: pause)) != nil { await self?.checkIdle() }
        }
    }

    /// Ends the workers; what is being asked is answered with a failure.
    public func stop() async {
        idleWatch?.cancel()
        let workers = idle + busy + starting
        finish("it was stopped")
        for worker in workers {
            worker.channel.end()
            _ = await worker.channel.reason()
        }
        report.finish()
    }

    /// Has everything that is asked from now on answered by workers of another program.
    ///
    /// The utterances that are being decided on are decided by the old ones.
    public func use(_ program: WorkerProgram) {
        makeChannel = { ProcessChannel(program) }
        generation += 1
        for worker in idle { worker.channel.end() }
        idle = []
        fill()
    }

    /// Why there is no fallback any more; `nil` while there is one.
    public var endReason: String? { end }

    /// Whether a worker could listen at once.
    public var isReady: Bool { !idle.isEmpty }

    /// What a worker makes of an utterance. Waits for one if need be.
    ///
    /// - Parameters:
    ///   - samples: 16 kHz mono.
    ///   - engine: the worker's model, for example `grammar` or `dictation`; its own choice when `nil`.
    public func answer(to samples: [Int16], with engine: String? = nil) async -> FallbackAnswer {
        var reasons: [String] = []
        while reasons.count < Self.mostTries {
            guard let worker = await takeWorker(isSecondTry: !reasons.isEmpty) else {
                return .failed("there is no fallback: \(end ?? "")")
            }
            do {
                let transcript = try await worker.transcribe(samples, with: engine)
                rule.worked()
                await giveBack(worker)
                return .heard(transcript)
            } catch {
                reasons.append(error.reason)
                await lost(worker, error)
            }
        }
        return .failed("\(Self.mostTries) workers in a row could not decide on it; the last: \(reasons.last ?? "")")
    }

    /// The same, but not for longer than `budget`, and only from a worker that is ready.
    ///
    /// - Returns: `nil` if there was none in time; an answer that comes later is thrown away.
    public nonisolated func answer(
        to samples: [Int16], with engine: String?, within budget: Duration
    ) async -> FallbackAnswer? {
        guard await isReady else { return nil }
        let (answers, continuation) = AsyncStream.makeStream(of: FallbackAnswer?.self)
        Task { continuation.yield(await answer(to: samples, with: engine)) }
        let limit = Task {
            try await Task.sleep(for: budget)
            continuation.yield(nil)
        }
        defer { limit.cancel() }
        for await answer in answers { return answer }
        return nil
    }

    // MARK: Workers

    private func fill() {
        while end == nil, (idle + busy + starting).count(where: isOfUse) + delayed < 1 + reserve { bring(after: .zero) }
    }

    private func isOfUse(_ worker: Worker) -> Bool { worker.generation == generation }

    private func bring(after delay: Duration) {
        delayed += 1
        Task {
            if delay > .zero { try? await Task.sleep(for: delay) }
            delayed -= 1
            guard end == nil else { return }
            let worker = Worker(makeChannel(), limits: limits, generation: generation)
            starting.append(worker)
            do throws(WorkerEnd) {
                try await worker.becomeReady()
                starting.removeAll { $0 === worker }
                welcome(worker)
            } catch {
                await lost(worker, error)
            }
        }
    }

    private func welcome(_ worker: Worker) {
        guard end == nil, isOfUse(worker) else { return worker.channel.end() }
        if let lostAt {
            report.yield(.recovered(after: .now - lostAt))
            self.lostAt = nil
        } else if !hasBeenReady {
            report.yield(.ready)
        }
        hasBeenReady = true
        hand(worker)
        Task {
            let error = await worker.channel.reason()
            await idleDied(worker, error)
        }
    }

    private func hand(_ worker: Worker) {
        if waiters.isEmpty {
            idle.append(worker)
        } else {
            busy.append(worker)
            waiters.removeFirst().resume(returning: worker)
        }
    }

    /// - Parameter isSecondTry: an utterance that has already lost a worker waits before all others.
    private func takeWorker(isSecondTry: Bool) async -> Worker? {
        guard end == nil else { return nil }
        fill()
        if !idle.isEmpty {
            let worker = idle.removeFirst()
            busy.append(worker)
            return worker
        }
        return await withCheckedContinuation { waiters.insert($0, at: isSecondTry ? 0 : waiters.count) }
    }

    private func giveBack(_ worker: Worker) async {
        let excess = await worker.excess
        busy.removeAll { $0 === worker }
        if !isOfUse(worker) {
            worker.channel.end()
            fill()
        } else if let excess {
            report.yield(.recycled(memory: excess))
            worker.channel.end()
            fill()
        } else if end == nil {
            hand(worker)
        } else {
            worker.channel.end()
        }
    }

    /// A worker that dies while it is asked something is noticed there.
    private func idleDied(_ worker: Worker, _ error: WorkerEnd) async {
        guard idle.contains(where: { $0 === worker }) else { return }
        await lost(worker, error)
    }

    private func lost(_ worker: Worker, _ error: WorkerEnd) async {
        idle.removeAll { $0 === worker }
        busy.removeAll { $0 === worker }
        starting.removeAll { $0 === worker }
        worker.channel.end()
        guard end == nil else { return }
        guard isOfUse(worker) else { return fill() }
        let died = ContinuousClock.now
        switch error.kind {
        case .missing: return giveUp(error.reason)
        case .refused: return fill()
        case .closed: return
        case .hung: report.yield(.hung(reason: error.reason))
        case .died: report.yield(.died(reason: error.reason))
        }
        switch rule.died(hasWorked: await worker.hasWorked, at: .now) {
        case .giveUp(let reason): giveUp(reason)
        case .startAgain(let delay):
            if idle.isEmpty {
                lostAt = lostAt ?? died
            } else {
                report.yield(.recovered(after: .now - died))
            }
            bring(after: delay)
        }
    }

    private func giveUp(_ reason: String) {
        guard end == nil else { return }
        report.yield(.gaveUp(reason: reason))
        finish(reason)
    }

    private func finish(_ reason: String) {
        end = end ?? reason
        for worker in idle + busy + starting { worker.channel.end() }
        idle = []
        for waiter in waiters { waiter.resume(returning: nil) }
        waiters = []
    }

    private func checkIdle() async {
        for worker in idle {
            guard let index = idle.firstIndex(where: { $0 === worker }) else { continue }
            // Nobody else may have it meanwhile.
            busy.append(idle.remove(at: index))
            do {
                try await worker.checkIdle()
                await giveBack(worker)
            } catch {
                await lost(worker, error)
            }
        }
    }
}
