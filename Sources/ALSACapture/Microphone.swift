/// A capture device that can be named on the command line.
public struct Microphone: Equatable, Sendable {
    /// ALSA's name, which stays the same when devices are plugged in another order.
    public let name: String

    /// What it is, in one line.
    public let summary: String

    /// All capture devices that ALSA knows of; empty when there are none.
    public static func all() -> [Microphone] { [] }
}
