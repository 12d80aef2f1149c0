/// What happens between a port that goes and the same port that comes back.
public struct AbsencePolicy: Hashable, Sendable {
    /// How long a command waits for the port.
    public var patience: Duration
    /// The first wait between two attempts to open the port; each is twice the one before.
    public var firstPause: Duration
    /// The longest wait between two attempts.
    public var longestPause: Duration

    public init(
        patience: Duration = .seconds(10), firstPause: Duration = .milliseconds(20),
        longestPause: Duration = .milliseconds(250)
    ) {
        self.patience = patience
        self.firstPause = firstPause
        self.longestPause = longestPause
    }
}
