public import BoardConnection
public import LEDLink
public import SerialPort

/// What was found behind one port.
public struct PortReport: Hashable, Sendable {
    public let port: AvailablePort
    public let finding: Finding

    public enum Finding: Hashable, Sendable {
        case board(BoardDescription)
        case problem(BoardError)
        /// Nothing speaks against it, and nobody has asked it.
        case notAsked
    }
}

extension PortReport.Finding: CustomStringConvertible {
    /// A few words for a list.
    public var description: String {
        switch self {
        case .board(let board):
            "\(board.sketch), protocol \(board.protocolVersion), \(board.inventory)"
        case .notAsked: "not asked"
        case .problem(let error): Self.words(for: error)
        }
    }

    private static func words(for error: BoardError) -> String {
        switch error.kind {
        case .silent: "no answer"
        case .garbage(let excerpt): "\(error.isNoise ? "noise" : "not our sketch"): \"\(excerpt)\""
        case .wrongProtocol(let version):
            "a sketch with protocol \(version), not \(BoardDescription.supportedProtocol)"
        case .port(let port):
            switch port.kind {
            case .inUse(let holder): "in use by \(holder?.description ?? "another user's program")"
            case .denied: "not permitted"
            default: port.description
            }
        default: error.description
        }
    }
}
