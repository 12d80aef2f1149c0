/// What is wrong with a list of recordings, each thing with its file and line.
public struct ManifestError: Error, Equatable, CustomStringConvertible {
    public let problems: [Problem]
    public let hint: String?

    /// One thing, in one place.
    public struct Problem: Equatable, Sendable, CustomStringConvertible {
        public let file: String
        /// From 1; `nil` when it is the whole file.
        public let line: Int?
        public let message: String

        public init(file: String, line: Int?, _ message: String) {
            self.file = file
            self.line = line
            self.message = message
        }

        public var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(message)" }
    }

    public init(_ problems: [Problem], hint: String? = nil) {
        self.problems = problems
        self.hint = hint
    }

    /// So many lines are shown; a list made for another folder would fill the screen.
    static let shown = 10

    public var description: String {
        var lines = problems.prefix(Self.shown).map(\.description)
        if problems.count > Self.shown { lines.append("and \(problems.count - Self.shown) more like these") }
        return lines.joined(separator: "\n")
    }
}
