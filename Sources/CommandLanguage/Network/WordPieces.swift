/// How words are cut and compared: the same for the words of a grammar and for those that were said or typed.
///
/// A piece is in lower case, without punctuation at its ends, and either a number or not: `50%` is `50` `%`, `led2` is
/// `led` `2`, `twenty-one` is `twenty` `one`, `L.E.D.` is `l` `e` `d`. Pieces are equal if their characters are
/// canonically equivalent, which is what `==` of Swift's strings means.
enum WordPieces {
    static func pieces(of word: some StringProtocol) -> [String] {
        let characters = Array(word.lowercased())
        guard let first = characters.firstIndex(where: { !isPunctuation($0) }),
            let last = characters.lastIndex(where: { !isPunctuation($0) })
        else { return [] }
        var pieces: [String] = []
        var piece = ""
        for index in first...last {
            let character = characters[index]
            let before = index > first ? characters[index - 1] : nil
            let after = index < last ? characters[index + 1] : nil
            if isJoint(character, between: before, and: after) {
                close(&piece, into: &pieces)
                continue
            }
            if let before, isDigit(before) != isDigit(character), !isDecimal(character, before, after),
                index < 2 || !isDecimal(before, characters[index - 2], character)
            {
                close(&piece, into: &pieces)
            }
            piece.append(character == "\u{2019}" ? "'" : character)
        }
        close(&piece, into: &pieces)
        return pieces
    }

    private static func close(_ piece: inout String, into pieces: inout [String]) {
        if !piece.isEmpty { pieces.append(piece) }
        piece = ""
    }

    private static func isPunctuation(_ character: Character) -> Bool {
        ",.!?;:\"()\u{201C}\u{201D}\u{2026}\u{3002}\u{FF0C}\u{FF01}\u{FF1F}".contains(character)
    }

    /// White space, or a hyphen or full stop between letters, or between a letter and a digit; `2.5` is one number.
    private static func isJoint(_ character: Character, between before: Character?, and after: Character?) -> Bool {
        if character.isWhitespace { return true }
        guard character == "-" || character == ".", let before, let after else { return false }
        guard isWordlike(before), isWordlike(after) else { return false }
        return character == "-" || !(isDigit(before) && isDigit(after))
    }

    /// A decimal point within a number.
    private static func isDecimal(_ character: Character, _ before: Character, _ after: Character?) -> Bool {
        (character == "." || character == ",") && isDigit(before) && after.map(isDigit) == true
    }

    private static func isWordlike(_ character: Character) -> Bool {
        character.isLetter || isDigit(character)
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character)
    }
}
