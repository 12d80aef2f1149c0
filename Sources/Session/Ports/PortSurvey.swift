import BoardConnection
public import SerialPort

/// Finds out what is behind ports.
public enum PortSurvey {
    /// Asks all ports at the same time, which resets the boards behind them, and gives all of them back.
    ///
    /// Takes as long as the slowest: four seconds if one keeps silent, ten if that is a Bluetooth module.
    ///
    /// - Returns: a report on each, in the same order.
    public static func ask(_ ports: [AvailablePort]) async -> [PortReport] {
        await withTaskGroup(of: (Int, PortReport).self) { group in
            for (index, port) in ports.enumerated() {
                group.addTask { (index, await ask(port)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// Looks at the ports from outside, and touches none.
    public static func look(at ports: [AvailablePort]) -> [PortReport] {
        ports.map { port in
            let obstacle = SerialPort.obstacle(at: port.path).map {
                BoardError($0, path: port.path, baud: .firmware)
            }
            return PortReport(port: port, finding: obstacle.map { .problem($0) } ?? .notAsked)
        }
    }

    private static func ask(_ port: AvailablePort) async -> PortReport {
        do throws(BoardError) {
            let board = try await BoardConnection.open(usually: port.path, nil)
            board.close()
            return PortReport(port: port, finding: .board(board.description))
        } catch {
            return PortReport(port: port, finding: .problem(error))
        }
    }
}
