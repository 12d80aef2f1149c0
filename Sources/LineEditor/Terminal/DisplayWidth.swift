internal import CEditLine
internal import Glibc

/// How many columns text takes in a terminal, and where that leaves the cursor.
enum DisplayWidth {
    /// Makes the C library, and with it libedit, read and write UTF-8, whatever locale the environment names.
    ///
    /// A program started with `LANG=C`, as many boards do, would otherwise take each byte of a Korean syllable for a
    /// character of its own.
    static func useUTF8() {
        setlocale(LC_CTYPE, "")
        if !isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
    }

    private static var isUTF8: Bool {
        nl_langinfo(nl_item(CODESET)).map { String(cString: $0).uppercased() } == "UTF-8"
    }

    /// Columns of `text`: two for a Hangul syllable, none for a combining mark. The C function is `wcwidth`.
    static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// Where the cursor stands after `text` was written from the left edge: whole rows below the first.
    ///
    /// A wide character that does not fit at the right edge goes to the next row, and a full row moves the cursor on.
    static func rows(under text: String, terminalColumns: Int) -> Int {
        var row = 0
        var column = 0
        for scalar in text.unicodeScalars {
            let width = columns(of: scalar)
            if column + width > terminalColumns {
                row += 1
                column = 0
            }
            column += width
            if column >= terminalColumns {
                row += 1
                column = 0
            }
        }
        return row
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        let width = cel_columns(wchar_t(bitPattern: scalar.value))
        // Control characters are shown as two, such as ^A.
        return width >= 0 ? Int(width) : 2
    }
}
