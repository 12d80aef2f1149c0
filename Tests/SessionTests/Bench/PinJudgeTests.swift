import Testing

@testable import Session

@Suite("PinJudge")
struct PinJudgeTests {
    private let judge = PinJudge()

    private func see(_ led: String, _ level: Int) {
        judge.see(PinChange(led: led, on: level > 0, level: max(level, 1), color: nil, at: 0, sim: 0))
    }

    @Test("is content with one change for one command")
    func content() async {
        judge.expect("LED1", level: 100)
        see("LED1", 100)
        #expect(await judge.settles())
        judge.expect("LED1", level: 0)
        see("LED1", 0)
        #expect(await judge.settles())
        #expect(judge.doubled == 0)
        #expect(judge.wrong == 0)
    }

    @Test("counts a light that goes back to what it was before: an old command came a second time")
    func doubled() {
        judge.expect("LED1", level: 100)
        see("LED1", 100)
        judge.expect("LED2", level: 100)
        see("LED1", 0)
        #expect(judge.doubled == 1)
        #expect(judge.wrong == 0)
    }

    @Test("counts a light that nobody spoke of, and a level that nobody asked for")
    func wrong() {
        judge.expect("LED1", level: 100)
        see("LED3", 100)
        see("LED1", 40)
        #expect(judge.wrong == 2)
        #expect(judge.doubled == 0)
    }

    @Test("lets all lights go dark and come back when the board was reset, and then waits for the command again")
    func reset() async {
        judge.expect("LED2", level: 100)
        see("LED2", 100)
        judge.expect("LED1", level: 100)
        judge.expectReset()
        see("LED1", 100)
        see("LED1", 0)
        see("LED2", 0)
        see("LED2", 100)
        see("LED1", 100)
        #expect(await judge.settles())
        #expect(judge.doubled + judge.wrong == 0)
        judge.expect("LED3", level: 100)
        see("LED2", 0)
        #expect(judge.doubled == 1)
    }
}
