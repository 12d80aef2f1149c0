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

    @Test("knows from a later change that the reset is over, and then misses what stayed dark")
    func lateReset() async {
        for light in ["LED1", "LED2", "LED3"] {
            judge.expect(light, level: 100)
            see(light, 100)
        }
        judge.expect("LED1", level: 0)
        judge.expectReset()
        see("LED1", 0)
        #expect(await judge.settles())
        judge.expectEndOfReset("LAMP", level: 100, isLast: false)
        see("LED2", 0)
        see("LED3", 0)
        see("LED2", 100)
        see("LAMP", 100)
        #expect(await judge.settles())
        judge.expectEndOfReset("LAMP", level: 0, isLast: true)
        see("LAMP", 0)
        #expect(!judge.isResetting)
        #expect(judge.doubled == 0)
        #expect(judge.wrong == 1)
        #expect(judge.surprises.first?.contains("LED3 stayed at 0 % after a reset") == true)
    }
}
