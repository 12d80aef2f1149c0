internal import CommandLanguage
internal import TerminalView

/// Tells from its pins what one light shows.
struct LightWatcher {
    /// A light as it is since `cycle`.
    struct Sighting {
        let light: Light
        let cycle: UInt64
    }

    private let name: String
    private let pins: [Int]
    private var watchers: [PinWatcher]
    private var duties: [UInt8]
    private var changedAt: UInt64?
    private var sightings: [Sighting] = []
    private var lastSeen: Light?

    init(_ placement: Sketch.Placement) {
        name = placement.name
        pins = placement.pins
        watchers = placement.pins.map { _ in PinWatcher() }
        duties = placement.pins.map { _ in 0 }
        lastSeen = light
    }

    /// Takes note of a change of one of its pins; other pins are ignored.
    mutating func change(pin: Int, to duty: UInt8, at cycle: UInt64) {
        guard let channel = pins.firstIndex(of: pin) else { return }
        note(watchers[channel].change(to: duty, at: cycle), on: channel)
    }

    /// What has been seen since the last call, in the order of time.
    mutating func takeSightings(at cycle: UInt64) -> [Sighting] {
        for channel in watchers.indices {
            note(watchers[channel].settle(at: cycle), on: channel)
        }
        if let changedAt, cycle >= changedAt + PinWatcher.oneChange { look(at: changedAt) }
        defer { sightings = [] }
        return sightings
    }

    /// What it shows now.
    var light: Light {
        let strongest = duties.max() ?? 0
        let color = duties.count == 3 ? RGB(red: duties[0], green: duties[1], blue: duties[2]) : nil
        return Light(name: name, isOn: strongest > 0, level: (Int(strongest) * 100 + 127) / 255, color: color)
    }

    private mutating func note(_ reading: PinWatcher.Reading?, on channel: Int) {
        guard let reading else { return }
        if let changedAt, reading.cycle >= changedAt + PinWatcher.oneChange { look(at: changedAt) }
        duties[channel] = reading.duty
        changedAt = changedAt ?? reading.cycle
    }

    private mutating func look(at cycle: UInt64) {
        changedAt = nil
        guard light != lastSeen else { return }
        lastSeen = light
        sightings.append(Sighting(light: light, cycle: cycle))
    }
}
