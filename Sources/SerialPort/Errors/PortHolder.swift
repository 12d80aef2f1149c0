/// A process that has a port open.
public struct PortHolder: Hashable, Sendable {
    /// The program's short name, as `ps` shows it.
    public let name: String
    public let processID: Int32

    public init(name: String, processID: Int32) {
        self.name = name
        self.processID = processID
    }

    /// The daemon that greets every new serial device as if it were a modem, and so disturbs an Arduino for seconds.
    public var isModemManager: Bool { name == Self.modemManager }

    static let modemManager = "ModemManager"
}

extension PortHolder: CustomStringConvertible {
    /// `arduino (pid 4242)`.
    public var description: String { "\(name) (pid \(processID))" }
}
