import CommandLanguage
import Foundation
import Testing

/// Grammars with one mistake each, as people make them; the files stand in `Broken`.
@Suite("A broken grammar")
struct BrokenGrammarTests {
    struct Mistake: CustomTestStringConvertible, Sendable {
        let name: String
        let message: String
        var testDescription: String { name }

        init(_ name: String, _ message: String) {
            self.name = name
            self.message = message
        }
    }

    static let mistakes: [Mistake] = [
        Mistake("backslash-at-end-of-line", #"3:16: unexpected '\' at the end of a line"#),
        Mistake("bad-weight", #"3:14: '/often/' is no weight: expected a number of 0 or more"#),
        Mistake("comment-without-end", #"3:1: this comment has no end"#),
        Mistake("defined-null", #"4:1: <NULL> has its meaning from JSGF and cannot be defined"#),
        Mistake("duplicate-rule", #"5:1: <b> is defined twice, first in line 4"#),
        Mistake("empty-alternative", #"3:19: unexpected '|': expected a word, a <rule>, '(' or '['"#),
        Mistake("empty-brackets", #"3:20: unexpected ']': expected a word, a <rule>, '(' or '['"#),
        Mistake("empty-quotes", #"3:14: these quotes hold no word"#),
        Mistake("empty", #"1:1: expected the header '#JSGF V1.0;', found nothing"#),
        Mistake("endless-rule", #"4:1: <b> has no end: every way through it leads back to it"#),
        Mistake("header-without-end", #"1:1: the header '#JSGF V1.0' has no end: expected ';'"#),
        Mistake("hidden-left-recursion", #"3:23: left recursion: <a> begins with itself (<a> -> <b> -> <c> -> <a>)"#),
        Mistake("import", #"3:1: 'import' is not supported: a grammar is one file"#),
        Mistake("inner-recursion", #"3:17: <a> leads back to itself before its end (<a> -> <a>)"#),
        Mistake("korean", #"3:37: '색' is no slot: expected name=value"#),
        Mistake("left-recursion", #"4:10: left recursion: <list> begins with itself (<list> -> <list>)"#),
        Mistake("missing-closing-bracket", #"3:28: unexpected ';': expected ')'"#),
        Mistake("missing-last-semicolon", #"4:1: unexpected end of the file: expected ';' at the end of <a>"#),
        Mistake("missing-semicolon", #"4:5: unexpected '=': expected ';' at the end of <a>"#),
        Mistake("missing-weight", #"3:23: this alternative has no weight, but another one has"#),
        Mistake("negative-weight", #"3:14: '/-1/' is no weight: expected a number of 0 or more"#),
        Mistake("no-header", #"1:1: expected the header '#JSGF V1.0;', found 'grammar g;'"#),
        Mistake("no-name", #"2:1: unexpected 'public': expected 'grammar'"#),
        Mistake("no-public-rule", #"3:1: no rule of this grammar is public: there is nothing to say"#),
        Mistake("not-utf8", #"3:17: this is not UTF-8"#),
        Mistake("nothing-to-say", #"3:8: no sentence belongs to this grammar"#),
        Mistake("operator-after-tag", #"3:27: unexpected '*': only one '*' or '+' may follow, and before the tags"#),
        Mistake("operator-first", #"3:14: unexpected '*': expected a word, a <rule>, '(' or '['"#),
        Mistake("other-grammar", #"3:19: <colors.color> is a rule of another grammar than g"#),
        Mistake("other-version", #"1:1: '#JSGF V2.0' is not JSGF of version V1.0, the only one there is"#),
        Mistake("punctuation", #"3:17: the word ',' is nothing but punctuation"#),
        Mistake(
            "qualified-definition",
            #"3:8: <g.a> cannot be defined here: a name with a dot is that of another grammar"#),
        Mistake("quote-without-end", #"3:14: the quoted word '"light two | off;' has no end"#),
        Mistake("rule-name-with-space", #"3:19: the rule name '<light' has no end: expected '>'"#),
        Mistake("rule-name-without-end", #"3:8: the rule name '<a' has no end: expected '>'"#),
        Mistake("stray-bracket", #"3:19: unexpected '>': expected its opening bracket before it"#),
        Mistake("surplus-closing-bracket", #"3:21: unexpected ')': expected ';' at the end of <a>"#),
        Mistake("tag-at-end-of-file", #"3:17: the tag '{power=on;' has no end: expected '}'"#),
        Mistake("tag-first", #"3:14: unexpected '{power=on}': expected a word, a <rule>, '(' or '['"#),
        Mistake("tag-with-spaces", #"3:18: 'power' is no slot: expected name=value"#),
        Mistake("tag-without-end", #"3:17: the tag '{power=on | off ' has no end: expected '}'"#),
        Mistake("tag-without-value", #"3:18: 'power' is no slot: expected name=value"#),
        Mistake("tagged-recursion", #"3:29: <a> leads back to itself before its end (<a> -> <a>)"#),
        Mistake("two-operators", #"3:17: unexpected '+': only one '*' or '+' may follow, and before the tags"#),
        Mistake("undefined-rule", #"3:19: <swich> is not defined"#),
        Mistake("unspeakable-word", #"3:14: the decoder cannot read '+' in the word 'c++'"#),
        Mistake("weight-inside", #"3:19: unexpected '/2/': expected ';' at the end of <a>"#),
        Mistake("word-instead-of-rule", #"3:8: unexpected 'a': expected a rule name such as <light>"#),
        Mistake("wrong-closing-bracket", #"3:28: unexpected ']': expected ')'"#),
        Mistake("zero-weights", #"3:30: all alternatives before this have weight 0: none can be said"#),
    ]

    @Test("is refused with its line, its column and what was expected", arguments: mistakes)
    func message(of mistake: Mistake) throws {
        let error = try #require(throws: GrammarError.self) {
            let bytes = try Data(contentsOf: Self.folder.appending(path: "\(mistake.name).gram"))
            _ = try Grammar(parsing: String(decoding: bytes, as: UTF8.self), file: mistake.name)
        }
        #expect(error.description == "\(mistake.name):\(mistake.message)")
        #expect(error.hint != nil)
    }

    @Test("has a message in this table, whichever file it is")
    func complete() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
        #expect(Set(files) == Set(Self.mistakes.map { $0.name + ".gram" }))
    }

    @Test("of several mistakes in its rules names all, in the order of the file")
    func several() throws {
        let error = try #require(throws: GrammarError.self) {
            _ = try Grammar("turn <swich> | <b>", "<b> = <b> on | <unknown>;")
        }
        #expect(error.diagnostics.map(\.kind) == [.undefinedRule, .leftRecursion, .undefinedRule])
        #expect(error.kind == .undefinedRule)
        #expect(
            error.description == """
                test.gram:3:26: <swich> is not defined
                test.gram:4:7: left recursion: <b> begins with itself (<b> -> <b>)
                test.gram:4:16: <unknown> is not defined
                """)
    }

    private static let folder = Bundle.module.resourceURL!.appending(path: "Broken")
}
