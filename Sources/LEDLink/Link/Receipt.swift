public import CommandLanguage

/// One absolute command that the board has acknowledged.
public struct Receipt: Hashable, Sendable {
    public let command: Command
    /// How often it was sent; 1 on a good line.
    public let attempts: Int
    /// From the first byte sent to the acknowledgement.
    public let latency: Duration

    public init(command: Command, attempts: Int, latency: Duration) {
        self.command = command
        self.attempts = attempts
        self.latency = latency
    }

    /// The command as it travelled, such as `LED2 ON`.
    public var wire: String { WireCommand(command).text }
}
