import Foundation
import Testing

@Suite("The watchdog", .serialized)
struct WatchdogTests {
    @Test("resets a sketch that hangs after two seconds, and the board says that it is ready again")
    func hangs() throws {
        let sketch = try #require(ProgramTests.firmware).appending(path: "voice_to_led_that_hangs.hex").path
        let board = try SimulatedBoard("--sketch", sketch, "--no-auto-reset")
        let usb = try OpenPort(board.ready.port)
        #expect(try usb.ask("LED3 ON") == "LED3 ON")
        let hung = try board.change(of: "LED3")
        let reset = try board.next { $0.event == "reset" }
        #expect(1.8...2.3 ~= reset.sim - hung.sim)
        #expect(try usb.line() == "!READY hangs 1*82")
        #expect(try usb.ask("LED1 ON") == "LED1 ON")
    }
}
