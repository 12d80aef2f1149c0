/// The colours of all pictures: told apart by people who see few colours, too (Okabe and Ito's palette).
public enum Color: String, Sendable, CaseIterable {
    case blue = "#0072b2"
    case vermilion = "#d55e00"
    case green = "#009e73"
    case orange = "#e69f00"
    case purple = "#cc79a7"
    case sky = "#56b4e9"
    case black = "#222222"
    case gray = "#8a8a8a"
    case pale = "#e4e4e4"
    case white = "#ffffff"

    /// For the lines of a chart, in this order.
    public static let series: [Color] = [.blue, .vermilion, .green, .orange, .purple, .sky, .black, .gray]
}
