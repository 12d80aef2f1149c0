import BoardConnection
import CommandLanguage
import LEDLink
import SerialPort

/// Commands one after the other to the simulated board, whose pins are the judge.
///
/// Each command switches one LED over, so that each must show as one edge on one pin. Brightness would not do: the pin's
/// duty is measured over a window, and passes through values that nobody asked for.
public struct LinkBench: Sendable {
    private let commands: Int
    private let faults: LineFaults
    private let resetEvery: Int?

    public init(commands: Int, faults: LineFaults, resetEvery: Int? = nil) {
        self.commands = commands
        self.faults = faults
        self.resetEvery = resetEvery
    }

    /// - Throws: ``SimulatedBoardError``, `SerialError` or `BoardError` when there is nothing to measure.
    public func run() async throws -> LinkBenchResult {
        let simulation = try await SimulatedBoard.start()
        let clock = ContinuousClock()
        let line = try NoisyLine(to: simulation.port, faults: faults)
        let connection = try await BoardConnection.open(path: line.path)
        let judge = PinJudge()
        let watch = Task { for await pin in simulation.pins { judge.see(pin) } }
        let start = clock.now
        var latencies: [Double] = []
        var bytes = 0
        var (lost, retries, resets) = (0, 0, 0)
        for number in 0..<commands {
            let light = 1 + number % 3
            let isOn = (number / 3).isMultiple(of: 2)
            judge.expect("LED\(light)", level: isOn ? 100 : 0)
            if let resetEvery, (number + 1).isMultiple(of: resetEvery) {
                judge.expectReset()
                line.resetBoard()
                resets += 1
            }
            do {
                for receipt in try await connection.carryOut(Command(.led(light), isOn ? .on : .off)) {
                    latencies.append(receipt.latency.milliseconds)
                    retries += receipt.attempts - 1
                    // Number, marks, checksums and line ends of both lines.
                    bytes += receipt.wire.utf8.count + 9 + 11
                }
            } catch { lost += 1 }
            if await !judge.settles() { lost += 1 }
        }
        let seconds = (clock.now - start).milliseconds / 1000
        connection.close()
        line.stop()
        await simulation.stop()
        await watch.value
        latencies.sort()
        let count = max(latencies.count, 1)
        func percentile(_ share: Double) -> Double {
            latencies.isEmpty ? 0 : latencies[min(count - 1, Int(Double(count) * share))].rounded(toDecimals: 2)
        }
        return LinkBenchResult(
            baud: BaudRate.firmware.rawValue, noise: faults.damage, commands: commands, lost: lost,
            doubled: judge.doubled, wrong: judge.wrong, retries: retries, resets: resets, p50: percentile(0.5),
            p99: percentile(0.99),
            wire: (Double(bytes) * 10_000 / Double(count * BaudRate.firmware.rawValue)).rounded(toDecimals: 2),
            perSecond: (Double(commands) / seconds).rounded(toDecimals: 1))
    }
}
