import CommandLanguage
internal import FirmwareLink
import LEDLink

/// A ``HostLink`` and the firmware's own code joined by a line that can be bad, in simulated time.
///
/// The firmware's lights are the judge: each time it carries something out, ``FirmwareJudge`` looks at all pins.
final class FirmwareLine {
    private(set) var link: HostLink
    private(set) var now = Duration.zero
    private(set) var judge = FirmwareJudge()
    private(set) var outcomes: [LinkOutcome] = []
    private let faults: Faults
    private let timing: LinkTiming
    private var random: SplitMix64
    private var board: OpaquePointer
    private var toBoard = Wire()
    private var toHost = Wire()
    private(set) var resets = 0
    /// Hides from the host that the board takes a second checksum, as an older board would.
    private let hidesSecondChecksum: Bool

    /// Chances for each byte, 0 to 1, in both directions.
    struct Faults {
        var drop = 0.0
        var double = 0.0
        var flip = 0.0
        var insert = 0.0
        /// A pause of up to 60 ms within a line, which splits it.
        var delay = 0.0
        /// Chance for a whole answer to be lost.
        var lostAnswer = 0.0
    }

    private struct Wire {
        var pieces: [(arrival: Duration, bytes: [UInt8])] = []
        var isFreeAt = Duration.zero
    }

    init(
        faults: Faults, seed: UInt64, timing: LinkTiming = LinkTiming(baud: 57_600), hidesSecondChecksum: Bool = false
    ) {
        self.faults = faults
        self.hidesSecondChecksum = hidesSecondChecksum
        self.timing = timing
        link = HostLink(timing: timing)
        random = SplitMix64(state: seed)
        board = firmware_make("voice_to_led", 3, true)
        _ = judgePins()
    }

    deinit { firmware_free(board) }

    func open() {
        link.open(at: now)
        run { if case .ready = $0 { true } else { false } }
    }

    /// Presses the reset button: whatever is on the wire is lost, and with `isHeard` READY is said.
    func reset(isHeard: Bool, isAcknowledged: Bool) {
        firmware_free(board)
        board = firmware_make("voice_to_led", 3, true)
        resets += 1
        toBoard.pieces.removeAll()
        for light in 0..<4 { _ = firmware_take_change(board, Int32(light)) }
        judge.boardWasReset(isAcknowledged: isAcknowledged)
        if isHeard { firmware_say_ready(board) }
        carryAnswers()
    }

    /// Carries out one command, resets the board after `resetAfter` if that is given, and waits for the outcome.
    @discardableResult
    func carryOut(_ command: Command, resetAfter: Duration? = nil) -> LinkOutcome? {
        judge.expect(command)
        let number = link.carryOut(command, at: now)
        collect()
        let isEnd = { (outcome: LinkOutcome) in
            switch outcome {
            case .carriedOut(number, _), .failed(number, _): true
            default: false
            }
        }
        var outcome: LinkOutcome?
        if let resetAfter {
            outcome = run(for: resetAfter, until: isEnd)
            reset(isHeard: !random.chance(0.3), isAcknowledged: outcome != nil)
        }
        outcome = outcome ?? run(until: isEnd)
        judge.conclude(outcome)
        return outcome
    }

    /// Lets time pass until an outcome satisfies `isAwaited`, or nothing can happen any more, or for `limit`.
    @discardableResult
    func run(for limit: Duration = .seconds(120), until isAwaited: (LinkOutcome) -> Bool = { _ in false })
        -> LinkOutcome?
    {
        let end = now + limit
        while true {
            if let found = outcomes.first(where: isAwaited) {
                outcomes.removeAll()
                return found
            }
            outcomes.removeAll()
            let next = [link.deadline, toBoard.pieces.first?.arrival, toHost.pieces.first?.arrival].compactMap(\.self)
                .min()
            guard let next, next <= end else {
                now = end
                return nil
            }
            now = max(now, next)
            step()
        }
    }

    private func step() {
        while let first = toBoard.pieces.first, first.arrival <= now {
            toBoard.pieces.removeFirst()
            for byte in first.bytes {
                firmware_receive(board, FIRMWARE_USB, [byte], 1, milliseconds)
                judgePins()
            }
            carryAnswers()
        }
        while let first = toHost.pieces.first, first.arrival <= now {
            toHost.pieces.removeFirst()
            link.receive(first.bytes, at: now)
        }
        link.advance(to: now)
        collect()
    }

    private var milliseconds: UInt32 { UInt32(truncatingIfNeeded: Int(now / .milliseconds(1))) }

    @discardableResult
    private func judgePins() -> Bool {
        var isChanged = false
        for light in 0..<4 where firmware_take_change(board, Int32(light)) { isChanged = true }
        if isChanged {
            let pins = (0..<4).map { light in (0..<3).map { firmware_duty(board, Int32(light), Int32($0)) } }
            judge.see(pins)
        }
        return isChanged
    }

    private func carryAnswers() {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = firmware_send(board, FIRMWARE_USB, &bytes, bytes.count)
        guard count > 0, !random.chance(faults.lostAnswer) else { return }
        var answer = Array(bytes.prefix(count))
        if hidesSecondChecksum { answer = Self.withoutAbility(answer) }
        send(answer, on: &toHost, after: .milliseconds(1))
    }

    private static func withoutAbility(_ answer: [UInt8]) -> [UInt8] {
        let lines = String(decoding: answer, as: UTF8.self).split(separator: "\r\n").map { line in
            guard let reply = Reply(line: Array(line.utf8)), case .ok(let details) = reply.verdict,
                details.hasSuffix(" +CRC2")
            else { return String(line) }
            return Reply(sequence: reply.sequence, verdict: .ok(String(details.dropLast(6)))).line
        }
        return lines.flatMap { Array("\($0)\r\n".utf8) }
    }

    private func collect() {
        let bytes = link.takeOutput()
        if !bytes.isEmpty { send(bytes, on: &toBoard, after: .zero) }
        outcomes += link.takeOutcomes()
    }

    /// Damages the bytes and puts them on the wire, in two pieces where they are delayed.
    private func send(_ bytes: [UInt8], on wire: inout Wire, after delay: Duration) {
        var damaged: [UInt8] = []
        var splits: [Int] = []
        for byte in bytes {
            if random.chance(faults.delay) { splits.append(damaged.count) }
            if random.chance(faults.insert) { damaged.append(UInt8.random(in: 0...255, using: &random)) }
            if random.chance(faults.drop) { continue }
            damaged.append(random.chance(faults.flip) ? byte ^ 1 << UInt8.random(in: 0..<8, using: &random) : byte)
            if random.chance(faults.double) { damaged.append(byte) }
        }
        var start = 0
        wire.isFreeAt = max(wire.isFreeAt, now + delay)
        for end in splits + [damaged.count] where end > start {
            wire.isFreeAt += Duration.seconds(1) * 10 * (end - start) / timing.baud
            wire.pieces.append((wire.isFreeAt, Array(damaged[start..<end])))
            wire.isFreeAt += .milliseconds(Int.random(in: 0...60, using: &random))
            start = end
        }
        wire.isFreeAt = wire.pieces.last?.arrival ?? now
    }
}
