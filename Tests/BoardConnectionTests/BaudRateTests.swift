import BoardConnection
import Foundation
import SerialPort
import Testing

@Suite("BaudRate")
struct BaudRateTests {
    @Test("the program and the firmware speak at the same speed")
    func firmware() throws {
        let header = URL(filePath: #filePath)
            .appending(path: "../../../Firmware/libraries/VoiceLedLink/src/VoiceLedLink.h").standardized
        let text = try String(contentsOf: header, encoding: .utf8)
        let match = try #require(text.firstMatch(of: /USB_BAUD = ([0-9]+);/))
        #expect(Int(match.1) == BaudRate.firmware.rawValue)
    }
}
