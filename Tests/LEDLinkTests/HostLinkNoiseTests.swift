import BoardFixtures
import CommandLanguage
import LEDLink
import Testing

@Suite("HostLink, on a bad line")
struct HostLinkNoiseTests {
    private static let everything = SimulatedLine.Faults(drop: 0.004, double: 0.004, flip: 0.004)

    /// Some 60 orders over a line with `faults` in both directions, phone and all.
    private func evening(seed: UInt64, _ faults: SimulatedLine.Faults) -> (line: SimulatedLine, orders: [Int: Command])
    {
        var line = SimulatedLine(seed: seed)
        var random = SplitMix64(state: seed &+ 1000)
        line.faults = faults
        line.open()
        var orders: [Int: Command] = [:]
        for _ in 0..<60 {
            let command = Command.random(using: &random)
            orders[line.carryOut(command.target, command.action)] = command
            line.run(for: .milliseconds(Int.random(in: 0...60, using: &random)))
        }
        line.run()
        line.faults = .init()
        return (line, orders)
    }

    @Test("ends every order exactly once, and every acknowledged command was obeyed exactly once", arguments: 1...40)
    func exactlyOnce(seed: UInt64) {
        let (line, orders) = evening(seed: seed, Self.everything)
        var ended: [Int] = []
        var acknowledged: [Command] = []
        var failures = 0
        for outcome in line.outcomes {
            switch outcome {
            case .carriedOut(let number, let receipts):
                ended.append(number)
                acknowledged += receipts.map(\.command)
            case .failed(let number, _):
                ended.append(number)
                failures += 1
            default: break
            }
        }
        #expect(ended == orders.keys.sorted())
        #expect(failures == 0)

        #expect(line.board.obeyed == acknowledged)
    }

    @Test("comes back to a true picture once the line is good again", arguments: 1...40)
    func picture(seed: UInt64) {
        var (line, _) = evening(seed: seed, Self.everything)
        line.carryOut(.led(1), .toggle)
        line.run()
        #expect(line.link.picture == line.board.picture)
    }

    @Test("survives a line that delivers mostly noise, and ends all orders", arguments: 1...20)
    func mostlyNoise(seed: UInt64) {
        let (line, orders) = evening(seed: seed, .init(drop: 0.2, double: 0.1, flip: 0.3))
        let ended = line.outcomes.compactMap { outcome -> Int? in
            switch outcome {
            case .carriedOut(let number, _), .failed(let number, _): number
            default: nil
            }
        }
        #expect(ended == orders.keys.sorted())
    }

    @Test("takes any bytes at any moment", arguments: 1...20)
    func babble(seed: UInt64) {
        var random = SplitMix64(state: seed)
        var line = SimulatedLine(seed: seed)
        line.open()
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...100, using: &random)).map { _ in
                Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : UInt8(ascii: "#")
            }
            line.link.receive(bytes, at: line.now)
            line.run(for: .milliseconds(20))
        }
        line.carryOut(.led(2), .on)
        line.run()
        #expect(line.board.picture[.led(2)]?.isOn == true)
        #expect(line.link.picture == line.board.picture)
    }
}

extension Command {
    /// Any command that the test board can carry out.
    static func random(using random: inout SplitMix64) -> Command {
        let targets: [Target] = [.led(1), .led(2), .led(3), .all, .odd, .even, .lamp]
        let target = targets.randomElement(using: &random) ?? .all
        let color = RGB(red: .random(in: 1...255, using: &random), green: 0, blue: 9)
        let actions: [Action] = [
            .on, .off, .toggle, .level(.random(in: 0...100, using: &random)), .levelChange(20), .levelChange(-20),
            .blink(.random(in: 50...9999, using: &random)), target == .lamp || target == .all ? .color(color) : .on,
        ]
        return Command(target, actions.randomElement(using: &random) ?? .on)
    }
}
