/// The slots on every way that a matcher follows, as lists that share their beginnings.
struct SlotHistory {
    /// The end of a list.
    struct Entry {
        fileprivate let index: Int32
        static let none = Entry(index: -1)
    }

    private var links: [(slot: Int32, previous: Int32)] = []

    mutating func append(_ slots: Range<Int32>, to entry: Entry) -> Entry {
        var previous = entry.index
        for slot in slots {
            links.append((slot, previous))
            previous = Int32(links.count - 1)
        }
        return Entry(index: previous)
    }

    /// In the order in which they were appended.
    func slots(of entry: Entry) -> [Int32] {
        var slots: [Int32] = []
        var index = entry.index
        while index >= 0 {
            slots.append(links[Int(index)].slot)
            index = links[Int(index)].previous
        }
        return slots.reversed()
    }
}
