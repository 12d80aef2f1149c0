/// Panels under each other. Lengths are in the units of SVG, pixels at full size.
struct ChartCanvas {
    private var shapes: [String] = []
    private var height = 0.0

    private static let width = 900.0
    private static let margin = 20.0
    /// Where bars begin and where the longest ends; behind it is room for its figure.
    private static let bars = (start: 320.0, end: 790.0)
    private static let barHeight = 12.0
    private static let rowHeight = 34.0

    /// The whole picture.
    var svg: String {
        let size = "\(Self.number(Self.width)) \(Self.number(height + Self.margin))"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" font-family="sans-serif" font-size="13" role="img">
            <style>
            .ground { fill: #ffffff } .words { fill: #1f2328 } .faint { fill: #59636e } .line { stroke: #d1d9e0 }
            .thread { fill: #1f6fd0 } .process { fill: #c2570c }
            @media (prefers-color-scheme: dark) {
            .ground { fill: #0d1117 } .words { fill: #e6edf3 } .faint { fill: #9198a1 } .line { stroke: #3d444d }
            .thread { fill: #58a6ff } .process { fill: #f0883e }
            }
            </style>
            <rect class="ground" width="100%" height="100%"/>
            \(shapes.joined(separator: "\n"))
            </svg>

            """
    }

    /// The title, and which colour is which.
    mutating func title(_ text: String, below: String) {
        height += Self.margin + 16
        shapes.append("<title>\(Self.escape(text))</title>")
        write(text, x: Self.margin, attributes: "font-size=\"17\" font-weight=\"bold\"")
        for (name, x) in [("thread", 640.0), ("process", 730.0)] {
            shapes.append(rectangle(name, x: x, y: height - 11, width: 14))
            write(name, x: x + 20)
        }
        height += 20
        write(below, x: Self.margin, class: "faint")
    }

    /// Bars on one scale. Nothing is drawn when there are none.
    mutating func panel(_ title: String, _ rows: [ChartBars], scale: ChartScale) {
        guard !rows.isEmpty else { return }
        heading(title)
        let top = height
        for tick in scale.ticks {
            let x = place(scale.position(of: tick.value))
            write(tick.text, x: x, class: "faint", attributes: "font-size=\"11\" text-anchor=\"middle\"")
            let bottom = top + 6 + Double(rows.count) * Self.rowHeight
            shapes.append(
                "<line class=\"line\" x1=\"\(Self.number(x))\" x2=\"\(Self.number(x))\" y1=\"\(Self.number(top + 6))\" "
                    + "y2=\"\(Self.number(bottom))\"/>")
        }
        height += 6
        for row in rows {
            height += Self.rowHeight
            write(row.words, x: Self.bars.start - 12, y: height - 13, attributes: "text-anchor=\"end\"")
            draw(row.thread, "thread", y: height - 30, scale)
            draw(row.process, "process", y: height - 17, scale)
        }
    }

    /// Yes and no in words, for what no bar can show.
    mutating func answers(_ title: String, _ rows: [IsolationRow]) {
        guard !rows.isEmpty else { return }
        heading(title)
        for row in rows {
            height += 20
            write(row.words, x: Self.bars.start - 12, attributes: "text-anchor=\"end\"")
            for (name, value, x) in [
                ("thread", row.thread, Self.bars.start), ("process", row.process, Self.bars.start + 160),
            ] {
                write("\(name): \(row.text(value))", x: x, class: name, attributes: "font-weight=\"bold\"")
            }
        }
    }

    private mutating func heading(_ text: String) {
        height += 38
        write(text, x: Self.margin, attributes: "font-weight=\"bold\"")
    }

    private mutating func draw(_ bar: ChartBars.Bar?, _ name: String, y: Double, _ scale: ChartScale) {
        guard let bar else { return }
        let end = place(scale.position(of: bar.value))
        // A value at the very left still shows that it is there.
        shapes.append(rectangle(name, x: Self.bars.start, y: y, width: max(2, end - Self.bars.start)))
        write(bar.text, x: max(end, Self.bars.start + 2) + 6, y: y + 10, attributes: "font-size=\"11\"")
    }

    private func place(_ position: Double) -> Double {
        Self.bars.start + position * (Self.bars.end - Self.bars.start)
    }

    private mutating func write(
        _ text: String, x: Double, y: Double? = nil, class name: String = "words", attributes: String = ""
    ) {
        let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y ?? height))\""
        shapes.append("<text class=\"\(name)\" \(place) \(attributes)>\(Self.escape(text))</text>")
    }

    private func rectangle(_ name: String, x: Double, y: Double, width: Double) -> String {
        "<rect class=\"\(name)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
            + "height=\"\(Self.number(Self.barHeight))\"/>"
    }

    private static func number(_ value: Double) -> String { "\(value.rounded(toDecimals: 1))" }

    private static func escape(_ text: String) -> String {
        String(text.flatMap { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] ?? String($0) })
    }
}
