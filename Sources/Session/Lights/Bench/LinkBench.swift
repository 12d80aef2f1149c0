public import BoardConnection
import CommandLanguage
import Foundation
import LEDLink
public import SerialPort

/// Commands one after the other to the simulated board, whose pins are the judge.
///
/// Each command switches one LED over, so that each must show as one edge on one pin. Brightness would not do: the pin's
/// duty is measured over a window, and passes through values that nobody asked for.
public struct LinkBench: Sendable {
    private let commands: Int
    private let baud: BaudRate
    private let faults: LineFaults
    private let resetEvery: Int?

    /// - Parameters:
    ///   - baud: speed of the line; any but the firmware's needs a sketch that was built for it.
    ///   - resetEvery: presses the reset button under each so-manieth command.
    public init(commands: Int, baud: BaudRate = .firmware, faults: LineFaults, resetEvery: Int? = nil) {
        self.commands = commands
        self.baud = baud
        self.faults = faults
        self.resetEvery = resetEvery
    }

    /// Measures until all commands are sent or the task is cancelled; what was found up to then counts.
    ///
    /// - Parameter progress: hears after each command how many are done.
    /// - Throws: ``SimulatedBoardError``, `SerialError` or `BoardError` when there is nothing to measure.
    public func run(progress: (Int) -> Void = { _ in }) async throws -> LinkBenchResult {
        let simulation = try await SimulatedBoard.start(sketch: try sketch())
        let clock = ContinuousClock()
        let line = try NoisyLine(to: simulation.port, baud: baud, faults: faults)
        let connection = try await BoardConnection.open(path: line.path, baud: baud)
        let judge = PinJudge()
        let watch = Task { for await pin in simulation.pins { judge.see(pin) } }
        var result = LinkBenchResult(baud: baud.rawValue, noise: faults.damage, lostAnswers: faults.lostAnswers)
        var latencies: [Double] = []
        var bytes = 0.0
        let start = clock.now
        for number in 0..<commands {
            let light = 1 + number % 3
            let isOn = (number / 3).isMultiple(of: 2)
            judge.expect("LED\(light)", level: isOn ? 100 : 0)
            if let resetEvery, (number + 1).isMultiple(of: resetEvery) {
                judge.expectReset()
                line.resetBoard()
                result.resets += 1
            }
            do {
                for receipt in try await connection.carryOut(Command(.led(light), isOn ? .on : .off)) {
                    latencies.append(receipt.latency.milliseconds)
                    result.retries += receipt.attempts - 1
                    bytes += Self.bytesOnTheWire(receipt, connection.description)
                }
            } catch {
                result.failed += 1
                result.failure = result.failure ?? "command \(number + 1): \(error)"
            }
            var isSeen = await judge.settles()
            if judge.isResetting { isSeen = await endReset(connection, judge) && isSeen }
            if Task.isCancelled { break }
            if !isSeen { result.lost += 1 }
            result.commands += 1
            progress(result.commands)
        }
        result.seconds = (clock.now - start).milliseconds / 1000
        connection.close()
        line.stop()
        await simulation.stop()
        await watch.value
        result.doubled = judge.doubled
        result.wrong = judge.wrong
        result.surprises = judge.surprises
        result.take(latencies, wire: bytes * 10_000 / Double(max(latencies.count, 1) * baud.rawValue))
        return result
    }

    /// - Returns: whether the lamp, which is lit for nothing else, went on and off again.
    private func endReset(_ connection: BoardConnection, _ judge: PinJudge) async -> Bool {
        for (action, level) in [(Command.Action.on, 100), (.off, 0)] {
            judge.expectEndOfReset("LAMP", level: level, isLast: level == 0)
            guard (try? await connection.carryOut(Command(.lamp, action))) != nil, await judge.settles() else {
                return false
            }
        }
        return true
    }

    /// `#17 LED2 ON*82B2` and its newline, `#17 OK*d2` and its two; nine numbers in ten have two digits.
    private static func bytesOnTheWire(_ receipt: Receipt, _ board: BoardDescription) -> Double {
        Double(receipt.wire.utf8.count) + (board.takesSecondChecksum ? 9.9 : 7.9) + 10.9
    }

    private func sketch() throws -> String {
        guard baud != .firmware else { return "voice_to_led" }
        let file = "voice_to_led-\(baud.rawValue).elf"
        let folders =
            ProcessInfo.processInfo.environment["VOICELED_FIRMWARE"].map { [$0] }
            ?? SketchImage.foldersAbove.map { $0 + "/firmware" }
        guard
            let path = folders.map({ "\($0)/\(file)" }).first(where: FileManager.default.isReadableFile(atPath:))
        else {
            throw SimulatedBoardError(
                "the sketch \(file) has not been built", hint: "build it with: Scripts/build-firmware --bauds")
        }
        return path
    }
}
