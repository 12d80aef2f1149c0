internal import TerminalView

/// The board in plain words: its ports, then one line for each change.
struct TextReport: BoardReport {
    private var output = OutputQueue()
    private let panel = LEDPanel(style: .words)

    var isHeard: Bool { !output.isClosed }

    mutating func ready(_ board: BoardNames, at time: BoardTime) {
        for line in board.introduction { output.add(line) }
    }

    mutating func changed(_ light: Light, at time: BoardTime) { output.add(panel.line([light])) }

    mutating func reset(at time: BoardTime) { output.add("reset") }

    mutating func ended(at time: BoardTime) { output.finish() }

    mutating func flush(_ lights: () -> [Light]) { output.flush() }
}

extension BoardNames {
    /// What a person needs to know to use the board.
    var introduction: [String] {
        ["Uno running \(sketch)", "  USB        \(port)", "  Bluetooth  \(bluetooth)"]
    }
}
