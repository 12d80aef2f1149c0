/// What a person sees: the few control codes a line editor uses, carried out on a grid of characters.
public struct Screen: Sendable {
    public let columns: Int
    public private(set) var row = 0
    public private(set) var column = 0
    private var cells: [[Character]] = [[]]
    private var bytes: [UInt8] = []
    private var escape: String?

    /// The place a wide character's second half takes.
    private static let shadow: Character = "\u{0}"

    public init(columns: Int) {
        self.columns = columns
    }

    /// The rows, without blanks at their ends.
    public var rows: [String] {
        cells.map { row in
            let text = row.filter { $0 != Self.shadow }
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// The row the cursor is in.
    public var currentRow: String { rows[row] }

    public mutating func show(_ more: some Sequence<UInt8>) {
        bytes += more
        // A character may have arrived by half.
        while let length = bytes.first.map(Self.length), bytes.count >= length {
            put(Character(String(decoding: bytes.prefix(length), as: UTF8.self)))
            bytes.removeFirst(length)
        }
    }

    private static func length(of first: UInt8) -> Int {
        first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    private mutating func put(_ character: Character) {
        if let begun = escape {
            escape = begun + String(character)
            obeyEscape()
            return
        }
        switch character {
        case "\u{1B}": escape = ""
        case "\r": column = 0
        case "\n": moveDown()
        case "\r\n": break
        case "\u{8}": column = max(0, column - 1)
        case "\u{7}": break
        default: write(character)
        }
    }

    private mutating func write(_ character: Character) {
        let width = ("\u{1100}"..."\u{FFDC}").contains(character) ? 2 : 1
        if column + width > columns {
            column = 0
            moveDown()
        }
        pad(to: column + width)
        cells[row][column] = character
        if width == 2 { cells[row][column + 1] = Self.shadow }
        column += width
    }

    private mutating func moveDown() {
        row += 1
        while cells.count <= row { cells.append([]) }
    }

    private mutating func pad(to width: Int) {
        while cells[row].count < width { cells[row].append(" ") }
    }

    private mutating func obeyEscape() {
        guard let code = escape, let last = code.last, code.count > 1 || (last != "[" && last != "(") else { return }
        guard code.hasPrefix("["), last.isLetter || last == "@" else {
            if !code.hasPrefix("[") { escape = nil }
            return
        }
        escape = nil
        let number = Int(code.dropFirst().dropLast().prefix { $0.isNumber })
        let count = number ?? 1
        switch last {
        case "A": row = max(0, row - count)
        case "B": for _ in 0..<count { moveDown() }
        case "C": column = min(columns - 1, column + count)
        case "D": column = max(0, column - count)
        case "G": column = count - 1
        case "K": cells[row].removeLast(max(0, cells[row].count - column))
        case "J":
            cells[row].removeLast(max(0, cells[row].count - column))
            cells.removeLast(cells.count - row - 1)
        case "P":
            pad(to: column + count)
            cells[row].removeSubrange(column..<column + count)
        case "@":
            pad(to: column)
            cells[row].insert(contentsOf: [Character](repeating: " ", count: count), at: column)
        default: break
        }
    }
}
