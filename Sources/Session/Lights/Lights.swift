import BoardConnection
public import CommandLanguage
public import LEDLink
public import SerialPort

/// The lights of one session: a board on its port, or the picture of one when nothing shall be sent.
public actor Lights {
    private enum Board {
        case connected(BoardConnection, simulation: SimulatedBoard?)
        /// Commands only change the picture, so that "toggle" and "brighter" still mean something.
        case imagined(BoardPicture)
    }

    private var board: Board
    /// What the user should know about how the board was chosen.
    public nonisolated let notes: [String]

    /// Opens the board that was chosen, and waits until it answers.
    ///
    /// - Parameter baud: speed of its port; `nil` is that of a Bluetooth module on `/dev/rfcomm`, else that of USB.
    /// - Throws: `BoardError`, ``SimulatedBoardError`` or ``NoBoardError``.
    public static func open(_ choice: PortChoice, baud: BaudRate? = nil) async throws -> Lights {
        switch choice {
        case .none: return Lights(.imagined(.voiceToLED))
        case .path(let path): return try await open(path, baud)
        case .automatic:
            let found = try await BoardSearch(baud: baud).run()
            return Lights(.connected(found.board, simulation: nil), notes: found.notes)
        case .simulated:
            let simulation = try await SimulatedBoard.start()
            do {
                return Lights(.connected(try await .open(path: simulation.port), simulation: simulation))
            } catch {
                await simulation.stop()
                throw error
            }
        }
    }

    private static func open(_ path: String, _ baud: BaudRate?) async throws -> Lights {
        Lights(.connected(try await .open(usually: path, baud), simulation: nil))
    }

    private init(_ board: Board, notes: [String] = []) {
        self.board = board
        self.notes = notes
    }

    /// What the lights do, as far as is known.
    public var picture: BoardPicture {
        switch board {
        case .connected(let connection, _): connection.picture
        case .imagined(let picture): picture
        }
    }

    /// The board in words, for the user.
    public var name: String {
        switch board {
        case .connected(let connection, let simulation):
            "\(connection.description.sketch) on \(simulation == nil ? connection.path : "the simulated board")"
        case .imagined: "no board"
        }
    }

    /// Refuses the decision when one of its commands is beyond this board, with words that say what is not.
    func check(_ decision: Decision) -> Decision {
        do {
            for command in decision.commands { _ = try picture.resolve(command) }
            return decision
        } catch {
            return decision.refused(because: error.description)
        }
    }

    /// Carries out one command, which may take several on the wire.
    ///
    /// - Returns: one report for each that was sent or should have been; never empty.
    func carryOut(_ command: Command) async -> [BoardReport] {
        switch board {
        case .connected(let connection, _): return await Self.carryOut(command, on: connection)
        case .imagined(var picture):
            let absolute = (try? picture.resolve(command)) ?? [command]
            for command in absolute { picture.apply(command, by: .usb) }
            board = .imagined(picture)
            return absolute.map {
                BoardReport(command: $0.wireText, outcome: .notSent, latency: .zero, attempts: 0)
            }
        }
    }

    private static func carryOut(_ command: Command, on connection: BoardConnection) async -> [BoardReport] {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            return try await connection.carryOut(command).map {
                BoardReport(command: $0.wire, outcome: .done, latency: $0.latency, attempts: $0.attempts)
            }
        } catch {
            return [
                BoardReport(
                    command: command.wireText, outcome: .failed(error.description, hint: error.hint),
                    latency: clock.now - start, attempts: error.attempts)
            ]
        }
    }

    /// What others do to the lights, and what the simulated pins show, until ``close()``.
    ///
    /// Runs until the board is closed or the task cancelled; call it once.
    public func watch(_ report: @escaping @Sendable (SessionEvent) -> Void) async {
        guard case .connected(let connection, let simulation) = board else { return }
        await withTaskGroup { group in
            group.addTask {
                for await event in connection.events {
                    report(SessionEvent(event))
                }
            }
            if let simulation {
                group.addTask {
                    for await pin in simulation.pins { report(.led(pin)) }
                }
            }
        }
    }

    /// Gives the port back, and ends the simulated board.
    public func close() async {
        guard case .connected(let connection, let simulation) = board else { return }
        connection.close()
        await simulation?.stop()
    }
}

extension BoardPicture {
    /// The board that is meant when none is connected: our own sketch, everything dark.
    static let voiceToLED: BoardPicture = {
        let abilities: [LEDName: Abilities] = [
            .led(1): .level, .led(2): .level, .led(3): .level, .lamp: [.level, .color],
        ]
        let board = BoardDescription(sketch: "voice_to_led", abilities: abilities)
        let states = Dictionary(
            uniqueKeysWithValues: abilities.map { name, abilities in
                (name, LEDState(isOn: false, color: abilities.contains(.color) ? .white : nil))
            })
        // Both tables have the same names, so a picture of them exists.
        return BoardPicture(of: board, states: states)!
    }()
}

extension RGB {
    fileprivate static let white = RGB(red: 255, green: 255, blue: 255)
}

extension Command {
    /// The command as it travels, such as `LED2 ON`.
    public var wireText: String { WireCommand(self).text }
}
