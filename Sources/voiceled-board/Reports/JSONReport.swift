internal import CommandLanguage
internal import TerminalView

/// One JSON object a line, for programs.
struct JSONReport: BoardReport {
    private var output = OutputQueue()

    var isHeard: Bool { !output.isClosed }

    mutating func ready(_ board: BoardNames, at time: BoardTime) {
        write(
            "ready", time, #""sketch":"#, quoted(board.sketch), #","port":"#, quoted(board.port), #","bluetooth":"#,
            quoted(board.bluetooth))
    }

    mutating func changed(_ light: Light, at time: BoardTime) {
        write(
            "led", time, #""led":"#, quoted(light.name), #","on":\#(light.isOn),"level":\#(light.level),"color":"#,
            light.color.map { quoted($0.hex) } ?? "null")
    }

    mutating func reset(at time: BoardTime) { write("reset", time) }

    mutating func ended(at time: BoardTime) {
        write("end", time)
        output.finish()
    }

    mutating func flush(_ lights: () -> [Light]) { output.flush() }

    private mutating func write(_ event: String, _ time: BoardTime, _ fields: String...) {
        let at = decimal(time.unixMicroseconds)
        let sim = decimal(time.cycle * 1_000_000 / Uno.frequency)
        let rest = fields.isEmpty ? "" : "," + fields.joined()
        output.add(#"{"event":"\#(event)","at":\#(at),"sim":\#(sim)\#(rest)}"#)
    }

    /// Seconds with six decimals.
    private func decimal(_ microseconds: UInt64) -> String {
        let fraction = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{00}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
