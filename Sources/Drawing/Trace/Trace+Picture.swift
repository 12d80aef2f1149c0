extension Trace {
    /// Four strips over one axis of time: the wave; its level with the noise floor and the threshold; speech, pause and
    /// silence; and the words with what was decided on them.
    public func picture() -> SVG {
        let layout = Layout(duration: duration)
        var svg = SVG(width: layout.width, height: Layout.height, title: title)
        svg.text(title, at: Point(8, 20), size: 14, isBold: true)
        drawTime(into: &svg, layout)
        drawUtterances(into: &svg, layout)
        drawWave(into: &svg, layout)
        drawLevels(into: &svg, layout)
        drawPhases(into: &svg, layout)
        drawWords(into: &svg, layout)
        return svg
    }

    /// Where things stand.
    struct Layout {
        let width: Double
        let pixelsPerSecond: Double

        static let left = 78.0
        static let right = 20.0
        static let wave = 40.0..<150.0
        static let level = 164.0..<284.0
        static let phase = 294.0..<312.0
        static let words = 322.0..<342.0
        static let decisions = 352.0..<432.0
        static let height = 466.0

        /// Recordings of a few seconds fill a screen; longer ones get as wide as a viewer still opens.
        init(duration: Double) {
            let wanted = duration * 220
            let room = min(12_000, max(900, wanted))
            width = Self.left + room + Self.right
            pixelsPerSecond = room / max(0.01, duration)
        }

        func x(_ seconds: Double) -> Double { Self.left + seconds * pixelsPerSecond }
    }

    private func drawTime(into svg: inout SVG, _ layout: Layout) {
        let bottom = Layout.decisions.upperBound
        // Marks at least 60 pixels apart.
        let step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60].first { $0 * layout.pixelsPerSecond >= 60 } ?? 120
        var mark = 0
        while Double(mark) * step <= duration + 1e-9 {
            let x = layout.x(Double(mark) * step)
            svg.line(from: Point(x, Layout.wave.lowerBound), to: Point(x, bottom), .pale)
            svg.text((Double(mark) * step).shortText(), at: Point(x, bottom + 16), size: 11, anchor: .middle)
            mark += 1
        }
        svg.text("seconds", at: Point(8, bottom + 16), size: 11)
        func label(_ text: String, _ strip: Range<Double>) {
            svg.text(text, at: Point(8, (strip.lowerBound + strip.upperBound) / 2 + 4), size: 11)
        }
        label("wave", Layout.wave)
        label("phase", Layout.phase)
        label("words", Layout.words)
        svg.text("decision", at: Point(8, Layout.decisions.lowerBound + 14), size: 11)
    }

    private func drawWave(into svg: inout SVG, _ layout: Layout) {
        let middle = (Layout.wave.lowerBound + Layout.wave.upperBound) / 2
        let half = (Layout.wave.upperBound - Layout.wave.lowerBound) / 2
        svg.line(from: Point(layout.x(0), middle), to: Point(layout.x(duration), middle), .gray, width: 0.5)
        guard !wave.isEmpty else { return }
        let step = duration / Double(wave.count)
        let upper = wave.enumerated().map {
            Point(layout.x((Double($0) + 0.5) * step), middle - min(1, $1.upperBound) * half)
        }
        let lower = wave.enumerated().map {
            Point(layout.x((Double($0) + 0.5) * step), middle - max(-1, $1.lowerBound) * half + 0.5)
        }
        svg.polygon(upper + lower.reversed(), fill: .blue)
    }

    private func drawLevels(into svg: inout SVG, _ layout: Layout) {
        let axis = Axis("dBFS", over: -90...0, roundsOutwards: false)
        func y(_ decibels: Double) -> Double {
            let strip = Layout.level
            return strip.upperBound - axis.position(of: decibels) * (strip.upperBound - strip.lowerBound)
        }
        for mark in [-80.0, -60, -40, -20, 0] {
            svg.line(from: Point(layout.x(0), y(mark)), to: Point(layout.x(duration), y(mark)), .pale)
            svg.text(mark.shortText(), at: Point(Layout.left - 6, y(mark) + 4), size: 10, .gray, anchor: .end)
        }
        func curve(_ value: (Frame) -> Double) -> [Point] {
            frames.enumerated().map { Point(layout.x((Double($0) + 0.5) / 100), y(value($1))) }
        }
        svg.polyline(curve(\.level), .black, width: 1)
        svg.polyline(curve(\.floor), .green, width: 1.5)
        svg.polyline(curve(\.threshold), .vermilion, width: 1.5)
        let names: [(String, Color)] = [
            ("level", .black), ("(dBFS)", .black), ("noise floor", .green), ("threshold", .vermilion),
        ]
        for (row, name) in names.enumerated() {
            svg.text(
                name.0, at: Point(8, Layout.level.lowerBound + 36 + 15 * Double(row)), size: row == 0 ? 11 : 9, name.1)
        }
    }

    private func drawPhases(into svg: inout SVG, _ layout: Layout) {
        let strip = Layout.phase
        var start = 0
        while start < frames.count {
            let phase = frames[start].phase
            let end = frames[start...].firstIndex { $0.phase != phase } ?? frames.count
            let (color, name): (Color, String) =
                switch phase {
                case .silence: (.pale, "silence")
                case .speech: (.blue, "speech")
                case .pause: (.sky, "pause")
                }
            let span = "\((Double(start) / 100).text(decimals: 2)) to \((Double(end) / 100).text(decimals: 2)) s"
            let x = layout.x(Double(start) / 100)
            let width = Double(end - start) / 100 * layout.pixelsPerSecond
            svg.rectangle(
                x: x, y: strip.lowerBound, width: width, height: 12, fill: color, hint: "\(name), \(span)")
            if width > 50 {
                svg.text(
                    name, at: Point(x + 4, strip.lowerBound + 10), size: 10, phase == .speech ? .white : .black)
            }
            start = end
        }
        // Where frames were loud, whatever was made of it.
        for (index, frame) in frames.enumerated() where frame.isLoud {
            svg.rectangle(
                x: layout.x(Double(index) / 100), y: strip.upperBound - 4, width: layout.pixelsPerSecond / 100,
                height: 3, fill: .vermilion)
        }
    }

    private func drawUtterances(into svg: inout SVG, _ layout: Layout) {
        for utterance in utterances {
            let x = layout.x(utterance.start)
            let top = Layout.wave.lowerBound
            svg.rectangle(
                x: x, y: top, width: layout.x(utterance.end) - x, height: Layout.level.upperBound - top, fill: .orange,
                opacity: 0.14)
            for edge in [utterance.start, utterance.end] {
                svg.line(
                    from: Point(layout.x(edge), top), to: Point(layout.x(edge), Layout.decisions.lowerBound), .orange)
            }
            svg.line(
                from: Point(layout.x(utterance.endedAt), top),
                to: Point(layout.x(utterance.endedAt), Layout.decisions.lowerBound), .purple, width: 1.5,
                isDashed: true)
        }
    }

    private func drawWords(into svg: inout SVG, _ layout: Layout) {
        for (row, utterance) in utterances.enumerated() {
            for word in utterance.words {
                let x = layout.x(word.start)
                let width = layout.x(word.end) - x
                svg.rectangle(
                    x: x, y: Layout.words.lowerBound, width: width - 1, height: 20, fill: .sky, opacity: 0.5,
                    hint: "\(word.text), \(word.start.text(decimals: 2)) to \(word.end.text(decimals: 2)) s")
                svg.text(word.text, at: Point(x + width / 2, Layout.words.lowerBound + 14), size: 11, anchor: .middle)
            }
            // Neighbours do not write over each other.
            let y = Layout.decisions.lowerBound + 14 + 34 * Double(row % 2)
            let x = min(layout.x(utterance.start), layout.width - 320)
            svg.text(utterance.decision, at: Point(x, y), utterance.isAccepted ? .green : .vermilion, isBold: true)
            let span = "\(utterance.start.text(decimals: 2)) to \(utterance.end.text(decimals: 2)) s"
            svg.text(
                "\(span); ended by \(utterance.cause), known at \(utterance.endedAt.text(decimals: 2)) s",
                at: Point(x, y + 14), size: 10, .purple)
        }
    }
}
