import Testing

@Suite("led_aduino in the simulated chip", .serialized)
struct LedAduinoTests {
    @Test(
        "blinks its three LEDs side by side, each at its own pace",
        arguments: [("LED1", 1.0), ("LED2", 0.5), ("LED3", 0.2)])
    func paces(led: String, seconds: Double) throws {
        let board = try SimulatedBoard("--sketch", "led_aduino")
        let first = try board.change(of: led)
        let second = try board.change(of: led)
        let third = try board.change(of: led)
        #expect(first.on == true)
        #expect(second.on == false)
        #expect(abs(second.sim - first.sim - seconds) < 0.0015)
        #expect(abs(third.sim - second.sim - seconds) < 0.0015)
    }

    @Test("obeys until told otherwise, and has no lamp")
    func obeys() throws {
        let board = try SimulatedBoard("--sketch", "led_aduino", "--no-auto-reset")
        let usb = try OpenPort(board.ready.port)
        #expect(try usb.ask("ALL OFF") == "ALL LED OFF")
        #expect(try usb.ask("LED3 BLINK 100") == "LED3 BLINK 100")
        #expect(try usb.ask("STATUS") == "LED1 OFF BY USB")
        #expect(try usb.line() == "LED2 OFF BY USB")
        #expect(try usb.line() == "LED3 ON BLINK 100 BY USB")
        #expect(try usb.ask("LAMP ON") == "? no lamp here")
    }
}
