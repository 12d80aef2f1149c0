import CommandLanguage
import Testing

/// Files that would take all time or memory of a program that trusts them.
@Suite("A hostile grammar")
struct GrammarLimitsTests {
    private func error(of grammar: @autoclosure () throws -> Grammar) throws -> GrammarError {
        try #require(throws: GrammarError.self) { _ = try grammar() }
    }

    @Test("with 100,000 opening brackets is refused", arguments: ["(", "["])
    func brackets(bracket: String) throws {
        let error = try error(of: Grammar(String(repeating: bracket, count: 100_000)))
        #expect(error.description == "test.gram:3:85: brackets are nested more than 64 deep")
        #expect(error.hint == "give the inner part a rule of its own")
    }

    @Test("whose sentences double with every rule is refused")
    func exponential() throws {
        let rules = (0..<60).map { "<r\($0)> = <r\($0 + 1)> <r\($0 + 1)>;" }.joined(separator: "\n")
        let error = try error(of: Grammar("<r0>", rules + "\n<r60> = on;"))
        #expect(error.kind == .tooLarge)
        #expect(error.description.contains("the grammar is too large: more than 50000 states"))
    }

    @Test("that doubles without a single word costs nothing")
    func exponentialSilence() throws {
        let rules = (0..<60).map { "<r\($0)> = <r\($0 + 1)> <r\($0 + 1)>;" }.joined(separator: "\n")
        let grammar = try Grammar("on <r0>", rules + "\n<r60> = <NULL>;")
        #expect(grammar.interpret(line: "on") == .understood([]))
    }

    @Test("with a chain of 20,000 rules is refused")
    func chain() throws {
        let rules = (0..<20_000).map { "<r\($0)> = <r\($0 + 1)>;" }.joined(separator: "\n")
        let error = try error(of: Grammar("<r0>", rules + "\n<r20000> = on;"))
        #expect(error.kind == .tooLarge)
        #expect(error.description.contains("rules and brackets lie more than 256 deep within each other"))
    }

    @Test("with a ring of 20,000 rules is refused, and the ring is named in short")
    func ring() throws {
        let rules = (0..<20_000).map { "<r\($0)> = <r\(($0 + 1) % 20_000)> on;" }.joined(separator: "\n")
        let error = try error(of: Grammar("<r0>", rules))
        #expect(error.kind == .leftRecursion)
        #expect(error.description.contains("<r0> -> <r1> -> <r2> -> <r3> -> <r4> -> <r5> -> ... -> <r19998>"))
    }

    @Test("of more than a megabyte is refused")
    func size() throws {
        let error = try error(of: Grammar(String(repeating: "on ", count: 400_000)))
        #expect(error.description.hasPrefix("test.gram:1:1: the grammar is too large: 12000"))
    }

    @Test(
        "of a megabyte of slashes, quotes or braces ends in a message", arguments: ["/", "\"", "{", "<", "\\", "{a=b}"])
    func noise(piece: String) throws {
        _ = try error(of: Grammar(String(repeating: piece, count: 1_000_000 / piece.utf8.count)))
    }

    @Test("with loops in loops that say nothing does not make matching endless")
    func emptyLoops() throws {
        let grammar = try Grammar("on ((([a] {x=1})* [b])+)* off")
        #expect(grammar.interpret(line: "on off") == .understood([]))
        #expect(grammar.interpret(line: "on a b b a off") == .understood([Slot("x", "1"), Slot("x", "1")]))
        #expect(grammar.examples(limit: 50).count > 2)
        #expect(grammar.sentences(limit: 5).count == 5)
    }

    @Test("that could go on for ever is followed for 128 words only")
    func longLine() throws {
        let grammar = try Grammar("on+")
        let line = String(repeating: "on ", count: 100_000)
        #expect(grammar.interpret(line: line) == .stuck(at: 128, expected: []))
        #expect(grammar.next(after: Grammar.words(of: line)) == NextWords(words: [], mayEnd: false))
    }

    /// Threads other than the first have small stacks.
    @Test("as deep as is allowed is read on any thread")
    func deepest() async throws {
        let grammar = try await Task.detached { () throws(GrammarError) -> Grammar in
            let brackets = String(repeating: "[", count: 64) + "on" + String(repeating: "]", count: 64)
            let rules = (0..<120).map { "<r\($0)> = <r\($0 + 1)>;" }.joined(separator: "\n")
            return try Grammar("red <r0>", rules + "\n<r120> = \(brackets);")
        }.value
        #expect(grammar.interpret(line: "red on") == .understood([]))
    }
}
