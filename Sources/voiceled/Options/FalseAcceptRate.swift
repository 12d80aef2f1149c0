import ArgumentParser

/// How often something may be obeyed that nobody said, as `2/h`.
struct FalseAcceptRate: ExpressibleByArgument {
    let perHour: Double

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let count = Double(parts[0]) else { return nil }
        let hours: Double
        switch parts.count == 2 ? String(parts[1]) : "h" {
        case "min": hours = 1.0 / 60
        case "h": hours = 1
        case "day": hours = 24
        default: return nil
        }
        perHour = count / hours
        guard (0.001...3_600).contains(perHour) else { return nil }
    }

    var defaultValueDescription: String { "2/h" }
}
