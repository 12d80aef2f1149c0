import CommandLanguage
import LEDLink
import Testing

@Suite("Notification")
struct NotificationTests {
    @Test(
        "reads what the board says unasked",
        arguments: [
            (Notification.ready(sketch: "voice_to_led", protocolVersion: 1), "READY voice_to_led 1"),
            (.changed(Command(.led(2), .on), by: .bluetooth), "LED2 ON b"),
            (.changed(Command(.lamp, .color(RGB(red: 255, green: 0, blue: 1))), by: .bluetooth), "LAMP RGB ff0001 b"),
            (.changed(Command(.all, .level(40)), by: .usb), "ALL LEVEL 40 u"),
        ])
    func roundTrip(notification: Notification, body: String) {
        #expect(notification.line.hasPrefix("!\(body)*"))
        #expect(Notification(line: Array(notification.line.utf8)) == notification)
    }

    @Test(
        "refuses what only looks like one",
        arguments: [
            "LED2 ON", "LED2 ON x", "READY", "READY voice_to_led", "READY voice_to_led one", "b", "", "NOISE b",
        ])
    func malformed(body: String) {
        let crc = String(CRC8.checksum(of: Array(body.utf8)), radix: 16)
        let line = "!\(body)*\(crc.count < 2 ? "0" : "")\(crc)"
        #expect(Notification(line: Array(line.utf8)) == nil)
    }
}
