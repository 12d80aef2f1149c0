import CommandLanguage
import Foundation
import Testing

@Suite("Korean commands")
struct KoreanCommandsTests {
    private let grammar: Grammar

    init() throws { grammar = try Model.korean.get() }

    static let sentences = [
        // As the first firmware knew them.
        ("1번 불 켜 줘", "led 1 on"),
        ("2번 불 켜 줘", "led 2 on"),
        ("3번 불 켜 줘", "led 3 on"),
        ("1번 불 꺼 줘", "led 1 off"),
        ("2번 불 꺼 줘", "led 2 off"),
        ("3번 불 꺼 줘", "led 3 off"),
        ("전체 불 켜 줘", "all on"),
        ("전체 불 꺼 줘", "all off"),
        // With other spaces.
        ("1번 불 켜줘", "led 1 on"),
        ("1 번 불 꺼줘", "led 1 off"),
        ("1번 불켜줘", "led 1 on"),
        ("3번 불꺼 줘", "led 3 off"),
        // Which light.
        ("일번 불 켜 줘", "led 1 on"),
        ("이번 불 꺼 줘", "led 2 off"),
        ("삼 번 불 켜 줘", "led 3 on"),
        ("첫 번째 불 켜 줘", "led 1 on"),
        ("두번째 전등 꺼 줘", "led 2 off"),
        ("2번 켜", "led 2 on"),
        ("3번을 꺼 주세요", "led 3 off"),
        ("LED 1 켜 줘", "led 1 on"),
        ("led2 꺼 줘", "led 2 off"),
        ("모두 켜 줘", "all on"),
        ("전부 꺼 줘", "all off"),
        ("모든 불 꺼 줘", "all off"),
        ("불 모두 켜 줘", "all on"),
        ("불 전부 꺼 줘", "all off"),
        ("불 다 꺼", "all off"),
        ("불 켜 줘", "all on"),
        ("불 꺼", "all off"),
        ("불을 켜 주세요", "all on"),
        ("홀수 불 켜 줘", "odd on"),
        ("홀수번 꺼 줘", "odd off"),
        ("짝수 불 꺼 줘", "even off"),
        ("램프 켜 줘", "lamp on"),
        ("램프를 꺼 줘", "lamp off"),
        ("켜", "all on"),
        ("꺼 줘", "all off"),
        // Colours.
        ("빨간색", "lamp ff0000"),
        ("초록색", "lamp 00ff00"),
        ("파란색", "lamp 0000ff"),
        ("노란색", "lamp ffb000"),
        ("하늘색", "lamp 00ffff"),
        ("자홍색", "lamp ff00ff"),
        ("흰색", "lamp ffffff"),
        ("주황색", "lamp ff4800"),
        ("보라색", "lamp 8000ff"),
        ("분홍색", "lamp ff3060"),
        ("빨강", "lamp ff0000"),
        ("파란 불 켜 줘", "lamp 0000ff"),
        ("빨간색으로 켜 줘", "lamp ff0000"),
        ("초록색으로 바꿔 줘", "lamp 00ff00"),
        ("램프 노란색으로 바꿔 줘", "lamp ffb000"),
        ("램프를 보라색으로 해 줘", "lamp 8000ff"),
        ("램프 분홍", "lamp ff3060"),
        ("전체 하늘색으로", "lamp 00ffff"),
        ("하얀 불", "lamp ffffff"),
        ("2번 불 빨간색으로 바꿔줘", "led 2 ff0000"),
        // Brightness.
        ("밝기 50%", "all 50 %"),
        ("밝기를 30퍼센트로 해 줘", "all 30 %"),
        ("1번 밝기 100%", "led 1 100 %"),
        ("2번 불 20%로 해 줘", "led 2 20 %"),
        ("램프 오십 퍼센트로", "lamp 50 %"),
        ("전체 불 백 퍼센트", "all 100 %"),
        ("더 밝게", "all +20 %"),
        ("1번 더 어둡게", "led 1 -20 %"),
        ("불 밝게 해 줘", "all +20 %"),
        ("램프 어둡게 해줘", "lamp -20 %"),
        // Blinking.
        ("깜빡여 줘", "all blink 500 ms"),
        ("1번 불 깜빡여 줘", "led 1 blink 500 ms"),
        ("2번 빠르게 깜빡여 줘", "led 2 blink 200 ms"),
        ("램프 천천히 깜빡이게 해 줘", "lamp blink 1000 ms"),
        ("그만 깜빡여", "all steady"),
        ("3번 깜빡이지 마", "led 3 steady"),
        // Two in a breath.
        ("1번 불 켜고 2번 불 꺼 줘", "led 1 on, led 2 off"),
        ("전체 끄고 램프 빨간색으로 켜 줘", "all off, lamp ff0000"),
        ("1번 불 켜 줘 그리고 램프 빨간색으로 바꿔 줘", "led 1 on, lamp ff0000"),
        // Scenes and the session.
        ("영화 보자", "all off, lamp ff4800, lamp 20 %"),
        ("파티 하자", "odd blink 200 ms, even blink 300 ms, lamp ff00ff, lamp blink 500 ms"),
        ("잘 자", "sleep"),
        ("일어나", "wake"),
    ]

    static let refused = [
        ("1번", "incomplete"),
        ("1번 불", "incomplete"),
        ("4번 불 켜 줘", "stuck at 0"),
        ("불", "incomplete"),
        ("줘", "stuck at 0"),
        ("켜고", "incomplete"),
    ]

    @Test("mean what they say, composed or not", arguments: sentences)
    func meaning(line: String, expected: String) throws {
        #expect(try grammar.meaning(of: line) == expected)
        #expect(try grammar.meaning(of: line.decomposedStringWithCanonicalMapping) == expected)
    }

    @Test("end where they cannot go on", arguments: refused)
    func refusal(line: String, expected: String) throws {
        #expect(try grammar.meaning(of: line) == expected)
    }

    @Test("know every number from 0 to 100", arguments: 0...100)
    func numbers(number: Int) throws {
        #expect(try grammar.meaning(of: "2번 불 \(number)퍼센트로 해 줘") == "led 2 \(number) %")
    }

    @Test("are typed, not spoken")
    func typed() {
        #expect(grammar.decoderGrammar == nil)
        #expect(grammar.warnings == [])
    }

    @Test("all make sense to the lights, and have one meaning")
    func everySentence() throws {
        for sentence in grammar.examples(limit: 3_000, from: .text) {
            #expect(grammar.interpret(line: sentence.text) == .understood(sentence.slots), "\(sentence.text)")
            #expect(throws: Never.self, "\(sentence.text)") { try Meaning(of: sentence.slots) }
        }
        #expect(grammar.ambiguities(among: 3_000) == [])
    }
}
