import Session

/// Tells what `bench accuracy` finds, to a person or to a program. Any thread may call it.
struct AccuracyReporter: Sendable {
    private let json: Bool
    private let progress = ProgressLine()
    private let problems = ProblemLines()

    init(json: Bool) { self.json = json }

    func tellLeftOut(of bench: AccuracyBench) {
        guard bench.leftOutCount > 0 else { return }
        for problem in bench.leftOut.prefix(Self.mostLabels) { Diagnostics.plain("\(problem)", hint: nil) }
        let more = bench.leftOut.count - Self.mostLabels
        if more > 0 { Diagnostics.plain("and \(more) more labels like these", hint: nil) }
        let count = bench.leftOutCount.of("recording")
        let reason = "the grammar cannot mean what is said in"
        Diagnostics.line(
            bench.leftOutCount == 1
                ? "\(count) is left out: \(reason) it" : "\(count) are left out: \(reason) them")
    }

    private static let mostLabels = 10

    func tell(_ step: AccuracyBench.Step) {
        switch step {
        case .progress(let it): progress.show(it)
        case .accuracy(let score):
            progress.clear()
            if json {
                Output.standard.event("accuracy", score)
            } else {
                Output.standard.line(AccuracyTable(.standard).describe(score) + "\n")
            }
        case .falseAccepts(let accepts):
            progress.clear()
            if json {
                Output.standard.event("false_accepts", accepts)
            } else {
                Output.standard.line(AccuracyTable(.standard).describe(accepts) + "\n")
            }
        case .problem(let problem):
            progress.clear()
            problems.show(problem)
        }
    }

    func tell(_ result: AccuracyResult, jobs: Int) {
        progress.clear()
        problems.conclude()
        if !result.isComplete {
            Diagnostics.line(
                "interrupted after \(result.clips) of \(result.totalClips) recordings; the figures are theirs")
        }
        let cost = AccuracyTable(.standard).describe(result, jobs: jobs)
        tellAside(cost)
    }

    /// To be told below figures of the fallback, which look better and worse than they are.
    func tellUnsure() {
        tellAside(
            "the fallback does not say how sure it is: nothing was refused for being improbable, whatever --caution")
    }

    private func tellAside(_ words: String) {
        if json { Diagnostics.line(words) } else { Output.standard.line(words) }
    }
}
