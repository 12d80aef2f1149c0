import Testing

@Suite("Noise", .serialized)
struct NoiseTests {
    /// 100 kB on USB, which take nine seconds at 115,200 baud, and in the same time a twelfth of that on Bluetooth.
    @Test(
        "moves no blink by more than 2 ms, and commands are obeyed afterwards",
        arguments: [("led_aduino", false), ("voice_to_led", false), ("voice_to_led", true)])
    func blinks(sketch: String, onBluetoothToo: Bool) async throws {
        let times = try await onOwnThread { try edges(of: sketch, onBluetoothToo: onBluetoothToo) }
        for (led, period) in [("LED1", 1.0), ("LED2", 0.5), ("LED3", 0.2)] {
            let edges = try #require(times[led])
            for (index, edge) in edges.enumerated() {
                #expect(abs(edge - edges[0] - Double(index) * period) < 0.002)
            }
        }
    }

    /// When each light changed, in the chip's own seconds. Returns once both ends obey again.
    private func edges(of sketch: String, onBluetoothToo: Bool) throws -> [String: [Double]] {
        let board = try SimulatedBoard("--sketch", sketch, "--no-auto-reset")
        let usb = try OpenPort(board.ready.port)
        let phone = try OpenPort(board.ready.bluetooth)
        if sketch == "voice_to_led" {
            for command in ["LED1 BLINK 1000", "LED2 BLINK 500", "LED3 BLINK 200"] { _ = try usb.ask(command) }
        }
        var random = Noise(state: 17)
        // Each write waits until the line has taken what came before.
        for _ in 0..<260 {
            usb.write((0..<384).map { _ in random.next() })
            if onBluetoothToo { phone.write((0..<32).map { _ in random.next() }) }
        }
        var times: [String: [Double]] = [:]
        while times["LED1", default: []].count < 9 {
            let change = try board.next { $0.event == "led" }
            times[change.led!, default: []].append(change.sim)
        }
        usb.write("\n\nALL OFF\n")
        while try usb.line() != "ALL LED OFF" {}
        if onBluetoothToo {
            phone.write("\n\nLED2 ON\n")
            while try phone.line() != "LED2 ON" {}
        }
        return times
    }
}

/// The same bytes every time (xorshift).
private struct Noise {
    var state: UInt32

    mutating func next() -> UInt8 {
        state ^= state << 13
        state ^= state >> 17
        state ^= state << 5
        return UInt8(truncatingIfNeeded: state >> 8)
    }
}
