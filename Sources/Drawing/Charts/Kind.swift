/// What a colour stands for in a chart.
public struct Kind: Equatable, Sendable {
    public var name: String
    public var color: Color

    public init(_ name: String, _ color: Color) {
        self.name = name
        self.color = color
    }
}

extension SVG {
    /// Draws which colour is which, beside each other from `start`, which is the top left.
    public mutating func legend(_ kinds: [Kind], at start: Point) {
        var x = start.x
        for kind in kinds {
            rectangle(x: x, y: start.y, width: 12, height: 12, fill: kind.color)
            text(kind.name, at: Point(x + 17, start.y + 10), size: 11)
            x += 40 + 7 * Double(kind.name.count)
        }
    }
}
