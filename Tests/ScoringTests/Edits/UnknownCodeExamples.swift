@testable import Scoring

extension EditExample {
    /// A code that the set lacks, and the one that was perhaps meant.
    static let unknownCode = [
        breaks("99603, 99601", "denied 1 181 M20: 99603 is not in this code set; did you mean 99601?"),
        breaks("99601, 12345", "denied 2 181 M20: 12345 is not in this code set."),
        breaks("99061", "denied 1 181 M20: 99061 is not in this code set; did you mean 99601?"),
        breaks("96901", "denied 1 181 M20: 96901 is not in this code set; did you mean 99601?"),
        breaks("60299", "denied 1 181 M20: 60299 is not in this code set; did you mean G0299?"),
        keeps("99506"),
        breaks(
            "99901, 99901", "denied 1 181 M20: 99901 is not in this code set; did you mean 99601?",
            "denied 2 181 M20: 99901 is not in this code set; did you mean 99601?"),
        breaks("0001U", "denied 1 181 M20: 0001U is not in this code set."),
        breaks("99601, 99602, G0298", "denied 3 181 M20: G0298 is not in this code set; did you mean G0299?"),
        keeps("99601, 99602, 99506, 99512, G0299"),
        keeps("none"),
        // A code that is known and has no business here is another edit's.
        keeps("99512 x40"),
    ]
}
