/// The phones that eSpeak NG gives a word, turned into those of the CMU dictionary.
///
/// The mnemonics are those of its voice `en-us`, as `espeak-ng -q -x --sep=_` writes them: `m_'u:_v_i`. Rules that look at
/// the neighbours and the stress were chosen on 5,000 words of the CMU dictionary and tried on 5,000 others.
public enum EspeakTranscription {
    /// - Parameter text: one word or several, as eSpeak NG writes them.
    /// - Returns: phones without stress; empty if nothing is known in it.
    public static func phones(of text: some StringProtocol) -> [String] {
        text.split(whereSeparator: \.isWhitespace).flatMap { phones(ofWord: $0) }
    }

    private static func phones(ofWord word: some StringProtocol) -> [String] {
        let symbols = word.split(separator: "_").compactMap { Symbol($0) }
        var phones: [String] = []
        for (index, symbol) in symbols.enumerated() {
            let next = index + 1 < symbols.count ? symbols[index + 1].name : ""
            // An "r" that the vowel before it has in it already.
            if symbol.name == "r" || symbol.name == "r-", phones.last == "R" || phones.last == "ER" { continue }
            phones += contextual(symbol, before: next) ?? table[symbol.name] ?? []
        }
        return phones
    }

    /// What a symbol stands for only beside certain others.
    private static func contextual(_ symbol: Symbol, before next: String) -> [String]? {
        switch symbol.name {
        case "I", "I2": vowels.contains(next) || next == ";" ? ["IY"] : nil
        case "@": next == "r" ? ["ER"] : nil
        case "a":
            if next == "r" { ["EH"] } else if symbol.isStressed || vowels.contains(next) { nil } else { ["AH"] }
        case "i@": next == "r" ? ["IH", "R"] : nil
        case "O2": next == "n" ? ["AA"] : nil
        case "I#": next == "n" ? ["AH"] : nil
        case "aI3": next.isEmpty ? nil : ["AY", "R"]
        default: nil
        }
    }

    private struct Symbol {
        let name: String
        let isStressed: Bool

        /// - Returns: `nil` for a change of language, such as `(ko)`, and for a mark without a sound.
        init?(_ text: some StringProtocol) {
            guard !text.hasPrefix("(") else { return nil }
            isStressed = text.first.map { "',".contains($0) } ?? false
            var name = String(text.drop { "',%=|".contains($0) })
            guard !name.isEmpty else { return nil }
            // Variants of a sound are told apart by a digit or a mark behind it.
            while table[name] == nil, name.count > 1, name.last.map({ !$0.isLetter }) == true { name.removeLast() }
            self.name = name
        }
    }

    private static let vowels: Set<String> = [
        "i", "i:", "I", "I2", "I#", "E", "a", "aa", "@", "@L", "3", "3:", "V", "0", "O:", "O2", "A:", "A@", "a#", "oU",
        "eI", "aI", "aU", "OI", "u:", "U", "o@", "O@", "e@", "i@", "i@3", "U@", "aI3", "aI@", "@-", "aU@", "r-", "n-",
    ]

    private static let table: [String: [String]] = [
        "p": ["P"], "b": ["B"], "t": ["T"], "t#": ["T"], "t2": ["T"], "d": ["D"], "k": ["K"], "g": ["G"], "x": ["K"],
        "tS": ["CH"], "dZ": ["JH"], "f": ["F"], "v": ["V"], "T": ["TH"], "D": ["DH"], "s": ["S"], "z": ["Z"],
        "S": ["SH"], "Z": ["ZH"], "h": ["HH"], "m": ["M"], "n": ["N"], "n-": ["AH", "N"], "N": ["NG"], "l": ["L"],
        "r": ["R"], "r-": ["ER"], "w": ["W"], "j": ["Y"], ";": [], "?": [],
        "i": ["IY"], "i:": ["IY"], "I": ["IH"], "I2": ["IH"], "I#": ["IH"], "eI": ["EY"], "E": ["EH"], "a": ["AE"],
        "aa": ["AE"], "a#": ["AH"], "A:": ["AA"], "A": ["AA"], "0": ["AA"], "O:": ["AO"], "O2": ["AO"], "O": ["AO"],
        "oU": ["OW"], "U": ["UH"], "u:": ["UW"], "u": ["UW"], "V": ["AH"], "@": ["AH"], "@-": ["AH"],
        "@L": ["AH", "L"], "3": ["ER"], "3:": ["ER"], "aI": ["AY"], "aU": ["AW"], "OI": ["OY"],
        "A@": ["AA", "R"], "o@": ["AO", "R"], "O@": ["AO", "R"], "e@": ["EH", "R"], "i@": ["IY", "AH"],
        "i@3": ["IH", "R"], "U@": ["UH", "R"], "aI3": ["AY", "ER"], "aI@": ["AY", "AH"], "aU3": ["AW", "ER"],
        "aU@": ["AW", "ER"],
    ]
}
