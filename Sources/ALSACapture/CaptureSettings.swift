/// What is wanted of a microphone.
public struct CaptureSettings: Equatable, Sendable {
    /// An ALSA name such as `default`, `pulse` or `hw:CARD=USB`.
    public var device: String

    /// How often sound is handed over; a device may round it.
    public var period: Duration = .milliseconds(10)

    /// How much the device keeps while nobody reads; more survives a busier computer.
    public var buffer: Duration = .milliseconds(200)

    /// A device that delivers nothing for this long is given up.
    ///
    /// The monitor of a PulseAudio null sink takes two seconds to begin.
    public var patience: Duration = .seconds(5)

    /// Ask for real-time scheduling of the capture thread.
    public var isRealtime = true

    public init(device: String = "default") {
        self.device = device
    }
}
