import BoardConnection
import SerialPort

/// Looks for the board when nobody has named its port.
struct BoardSearch {
    /// The speed of its port; `nil` is what is usual there.
    let baud: BaudRate?

    /// How long the others may still answer once one has, after `first`: boards that are reset together answer together,
    /// and with all of them known the choice is the same every time.
    private static func grace(after first: Duration) -> Duration { max(.milliseconds(500), first / 2) }

    struct Found {
        let board: BoardConnection
        /// What the user should know about the choice.
        let notes: [String]
    }

    private enum Event {
        case answer(Int, Result<BoardConnection, BoardError>)
        case graceIsOver
    }

    /// Asks all ports at the same time, and takes the first of the list that answers.
    ///
    /// One that is slow or silent costs ``grace(after:)`` at most when another answers.
    ///
    /// - Throws: ``NoBoardError``; `BoardError` when there is but one port.
    func run() async throws -> Found {
        let ports = SerialPortList.all()
        let answers = await ask(ports)
        let boards = answers.sorted { $0.key < $1.key }.compactMap { try? $0.value.get() }
        guard let board = boards.first else { throw Self.failure(ports, answers) }
        for other in boards.dropFirst() { other.close() }
        return Found(board: board, notes: Self.notes(board, others: boards.dropFirst().map(\.path)))
    }

    private func ask(_ ports: [AvailablePort]) async -> [Int: Result<BoardConnection, BoardError>] {
        await withTaskGroup(of: Event.self) { group in
            for (index, port) in ports.enumerated() {
                group.addTask {
                    do throws(BoardError) {
                        return .answer(index, .success(try await .open(usually: port.path, baud)))
                    } catch {
                        return .answer(index, .failure(error))
                    }
                }
            }
            var answers: [Int: Result<BoardConnection, BoardError>] = [:]
            var isGraceRunning = false
            let start = ContinuousClock.now
            // Whoever is cancelled still reports, at once, so that no port stays open unnoticed.
            for await event in group {
                guard case .answer(let index, let answer) = event else {
                    group.cancelAll()
                    continue
                }
                answers[index] = answer
                if answers.count == ports.count {
                    group.cancelAll()
                } else if case .success = answer, !isGraceRunning {
                    isGraceRunning = true
                    let grace = Self.grace(after: ContinuousClock.now - start)
                    group.addTask {
                        try? await Task.sleep(for: grace)
                        return .graceIsOver
                    }
                }
            }
            return answers
        }
    }

    private static func notes(_ board: BoardConnection, others: [String]) -> [String] {
        guard !others.isEmpty else { return [] }
        return [
            "\(others.count + 1) boards answer; taken is \(board.path). To take another: --port "
                + others.joined(separator: " or ")
        ]
    }

    private static func failure(
        _ ports: [AvailablePort], _ answers: [Int: Result<BoardConnection, BoardError>]
    ) -> any Error {
        let reports = ports.enumerated().compactMap { index, port -> PortReport? in
            guard case .failure(let error)? = answers[index] else { return nil }
            return PortReport(port: port, finding: .problem(error))
        }
        if reports.count == 1, case .problem(let error) = reports[0].finding { return error }
        return reports.isEmpty ? NoBoardError.noPort : NoBoardError.noAnswer(reports)
    }

    /// The port of the board that a sketch shall be put on. It is not asked, for it may have no sketch of ours.
    ///
    /// - Throws: ``NoBoardError`` if there is none, or more than one equally likely to be meant.
    static func onlyPort() throws(NoBoardError) -> String {
        // A sketch cannot travel over Bluetooth.
        let ports = SerialPortList.all().filter { $0.likelihood != .bluetooth }
        let arduinos = ports.filter { $0.likelihood == .arduino }
        let candidates = arduinos.isEmpty ? ports : arduinos
        guard let port = candidates.first else { throw .noPort }
        guard candidates.count == 1 else { throw .severalPorts(candidates.map(\.path)) }
        return port.path
    }
}
