import CommandLanguage
import LEDLink

/// Counts what the pins of the firmware did with commands that each name one light.
struct FirmwareJudge {
    private(set) var lost = 0
    private(set) var doubled = 0
    private(set) var wrong = 0
    private(set) var carriedOut = 0
    private(set) var failed = 0
    private(set) var isDone = false

    /// What the lights shall do, by our own arithmetic.
    private var wanted = Self.darkness
    private var before = Self.darkness
    private var command: Command?
    /// What the lights shall do if the command reaches only a board that has forgotten all.
    private var afterReset: [Lamp]?
    /// The other thing that the board may remember of a dark light: whether the reset came before or after the command
    /// that darkened it cannot be seen.
    private var alternative: [Lamp]?
    private var pins = Self.darkPins
    /// From a reset to the end of the first command that was not hit by it.
    private var isRestoring = false
    private var wasHit = false

    static let darkPins = [[UInt8]](repeating: [0, 0, 0], count: 4)
    /// On, percent and colour of each light.
    typealias Lamp = (isOn: Bool, level: Int, color: [UInt8])
    static let darkness = [Lamp](repeating: (false, 100, [255, 255, 255]), count: 4)

    mutating func expect(_ command: Command) {
        before = wanted
        self.command = command
        isDone = false
        afterReset = nil
        Self.apply(command, to: &wanted)
        if var lights = alternative {
            Self.apply(command, to: &lights)
            alternative = lights
        }
    }

    private static func apply(_ command: Command, to lights: inout [Lamp]) {
        let index = if case .led(let number) = command.target { number - 1 } else { 3 }
        switch command.action {
        case .on: lights[index].isOn = true
        case .off: lights[index].isOn = false
        case .level(let level):
            lights[index].isOn = level > 0
            if level > 0 { lights[index].level = level }
        case .color(let color):
            lights[index].isOn = true
            lights[index].color = [color.red, color.green, color.blue]
        case .toggle, .levelChange, .blink: preconditionFailure("the judge knows absolute and steady commands only")
        }
    }

    /// The board carried something out, and its pins now show `seen`.
    mutating func see(_ seen: [[UInt8]]) {
        defer { pins = seen }
        if let alternative, seen != Self.shown(wanted), seen == Self.shown(alternative) { wanted = alternative }
        if seen == Self.shown(wanted) {
            // A light that comes back after a reset looks like a command.
            if isDone, !isRestoring { doubled += 1 }
            isDone = true
        } else if isRestoring {
            if !isOnItsWay(seen) { wrong += 1 }
        } else {
            wrong += 1
        }
    }

    /// - Parameter isAcknowledged: whether the host has already been told that the command is done.
    mutating func boardWasReset(isAcknowledged: Bool) {
        pins = Self.darkPins
        isDone = false
        alternative = nil
        isRestoring = true
        wasHit = true
        // What the board remembers of a dark light is gone.
        for index in wanted.indices where !wanted[index].isOn { wanted[index] = Self.darkness[index] }
        for index in before.indices where !before[index].isOn { before[index] = Self.darkness[index] }
        guard !isAcknowledged, let command else { return }
        var lights = before
        Self.apply(command, to: &lights)
        afterReset = lights
    }

    mutating func conclude(_ outcome: LinkOutcome?) {
        switch outcome {
        case .carriedOut:
            carriedOut += 1
            if let afterReset, pins == Self.shown(afterReset) {
                if pins == Self.shown(wanted) { alternative = afterReset } else { wanted = afterReset }
            }
            // What was acknowledged before the reset comes back with the lights.
            if pins != Self.shown(wanted), !wasHit { lost += 1 }
        default: failed += 1
        }
        isRestoring = wasHit
        wasHit = false
    }

    /// While lights come back, each shows what it showed, what it shall show, or a step on the way there.
    private func isOnItsWay(_ seen: [[UInt8]]) -> Bool {
        zip(seen.indices, seen).allSatisfy { index, duty in
            let goals = [before[index], wanted[index], (afterReset ?? wanted)[index]]
            let steps = goals.flatMap { goal -> [Lamp] in
                [goal, (goal.isOn, 100, goal.color), (false, 0, goal.color), (true, goal.level, [255, 255, 255])]
            }
            return steps.contains { Self.shown($0, isLamp: index == 3) == duty }
        }
    }

    private static func shown(_ lights: [Lamp]) -> [[UInt8]] {
        lights.enumerated().map { shown($1, isLamp: $0 == 3) }
    }

    private static func shown(_ light: Lamp, isLamp: Bool) -> [UInt8] {
        let full = light.isOn ? (isLamp ? light.color : [255, 255, 255]) : [0, 0, 0]
        let duties = full.map { UInt8((Int($0) * light.level + 50) / 100) }
        return isLamp ? duties : [duties[0], duties[0], duties[0]]
    }
}
