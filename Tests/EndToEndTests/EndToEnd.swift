import Testing

/// Everything that runs the programs as a user does.
///
/// One after the other: each program has the processor to itself, as on the board it is made for, and the tests of other
/// targets, which run meanwhile, are not drowned in processes.
@Suite("End to end", .serialized)
enum EndToEnd {}
