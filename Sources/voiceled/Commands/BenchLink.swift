import ArgumentParser
import Session

struct BenchLink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Measure commands a second and round trips on the simulated board, and judge its pins.",
        discussion: """
            Examples:
              voiceled bench link
              voiceled bench link --commands 10000 --damage 0.01 --lost-answers 0.001
              voiceled bench link --commands 10000 --damage 0.01 --lost-answers 0.001 --reset-every 100
            """)

    @Option(name: .long, help: "Commands to send.")
    var commands = 300

    @Option(name: .long, help: "Chance of each byte to be damaged, 0 to 1. Default: first none, then 0.01.")
    var damage: Double?

    @Option(name: .long, help: "Chance of each answer to be lost, 0 to 1.")
    var lostAnswers = 0.0

    @Option(name: .long, help: ArgumentHelp("Restart the board every so many commands.", valueName: "count"))
    var resetEvery: Int?

    @Option(name: .long, help: "Seed of the damage.")
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard commands > 0, seed > 0 else { throw ValidationError("--commands and --seed are at least 1") }
        guard damage.map({ 0...0.2 ~= $0 }) ?? true, 0...0.5 ~= lostAnswers else {
            throw ValidationError("--damage is 0 to 0.2, --lost-answers 0 to 0.5")
        }
        guard resetEvery.map({ $0 > 0 }) ?? true else { throw ValidationError("--reset-every is at least 1") }
    }

    func run() async throws {
        let output = output
        let runs: [Double] = damage.map { [$0] } ?? [0, 0.01]
        let (commands, lostAnswers, seed, resetEvery) = (commands, lostAnswers, seed, resetEvery)
        let isPerfect: Bool = try await untilInterrupted {
            var isPerfect = true
            for damage in runs {
                let result = try await LinkBench(
                    commands: commands, faults: LineFaults(damage: damage, lostAnswers: lostAnswers, seed: seed),
                    resetEvery: resetEvery
                ).run()
                if output.json {
                    Output.standard.event("link_bench", result)
                } else {
                    Output.standard.line("\(result)")
                }
                isPerfect = isPerfect && result.isPerfect
            }
            return isPerfect
        }
        if !isPerfect { throw ExitStatus.notObeyed }
    }
}
