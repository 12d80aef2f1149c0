/// Tells from the edges of one pin how brightly it shines.
///
/// A change after a steady time is believed at once. Edges that follow each other faster than ``shortestSteady`` are
/// dimming by software: then brightness is measured over whole periods of at least ``measuringTime``.
struct PinWatcher {
    /// Cycles; 15 ms.
    static let shortestSteady = Uno.frequency * 15 / 1000
    /// Cycles; 20 ms.
    static let measuringTime = Uno.frequency * 20 / 1000

    /// Cycles; 250 us. A pin that leaves or enters PWM, or a lamp whose channels are set one after the other, passes
    /// through states that are no change of their own.
    static let oneChange = Uno.frequency / 4000

    /// A brightness, 0 to 255, and the cycle since when.
    struct Reading: Equatable {
        let duty: UInt8
        let cycle: UInt64
    }

    private var duty: UInt8 = 0
    private var reported: UInt8 = 0
    private var lastEdge: UInt64?
    private var isPulsing = false
    /// Whether the last change was one of the chip's own PWM.
    private var wasHardware = false
    private var periodStart: UInt64?
    private var litCycles: UInt64 = 0

    /// Takes note of a change of the pin, in the order of time.
    ///
    /// - Returns: a new brightness, if this change shows one.
    mutating func change(to newDuty: UInt8, at cycle: UInt64) -> Reading? {
        let steadyTime = lastEdge.map { cycle - $0 } ?? .max
        let wasLit = duty == 255
        let isHardware = Self.isBetween(duty) || Self.isBetween(newDuty) || (wasHardware && steadyTime < Self.oneChange)
        if wasLit { litCycles += steadyTime }
        duty = newDuty
        lastEdge = cycle
        wasHardware = isHardware
        if isHardware || (steadyTime >= Self.shortestSteady && !isPulsing) {
            isPulsing = false
            periodStart = nil
            return report(newDuty, at: cycle, ifOff: 1)
        }
        isPulsing = true
        return newDuty == 255 ? finishPeriod(at: cycle) : nil
    }

    /// Lets time pass without a change; call it often.
    ///
    /// - Returns: the steady brightness, once pulses have ended.
    mutating func settle(at cycle: UInt64) -> Reading? {
        guard isPulsing, let lastEdge, cycle - lastEdge >= Self.shortestSteady else { return nil }
        isPulsing = false
        periodStart = nil
        return report(duty, at: lastEdge, ifOff: 1)
    }

    private mutating func finishPeriod(at cycle: UInt64) -> Reading? {
        guard let start = periodStart else {
            periodStart = cycle
            litCycles = 0
            return nil
        }
        guard cycle - start >= Self.measuringTime else { return nil }
        let measured = UInt8((litCycles * 255 + (cycle - start) / 2) / (cycle - start))
        periodStart = cycle
        litCycles = 0
        // Two points of a hundred; less is the jitter of the measurement.
        return report(measured, at: cycle, ifOff: 5)
    }

    private mutating func report(_ value: UInt8, at cycle: UInt64, ifOff difference: Int) -> Reading? {
        guard abs(Int(value) - Int(reported)) >= difference else { return nil }
        reported = value
        return Reading(duty: value, cycle: cycle)
    }

    private static func isBetween(_ duty: UInt8) -> Bool { duty > 0 && duty < 255 }
}
