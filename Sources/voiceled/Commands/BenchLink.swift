import ArgumentParser
import BoardConnection
import SerialPort
import Session

struct BenchLink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Measure commands a second and round trips on the simulated board, and judge its pins.",
        discussion: """
            Examples:
              voiceled bench link
              voiceled bench link --baud 9600,19200,38400,57600,115200
              voiceled bench link --commands 10000 --damage 0.01 --lost-answers 0.001
              voiceled bench link --commands 10000 --damage 0.01 --reset-every 100

            Other speeds than the sketch's own need sketches built for them:
            Scripts/build-firmware --bauds.

            With --json each line has baud, noise, commands, lost, doubled, wrong, retries,
            p50_ms, p99_ms, and wire_ms, the time that the bytes of a command and its
            answer take. Ctrl-C ends it with what it has.
            """)

    @Option(name: .long, help: "Commands to send in each run.")
    var commands = 300

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Speeds of the line, with commas between: 9600 to 115200. Default: the sketch's.", valueName: "list"))
    var baud: String?

    @Option(name: .long, help: "Chance of each byte to be damaged, 0 to 0.2. Default: first none, then 0.01.")
    var damage: Double?

    @Option(name: .long, help: "Chance of each answer to be lost, 0 to 0.5.")
    var lostAnswers = 0.0

    @Option(name: .long, help: ArgumentHelp("Restart the board during every Nth command.", valueName: "n"))
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
        _ = try speeds()
    }

    private func speeds() throws -> [BaudRate] {
        guard let baud else { return [.firmware] }
        return try baud.split(separator: ",").map { word in
            guard let speed = Int(word).flatMap({ BaudRate(rawValue: $0) }) else {
                let known = BaudRate.allCases.map { "\($0.rawValue)" }.joined(separator: ",")
                throw ValidationError("--baud \(word): this speed is not known; choose from \(known)")
            }
            return speed
        }
    }

    func run() async throws {
        let output = output
        let damages: [Double] = damage.map { [$0] } ?? [0, 0.01]
        let runs: [(BaudRate, Double)] = try speeds().flatMap { speed in damages.map { (speed, $0) } }
        let (commands, lostAnswers, seed, resetEvery) = (commands, lostAnswers, seed, resetEvery)
        let isPerfect: Bool = try await untilInterrupted {
            var isPerfect = true
            for (speed, damage) in runs where !Task.isCancelled {
                let progress = CountLine(of: commands, what: "commands at \(speed)")
                let result = try await LinkBench(
                    commands: commands, baud: speed,
                    faults: LineFaults(damage: damage, lostAnswers: lostAnswers, seed: seed), resetEvery: resetEvery
                ).run { progress.show($0) }
                progress.clear()
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
