import BoardFixtures
import CommandLanguage
import LEDLink

/// A ``HostLink`` and a ``ModelBoard`` joined by a line that can be bad, in simulated time.
///
/// A byte takes a tenth of `baud`'s second, the board a millisecond to answer. The same seed gives the same run.
struct SimulatedLine {
    var link: HostLink
    var board = ModelBoard()
    var faults = Faults()
    private(set) var now = Duration.zero
    private(set) var outcomes: [LinkOutcome] = []
    /// Lines that the host has sent, those lost on the way included.
    private(set) var sent: [String] = []

    /// Chances for each byte, 0 to 1, in both directions.
    struct Faults {
        var drop = 0.0
        var double = 0.0
        var flip = 0.0
    }

    private let byteTime: Duration
    private var toBoard: [(arrival: Duration, byte: UInt8)] = []
    private var toHost: [(arrival: Duration, byte: UInt8)] = []
    private var random: SplitMix64

    init(timing: LinkTiming = LinkTiming(baud: 57_600), seed: UInt64 = 1) {
        link = HostLink(timing: timing)
        byteTime = Duration.seconds(1) * 10 / timing.baud
        random = SplitMix64(state: seed)
    }

    mutating func open() {
        link.open(at: now)
        collect()
    }

    @discardableResult
    mutating func carryOut(_ target: Command.Target, _ action: Command.Action) -> Int {
        let number = link.carryOut(Command(target, action), at: now)
        collect()
        return number
    }

    mutating func resetBoard() {
        toBoard.removeAll()
        toHost.removeAll()
        boardSays([board.reset()])
    }

    mutating func phone(_ command: Command) {
        boardSays([board.phone(command)])
    }

    /// Bytes appear at the host's end, whoever made them.
    mutating func boardSays(_ lines: [String]) {
        enqueue(lines.flatMap { Array("\($0)\r\n".utf8) }, after: .milliseconds(1), to: \.toHost)
    }

    /// Lets time pass until an outcome satisfies `isAwaited`, or until nothing can happen any more, or for `limit`.
    @discardableResult
    mutating func run(
        for limit: Duration = .seconds(60), until isAwaited: (LinkOutcome) -> Bool = { _ in false }
    ) -> LinkOutcome? {
        let end = now + limit
        var seen = outcomes.count
        while true {
            if let found = outcomes[seen...].first(where: isAwaited) { return found }
            seen = outcomes.count
            let next = [link.deadline, toBoard.first?.arrival, toHost.first?.arrival].compactMap(\.self).min()
            guard let next, next <= end else {
                now = max(now, min(end, next ?? now))
                return nil
            }
            now = max(now, next)
            step()
        }
    }

    private mutating func step() {
        while let first = toBoard.first, first.arrival <= now {
            toBoard.removeFirst()
            boardSays(board.receive(first.byte))
        }
        var arrived: [UInt8] = []
        while let first = toHost.first, first.arrival <= now {
            toHost.removeFirst()
            arrived.append(first.byte)
        }
        if !arrived.isEmpty { link.receive(arrived, at: now) }
        link.advance(to: now)
        collect()
    }

    private mutating func collect() {
        let bytes = link.takeOutput()
        sent += String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        enqueue(bytes, after: .zero, to: \.toBoard)
        outcomes += link.takeOutcomes()
    }

    private mutating func enqueue(
        _ bytes: [UInt8], after delay: Duration,
        to queue: WritableKeyPath<SimulatedLine, [(arrival: Duration, byte: UInt8)]>
    ) {
        var arrival = max(now + delay, self[keyPath: queue].last?.arrival ?? .zero)
        for byte in bytes {
            arrival += byteTime
            if random.chance(faults.drop) { continue }
            let byte = random.chance(faults.flip) ? byte ^ 1 << UInt8.random(in: 0..<8, using: &random) : byte
            self[keyPath: queue].append((arrival, byte))
            if random.chance(faults.double) { self[keyPath: queue].append((arrival, byte)) }
        }
    }
}

/// A small generator whose whole state is one number, so that a failing seed can be run again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func chance(_ probability: Double) -> Bool {
        probability > 0 && Double.random(in: 0..<1, using: &self) < probability
    }
}
