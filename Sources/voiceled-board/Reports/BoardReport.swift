internal import TerminalView

/// Tells somebody what the board does.
protocol BoardReport {
    /// The sketch runs, and its ports can be opened.
    mutating func ready(_ board: BoardNames, at time: BoardTime)
    mutating func changed(_ light: Light, at time: BoardTime)
    mutating func reset(at time: BoardTime)
    mutating func ended(at time: BoardTime)
    /// Called many times a second: shows what has gathered.
    mutating func flush(_ lights: () -> [Light])
    /// Whether anybody still listens.
    var isHeard: Bool { get }
}

extension BoardReport {
    mutating func flush(_ lights: () -> [Light]) {}
    var isHeard: Bool { true }
}

/// What the board is called to the outside.
struct BoardNames {
    let sketch: String
    /// Paths of the two ports; links where there are any.
    let port: String
    let bluetooth: String
}

/// One moment, by both clocks.
struct BoardTime {
    /// Since 1970.
    let unixMicroseconds: UInt64
    /// Cycles of the chip since the start.
    let cycle: UInt64
}

/// Says nothing, for `--quiet`.
struct NoReport: BoardReport {
    mutating func ready(_ board: BoardNames, at time: BoardTime) {}
    mutating func changed(_ light: Light, at time: BoardTime) {}
    mutating func reset(at time: BoardTime) {}
    mutating func ended(at time: BoardTime) {}
}
