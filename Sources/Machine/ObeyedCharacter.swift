extension Unicode.Scalar {
    /// Whether a terminal would do something else with it than show it, wherever it stands: it controls, breaks lines,
    /// turns the direction of writing, stands for nothing, or is seen by nobody though it is part of the text.
    package var isObeyed: Bool {
        switch value {
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0x1D173...0x1D17A: true
        case 0x20..<0x7F: false
        // Joiners and variants belong to the signs that they stand between.
        case 0x200C, 0x200D, 0xFE00...0xFE0F: false
        default: properties.isBidiControl || properties.isDefaultIgnorableCodePoint
        }
    }
}
