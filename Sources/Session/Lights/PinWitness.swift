import CommandLanguage
public import LEDLink
import Synchronization

/// Watches the pins of the simulated board, to say whether they do what the board has acknowledged.
public final class PinWitness: Sendable {
    private let pins = Mutex<[LEDName: PinChange]>([:])

    public init() {}

    /// Takes note of one change. Any thread may call it.
    public func note(_ change: PinChange) {
        guard let name = LEDName(wire: change.led) else { return }
        pins.withLock { $0[name] = change }
    }

    /// What the pins showed last; a light that never changed is missing.
    public var seen: [LEDName: PinChange] { pins.withLock { $0 } }

    /// Waits until the pins agree with `picture`: the chip answers first and measures its light afterwards.
    ///
    /// - Returns: one sentence for each light that still disagrees when `limit` has passed; empty when all agree.
    public func disagreements(with picture: BoardPicture, within limit: Duration) async -> [String] {
        let deadline = ContinuousClock.now + limit
        while true {
            let found = disagreements(with: picture)
            if found.isEmpty || ContinuousClock.now >= deadline || Task.isCancelled { return found }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    private func disagreements(with picture: BoardPicture) -> [String] {
        let seen = seen
        return picture.board.names.compactMap { name in
            guard let state = picture[name] else { return nil }
            let pin = seen[name]
            // A blinking light is lit half of the time; it is enough that it has changed.
            if state.blink > 0 { return pin == nil ? "\(name) does not blink" : nil }
            guard let pin, pin.on else { return state.isOn ? "\(name) is dark" : nil }
            guard state.isOn else { return "\(name) is lit" }
            // The level is measured on the pin over two periods of its PWM.
            if abs(pin.level - state.level) > 4 { return "\(name) is at \(pin.level) %, not \(state.level) %" }
            if let color = state.color, let hex = pin.color,
                RGB(hex: hex)?.isNear(color.dimmed(to: state.level)) != true
            {
                return "\(name) shines \(hex), not \(color.dimmed(to: state.level).hex)"
            }
            return nil
        }
    }
}

extension RGB {
    /// What a lamp of this colour gives at a brightness of `level` percent.
    fileprivate func dimmed(to level: Int) -> RGB {
        func channel(_ value: UInt8) -> UInt8 { UInt8(Int(value) * min(max(level, 0), 100) / 100) }
        return RGB(red: channel(red), green: channel(green), blue: channel(blue))
    }

    /// Equal but for the rounding of a PWM measured in 255 steps.
    fileprivate func isNear(_ other: RGB) -> Bool {
        zip([red, green, blue], [other.red, other.green, other.blue]).allSatisfy { abs(Int($0) - Int($1)) <= 5 }
    }
}

extension LEDName {
    /// Reads `LED1` or `LAMP`.
    init?(wire name: String) {
        if name == "LAMP" {
            self = .lamp
        } else if name.hasPrefix("LED"), let number = Int(name.dropFirst(3)) {
            self = .led(number)
        } else {
            return nil
        }
    }
}
