internal import TerminalView

/// All lights of a sketch, watched at their pins.
final class LightBoard {
    private var watchers: [LightWatcher]

    init(_ placements: [Sketch.Placement], on uno: Uno) {
        watchers = placements.map(LightWatcher.init)
        uno.pinChanged = { [unowned self] pin, duty, cycle in
            for index in watchers.indices { watchers[index].change(pin: pin, to: duty, at: cycle) }
        }
    }

    /// What the lights show now.
    var all: [Light] { watchers.map(\.light) }

    /// The changes seen since the last call, in the order of time.
    func takeSightings(at cycle: UInt64) -> [LightWatcher.Sighting] {
        watchers.indices.flatMap { watchers[$0].takeSightings(at: cycle) }.sorted { $0.cycle < $1.cycle }
    }
}
