#if canImport(Glibc)
    internal import Glibc
#endif

/// What a count of rare events says about how often they really happen.
///
/// They are taken for a Poisson process: each moment is as likely as any other. The bound is one-sided, at 95 %.
public enum RateBound {
    /// The most events to expect in a time as long as the one in which `count` were seen.
    ///
    /// 3.0 for none, the rule of three (Hanley and Lippman-Hand, JAMA 249, 1983); in general the mean at which so few
    /// would be seen in 5 of 100 cases (Garwood, Biometrika 28, 1936).
    public static func most(given count: Int) -> Double {
        var (low, high) = (Double(count), Double(count) + 10 + 5 * Double(count).squareRoot())
        while high - low > 1e-9 * high {
            let middle = (low + high) / 2
            if probability(ofAtMost: count, mean: middle) > 0.05 { low = middle } else { high = middle }
        }
        return high
    }

    /// How long none must be seen before it is shown that there are no more than so many an hour, in hours.
    public static func hours(toShow perHour: Double) -> Double { most(given: 0) / perHour }

    private static func probability(ofAtMost count: Int, mean: Double) -> Double {
        // By logarithms, for large means.
        var term = -mean
        var sum = exp(term)
        for index in 1..<(count + 1) {
            term += log(mean / Double(index))
            sum += exp(term)
        }
        return sum
    }
}
