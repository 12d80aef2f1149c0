import BoardFixtures
import CommandLanguage
import Foundation
import LEDLink
import Testing

@Suite("HostLink and the firmware's own code, on a bad line")
struct ExactlyOnceTests {
    /// Commands for each test; more of them with `VOICELED_LINK_COMMANDS=300000`.
    private static let count = ProcessInfo.processInfo.environment["VOICELED_LINK_COMMANDS"].flatMap(Int.init) ?? 1500

    /// What one checksum is worth is measured with `VOICELED_LINK_ONE_CHECKSUM=1`: then these tests fail, and say by how much.
    private static let hasOneChecksum = ProcessInfo.processInfo.environment["VOICELED_LINK_ONE_CHECKSUM"] != nil

    struct Channel: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let faults: FirmwareLine.Faults
        var resetEvery: Int?
    }

    static let channels = [
        Channel(testDescription: "a clean line", faults: .init()),
        Channel(testDescription: "dropped bytes", faults: .init(drop: 0.01)),
        Channel(testDescription: "doubled bytes", faults: .init(double: 0.01)),
        Channel(testDescription: "flipped bits and lost answers", faults: .init(flip: 0.01, lostAnswer: 0.001)),
        Channel(testDescription: "strange bytes between", faults: .init(insert: 0.01)),
        Channel(
            testDescription: "everything at once",
            faults: .init(
                drop: 0.004, double: 0.004, flip: 0.004, insert: 0.004, delay: 0.002, lostAnswer: 0.001)),
        Channel(testDescription: "resets on a clean line", faults: .init(), resetEvery: 10),
        Channel(
            testDescription: "everything and a reset every 100 commands",
            faults: .init(
                drop: 0.002, double: 0.002, flip: 0.002, insert: 0.002, delay: 0.002, lostAnswer: 0.001),
            resetEvery: 100),
    ]

    @Test("loses nothing, does nothing twice and nothing wrong", arguments: channels)
    func exactlyOnce(channel: Channel) {
        var random = SplitMix64(state: 3)
        let line = FirmwareLine(faults: channel.faults, seed: 2026, hidesSecondChecksum: Self.hasOneChecksum)
        line.open()
        for number in 1...Self.count {
            let resets = channel.resetEvery.map { number.isMultiple(of: $0) } ?? false
            line.carryOut(
                .steady(using: &random),
                resetAfter: resets ? .microseconds(Int.random(in: 0...9000, using: &random)) : nil)
        }
        #expect(line.judge.carriedOut == Self.count)
        #expect(line.judge.failed == 0)
        #expect(line.judge.lost == 0)
        #expect(line.judge.doubled == 0)
        #expect(line.judge.wrong == 0)
    }

    @Test("serves a board that knows one checksum as well")
    func olderBoard() {
        var random = SplitMix64(state: 4)
        let line = FirmwareLine(faults: .init(flip: 0.01), seed: 2027, hidesSecondChecksum: true)
        line.open()
        for _ in 1...200 { line.carryOut(.steady(using: &random)) }
        #expect(line.link.picture?.board.takesSecondChecksum == false)
        #expect(line.judge.carriedOut == 200)
        #expect(line.judge.lost + line.judge.doubled + line.judge.wrong == 0)
    }
}

extension Command {
    /// A command for one light of the test board, absolute and without blinking.
    fileprivate static func steady(using random: inout SplitMix64) -> Command {
        let number = Int.random(in: 1...4, using: &random)
        if number == 4, Bool.random(using: &random) {
            let color = RGB(
                red: .random(in: 1...255, using: &random), green: .random(in: 0...255, using: &random),
                blue: .random(in: 0...255, using: &random))
            return Command(.lamp, .color(color))
        }
        let target: Target = number == 4 ? .lamp : .led(number)
        let actions: [Action] = [.on, .off, .level(.random(in: 0...100, using: &random))]
        return Command(target, actions[Int.random(in: 0..<3, using: &random)])
    }
}
