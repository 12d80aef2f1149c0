import ArgumentParser

/// A length of time, as `90`, `90s`, `5min` or `1h`.
struct ListeningTime: ExpressibleByArgument {
    let seconds: Double

    init?(argument: String) {
        let number = argument.prefix { $0.isNumber || $0 == "." }
        guard let value = Double(number) else { return nil }
        switch argument.dropFirst(number.count) {
        case "", "s": seconds = value
        case "min": seconds = value * 60
        case "h": seconds = value * 3_600
        default: return nil
        }
        guard (1...86_400).contains(seconds) else { return nil }
    }

    var defaultValueDescription: String { "1min" }
}
