/// A file of lines `name value`; what follows `#` is a comment.
struct FigureFile {
    private let values: [String: Double]
    private let file: String

    /// - Parameters:
    ///   - names: all that may stand there.
    ///   - file: for the errors.
    /// - Throws: ``ConfidenceModelError``, naming the line.
    init(parsing text: String, names: [String], file: String) throws(ConfidenceModelError) {
        var values: [String: Double] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = fields.first else { continue }
            guard names.contains(name) else { throw .unknown(name, file: file, line: index + 1) }
            guard fields.count == 2, let value = Double(fields[1]), value.isFinite else {
                throw .noNumber(name, file: file, line: index + 1)
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw .twice(name, file: file, line: index + 1)
            }
        }
        self.values = values
        self.file = file
    }

    func value(_ name: String) throws(ConfidenceModelError) -> Double {
        guard let value = values[name] else { throw .missing(name, file: file) }
        return value
    }

    /// The figures called `kind_strict`, `kind_normal`, `kind_eager`.
    func values(_ kind: String) throws(ConfidenceModelError) -> [Caution: Double] {
        var values: [Caution: Double] = [:]
        for name in Caution.allCases { values[name] = try value("\(kind)_\(name.rawValue)") }
        return values
    }

    static func names(_ kind: String) -> [String] { Caution.allCases.map { "\(kind)_\($0.rawValue)" } }
}
