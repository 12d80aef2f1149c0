/// A light of the simulated board changed, as its pins show. The board tells it in one line of JSON.
public struct PinChange: Decodable, Sendable, Equatable {
    /// `LED1` to `LED3`, or `LAMP`.
    public let led: String
    public let on: Bool
    /// Brightness in percent.
    public let level: Int
    /// `rrggbb`; only the lamp has one.
    public let color: String?
    /// When the pin changed, in Unix seconds.
    public let at: Double
    /// The same on the simulated chip's own clock, in seconds since its reset.
    public let sim: Double
}
