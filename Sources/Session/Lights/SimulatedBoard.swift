import Foundation
import Subprocess
import SystemPackage

/// An Uno in memory: the program `voiceled-board`, started for this session and ended with it.
///
/// It gets a process group of its own, so that Ctrl-C in the terminal reaches only us and the lights can be told
/// first. It ends when its standard input does, hence also when this process is killed.
public final class SimulatedBoard: Sendable {
    /// The pseudo-terminal to open as serial port.
    public let port: String
    /// The pseudo-terminal where a phone would be.
    public let bluetooth: String
    /// Each change of a light, judged by the chip's pins. For one reader.
    public let pins: AsyncStream<PinChange>

    private let process: Task<Void, any Error>
    private let ending: AsyncStream<Never>.Continuation

    private init(
        port: String, bluetooth: String, pins: AsyncStream<PinChange>, process: Task<Void, any Error>,
        ending: AsyncStream<Never>.Continuation
    ) {
        self.ending = ending
        self.port = port
        self.bluetooth = bluetooth
        self.pins = pins
        self.process = process
    }

    deinit { process.cancel() }

    /// Starts the board and waits until its port can be opened.
    ///
    /// - Parameter program: where `voiceled-board` is; beside this program when `nil`.
    /// - Throws: ``SimulatedBoardError`` with what the board said before it ended.
    public static func start(
        sketch: String = "voice_to_led", program: String? = nil
    ) async throws(SimulatedBoardError) -> SimulatedBoard {
        let program = program ?? ProgramFolder.path + "/voiceled-board"
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw SimulatedBoardError("\(program) is not there", hint: "build it with `make build`")
        }

        let (lines, incoming) = AsyncStream.makeStream(of: BoardLine.self)
        let (pins, pinChanges) = AsyncStream.makeStream(of: PinChange.self)
        let (end, ending) = AsyncStream.makeStream(of: Never.self)
        let process = Task {
            defer {
                incoming.finish()
                pinChanges.finish()
            }
            try await run(program: program, sketch: sketch, until: end) { line in
                switch line {
                case .led(let pin): pinChanges.yield(pin)
                case .ready, .diagnostics: incoming.yield(line)
                }
            }
        }
        var diagnostics = ""
        for await line in lines {
            switch line {
            case .ready(let port, let bluetooth):
                return SimulatedBoard(
                    port: port, bluetooth: bluetooth, pins: pins, process: process, ending: ending)
            case .diagnostics(let text): diagnostics = text
            case .led: break
            }
        }
        process.cancel()
        throw SimulatedBoardError(
            diagnostics.isEmpty ? "\(program) ended before it was ready" : diagnostics, hint: nil)
    }

    /// Ends the board and returns once it is gone; what its pins did until then has come through ``pins``.
    public func stop() async {
        ending.finish()
        let late = Task {
            try await Task.sleep(for: .seconds(2))
            process.cancel()
        }
        _ = await process.result
        late.cancel()
    }

    private static func run(
        program: String, sketch: String, until end: AsyncStream<Never>,
        tell: @escaping @Sendable (BoardLine) -> Void
    ) async throws {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        let result = try await Subprocess.run(
            .path(FilePath(program)),
            arguments: ["--json", "--until-stdin-closes", "--sketch", sketch],
            platformOptions: options,
            input: .inputWriter, output: .sequence, error: .string(limit: 65_536)
        ) { execution in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await _ in end {}
                    // It then says what it has not yet said; ending without that would lose the last lights.
                    try? execution.send(signal: .terminate)
                }
                for try await line in execution.standardOutput.strings() {
                    if let line = BoardLine(parsing: line) { tell(line) }
                }
                group.cancelAll()
            }
        }
        let words = result.standardError.trimmingCharacters(in: .whitespacesAndNewlines)
        if !words.isEmpty { tell(.diagnostics(words)) }
    }
}

/// `voiceled-board` could not be started.
public struct SimulatedBoardError: Error, Equatable, CustomStringConvertible {
    public let description: String
    public let hint: String?

    init(_ reason: String, hint: String?) {
        description = "cannot start the simulated board: \(reason)"
        self.hint = hint
    }
}

/// What one line of the board's output says, as far as a session cares.
enum BoardLine: Sendable {
    case ready(port: String, bluetooth: String)
    case led(PinChange)
    /// Not JSON but words, from its standard error.
    case diagnostics(String)

    /// - Returns: `nil` for other events and for what is no JSON.
    init?(parsing line: String) {
        let data = Data(line.utf8)
        let decoder = JSONDecoder()
        switch (try? decoder.decode(Name.self, from: data))?.event {
        case "ready":
            guard let ports = try? decoder.decode(Ports.self, from: data) else { return nil }
            self = .ready(port: ports.port, bluetooth: ports.bluetooth)
        case "led":
            guard let pin = try? decoder.decode(PinChange.self, from: data) else { return nil }
            self = .led(pin)
        default: return nil
        }
    }

    private struct Name: Decodable { let event: String }
    private struct Ports: Decodable {
        let port: String
        let bluetooth: String
    }
}
