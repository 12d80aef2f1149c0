import Glibc
import Recognition
import Supervision
import Testing
import Wyoming

@Suite("FallbackRecognizer")
struct FallbackRecognizerTests {
    /// Waits for the first event that `isWanted` takes.
    private func event(
        of fallback: FallbackRecognizer, where isWanted: (FallbackEvent) -> Bool
    ) async -> FallbackEvent? {
        for await event in fallback.events where isWanted(event) { return event }
        return nil
    }

    private func samples(_ answer: FallbackAnswer) -> Int? { answer.numbers?.samples }

    @Test("gives every utterance to a worker, whole")
    func answers() async {
        let fallback = FaultyWorker.fallback()
        await fallback.start()
        for count in [0, 1, 16_000, 16_001, 480_000] {
            #expect(samples(await fallback.answer(to: FaultyWorker.sound(count))) == count)
        }
        await fallback.stop()
    }

    @Test(
        "plays an utterance again to the next worker when one dies over it",
        arguments: ["abort:2", "exit:2", "kill:2", "garble:2", "truncate:2", "refuse:2", "die-later:1"])
    func dies(fault: String) async {
        let fallback = FaultyWorker.fallback(fault)
        await fallback.start()
        for count in 1...8 {
            #expect(samples(await fallback.answer(to: FaultyWorker.sound(count))) == count, "\(fault)")
        }
        await fallback.stop()
    }

    @Test(
        "kills a worker that hangs or is stopped, after its deadline, and asks the next",
        arguments: ["hang:2", "stop:2"])
    func hangs(fault: String) async {
        let fallback = FaultyWorker.fallback(fault, limits: FaultyWorker.limits(work: .milliseconds(500)))
        await fallback.start()
        for count in 1...4 {
            #expect(samples(await fallback.answer(to: FaultyWorker.sound(count))) == count)
        }
        let hung = await event(of: fallback) { if case .hung = $0 { true } else { false } }
        #expect(hung == .hung(reason: "it had no answer within 0.5 seconds"))
        await fallback.stop()
    }

    @Test("notices the death of a worker without work, and has another")
    func killedWhileIdle() async throws {
        let fallback = FaultyWorker.fallback(reserve: 0)
        await fallback.start()
        let first = try #require(await fallback.answer(to: FaultyWorker.sound(1)).numbers).process
        kill(first, SIGKILL)
        let died = await event(of: fallback) { if case .died = $0 { true } else { false } }
        #expect(died == .died(reason: "it was ended by signal 9"))
        let second = try #require(await fallback.answer(to: FaultyWorker.sound(2)).numbers).process
        #expect(first != second)
        #expect(kill(first, 0) != 0)
        await fallback.stop()
        #expect(kill(second, 0) != 0)
    }

    @Test("replaces a worker that has grown, and loses nothing by it")
    func grows() async throws {
        var limits = FaultyWorker.limits()
        limits.memory = 100 << 20
        let fallback = FaultyWorker.fallback("grow:1", limits: limits, reserve: 0)
        await fallback.start()
        var processes: Set<Int32> = []
        for count in 1...6 {
            let numbers = try #require(await fallback.answer(to: FaultyWorker.sound(count)).numbers)
            #expect(numbers.samples == count)
            processes.insert(numbers.process)
        }
        #expect(processes.count == 3)
        let recycled = await event(of: fallback) { if case .recycled = $0 { true } else { false } }
        guard case .recycled(let memory) = recycled else { return }
        #expect(memory > 100 << 20)
        await fallback.stop()
    }

    @Test("does not let one utterance cost more than three workers")
    func poison() async {
        let fallback = FaultyWorker.fallback("abort:1")
        await fallback.start()
        let answer = await fallback.answer(to: FaultyWorker.sound(1))
        #expect(
            answer.failure
                == "3 workers in a row could not decide on it; the last: it was ended by signal 6")
        await fallback.stop()
    }

    @Test("gives up workers that die before they have done anything, and says so with their last words")
    func givesUp() async {
        let fallback = FaultyWorker.fallback("crash")
        await fallback.start()
        let answer = await fallback.answer(to: FaultyWorker.sound(1))
        #expect(answer.failure?.hasPrefix("there is no fallback: it ended 5 times within") == true)
        let died = await event(of: fallback) { if case .died = $0 { true } else { false } }
        #expect(died == .died(reason: "it ended with 3 (no luck today)"))
        let end = await event(of: fallback) { if case .gaveUp = $0 { true } else { false } }
        #expect(end != nil)
        await fallback.stop()
    }

    @Test("gives up at once when the program is not there")
    func missing() async {
        let fallback = FallbackRecognizer(WorkerProgram(path: "/nowhere/recogniser", arguments: []))
        await fallback.start()
        let answer = await fallback.answer(to: FaultyWorker.sound(1))
        #expect(answer.failure?.hasPrefix("there is no fallback: its program cannot be run") == true)
        #expect(answer.failure?.contains("/nowhere/recogniser") == true)
        await fallback.stop()
    }

    @Test(
        "answers with another program from then on, however its workers are occupied, and calls no death by that name")
    func anotherProgram() async throws {
        let fallback = FaultyWorker.fallback("say=old", reserve: 1)
        // Neither of them is ready yet.
        await fallback.start()
        await fallback.use(FaultyWorker.program(["say=new"]))
        #expect(await fallback.answer(to: FaultyWorker.sound(1)) == .heard(Transcript(text: "new")))
        await fallback.use(FaultyWorker.program(["say=newer"]))
        for count in 1...3 {
            #expect(await fallback.answer(to: FaultyWorker.sound(count)) == .heard(Transcript(text: "newer")))
        }
        await fallback.stop()
        var told: [FallbackEvent] = []
        for await event in fallback.events { told.append(event) }
        #expect(told == [.ready])
    }

    @Test("kills a worker that is never ready")
    func neverReady() async {
        var limits = FaultyWorker.limits()
        limits.start = .milliseconds(200)
        var rule = RestartRule()
        rule.mostDeaths = 2
        let fallback = FaultyWorker.fallback("never-ready", limits: limits, rule: rule)
        await fallback.start()
        let hung = await event(of: fallback) { if case .hung = $0 { true } else { false } }
        #expect(hung == .hung(reason: "it was not ready within 0.2 seconds"))
        await fallback.stop()
    }

    @Test("asks an idle worker for a sign of life, and replaces one that gives none")
    func deaf() async {
        var limits = FaultyWorker.limits()
        limits.idle = .milliseconds(100)
        limits.ping = .milliseconds(300)
        let fallback = FaultyWorker.fallback("deaf", limits: limits)
        await fallback.start()
        let hung = await event(of: fallback) { if case .hung = $0 { true } else { false } }
        #expect(hung == .hung(reason: "it gave no sign of life within 0.3 seconds"))
        await fallback.stop()
    }

    @Test("does not wait longer than the budget for a second opinion, and loses the worker for nothing by it")
    func budget() async {
        let fallback = FaultyWorker.fallback("hang:2", limits: FaultyWorker.limits(work: .seconds(1)), reserve: 0)
        await fallback.start()
        #expect(samples(await fallback.answer(to: FaultyWorker.sound(1))) == 1)
        #expect(await fallback.answer(to: FaultyWorker.sound(2), with: nil, within: .milliseconds(50)) == nil)
        #expect(samples(await fallback.answer(to: FaultyWorker.sound(3))) == 3)
        await fallback.stop()
    }

    @Test("keeps no question waiting when it is stopped")
    func stopped() async {
        let fallback = FaultyWorker.fallback("never-ready")
        await fallback.start()
        async let answer = fallback.answer(to: FaultyWorker.sound(1))
        await fallback.stop()
        #expect(await answer.failure == "there is no fallback: it was stopped")
    }

    @Test("answers questions that come at the same time, each once")
    func sideBySide() async {
        let fallback = FaultyWorker.fallback("kill:3")
        await fallback.start()
        let counts = await withTaskGroup(of: Int?.self) { group in
            for count in 1...20 {
                group.addTask { await fallback.answer(to: FaultyWorker.sound(count)).numbers?.samples }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.compactMap(\.self).sorted() == Array(1...20))
        await fallback.stop()
    }
}
