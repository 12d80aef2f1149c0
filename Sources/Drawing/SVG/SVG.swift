/// A picture in Scalable Vector Graphics 1.1, drawn from back to front; lengths are in pixels from the top left.
public struct SVG: Sendable {
    public let width: Double
    public let height: Double
    private var body = ""

    /// - Parameter title: told by screen readers, and shown when the pointer rests on the picture.
    public init(width: Double, height: Double, title: String) {
        self.width = width
        self.height = height
        body = "<title>\(XMLText.escape(title))</title>\n"
        rectangle(x: 0, y: 0, width: width, height: height, fill: .white)
    }

    /// Where a text is anchored.
    public enum Anchor: String, Sendable {
        case start, middle, end
    }

    public mutating func line(
        from start: Point, to end: Point, _ color: Color, width: Double = 1, isDashed: Bool = false
    ) {
        let dashes = isDashed ? " stroke-dasharray=\"4 3\"" : ""
        body +=
            "<line x1=\"\(start.x.shortText())\" y1=\"\(start.y.shortText())\" x2=\"\(end.x.shortText())\" "
            + "y2=\"\(end.y.shortText())\" stroke=\"\(color.rawValue)\" stroke-width=\"\(width.shortText())\"\(dashes)/>\n"
    }

    public mutating func polyline(_ points: [Point], _ color: Color, width: Double = 1.5) {
        guard points.count > 1 else { return }
        body +=
            "<polyline fill=\"none\" stroke=\"\(color.rawValue)\" stroke-width=\"\(width.shortText())\" "
            + "stroke-linejoin=\"round\" points=\"\(Self.list(points))\"/>\n"
    }

    public mutating func polygon(_ points: [Point], fill: Color, opacity: Double = 1) {
        guard points.count > 2 else { return }
        body += "<polygon fill=\"\(fill.rawValue)\"\(Self.opacity(opacity)) points=\"\(Self.list(points))\"/>\n"
    }

    public mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, fill: Color, opacity: Double = 1, hint: String? = nil
    ) {
        let title = hint.map { "><title>\(XMLText.escape($0))</title></rect>" } ?? "/>"
        body +=
            "<rect x=\"\(x.shortText())\" y=\"\(y.shortText())\" width=\"\(max(0, width).shortText())\" "
            + "height=\"\(max(0, height).shortText())\" fill=\"\(fill.rawValue)\"\(Self.opacity(opacity))\(title)\n"
    }

    public mutating func circle(at center: Point, radius: Double, fill: Color, hint: String? = nil) {
        let title = hint.map { "><title>\(XMLText.escape($0))</title></circle>" } ?? "/>"
        body +=
            "<circle cx=\"\(center.x.shortText())\" cy=\"\(center.y.shortText())\" "
            + "r=\"\(radius.shortText())\" fill=\"\(fill.rawValue)\" stroke=\"#ffffff\"\(title)\n"
    }

    /// - Parameters:
    ///   - point: on the base line.
    ///   - size: in pixels.
    ///   - isVertical: reads upwards.
    public mutating func text(
        _ text: String, at point: Point, size: Double = 12, _ color: Color = .black, anchor: Anchor = .start,
        isBold: Bool = false, isVertical: Bool = false
    ) {
        let place = "x=\"\(point.x.shortText())\" y=\"\(point.y.shortText())\""
        let turn = isVertical ? " transform=\"rotate(-90 \(point.x.shortText()) \(point.y.shortText()))\"" : ""
        body +=
            "<text \(place) font-size=\"\(size.shortText())\" fill=\"\(color.rawValue)\" "
            + "text-anchor=\"\(anchor.rawValue)\"\(isBold ? " font-weight=\"bold\"" : "")\(turn)>"
            + "\(XMLText.escape(text))</text>\n"
    }

    /// The whole document; it may also stand in a page of HTML as it is.
    public var document: String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width.shortText())\" height=\"\(height.shortText())\" "
            + "viewBox=\"0 0 \(width.shortText()) \(height.shortText())\" "
            + "font-family=\"'DejaVu Sans', Verdana, sans-serif\">\n\(body)</svg>\n"
    }

    private static func list(_ points: [Point]) -> String {
        points.map { "\($0.x.shortText()),\($0.y.shortText())" }.joined(separator: " ")
    }

    private static func opacity(_ value: Double) -> String {
        value < 1 ? " fill-opacity=\"\(value.shortText())\"" : ""
    }
}

/// A place in a picture or in a chart.
public struct Point: Equatable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
