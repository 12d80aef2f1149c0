import Testing

@Suite("Noise on USB", .serialized)
struct NoiseTests {
    @Test("moves no blink by more than 2 ms, and commands are obeyed afterwards")
    func blinks() throws {
        let board = try SimulatedBoard("--sketch", "led_aduino", "--no-auto-reset")
        let usb = try OpenPort(board.ready.port)
        var random = Noise(state: 17)
        // Four seconds' worth at 19,200 baud. The kernel holds more than this, so nothing waits here.
        for _ in 0..<15 { usb.write((0..<256).map { _ in random.next() }) }
        var times: [String: [Double]] = [:]
        while times["LED1", default: []].count < 4 {
            let change = try board.next { $0.event == "led" }
            times[change.led!, default: []].append(change.sim)
        }
        for (led, period) in [("LED1", 1.0), ("LED2", 0.5), ("LED3", 0.2)] {
            let edges = try #require(times[led])
            for (index, edge) in edges.enumerated() {
                #expect(abs(edge - edges[0] - Double(index) * period) < 0.002)
            }
        }
        usb.write("\n\nALL OFF\n")
        while try usb.line() != "ALL LED OFF" {}
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
