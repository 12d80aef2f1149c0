import ArgumentParser
import Session

struct BenchIsolation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "isolation",
        abstract: "Compare a thread and a process as the recogniser's home: what each costs, what each survives.",
        discussion: """
            Nothing is made up: the thread's program really exits, aborts and is stopped,
            and so is the recogniser's process. 20 rounds take about three minutes.

            Examples:
              voiceled bench isolation
              voiceled bench isolation --rounds 100 --chart isolation.svg

            With --json each line has what, unit, thread and process; null was not measured.
            Ctrl-C ends it with what it has.
            """)

    @Option(name: .long, help: "How often everything is started; faults happen a quarter as often.")
    var rounds = 20

    @Option(
        name: .long, help: ArgumentHelp("Also draw the figures into this file: .svg or .png.", valueName: "file"))
    var chart: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds is at least 1") }
    }

    func run() async throws {
        let output = output
        let picture = try chart.map { try ResultFile($0, kinds: ["svg", "png"], option: "--chart") }
        let bench = try IsolationBench(rounds: rounds)
        try await untilInterrupted {
            let report = try await bench.run { StatusLine.show($0) }
            StatusLine.clear()
            if output.json {
                for row in report.rows { Output.standard.event("isolation", row) }
            } else {
                Output.standard.line(report.table)
            }
            try await picture?.write(IsolationChart(report).picture())
        }
    }
}
