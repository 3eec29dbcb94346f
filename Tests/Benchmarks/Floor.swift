/// A code and its units, as the simplest reader would hold them.
struct PlainLine {
    var code: UInt64
    var units: Int
}

/// Nanoseconds of the floor under single operations: the least of a few measurements, since one that something disturbed
/// would excuse whatever is held against it.
func singleOperationFloor() -> Double {
    (0..<5).map { _ in nanoseconds { keep(splitPlainly("99601 x1, 99602 x1")) } }.reduce(.infinity, min)
}

/// That floor: an answer such as `99601 x1, 99602 x1` split into values in plain Swift, with no
/// grammar, no errors and no rules.
func splitPlainly(_ answer: String) -> [PlainLine] {
    var lines: [PlainLine] = []
    var code: UInt64 = 0
    var units = 0
    var isCount = false
    for byte in answer.utf8 {
        switch byte {
        case UInt8(ascii: ","):
            lines.append(PlainLine(code: code, units: units))
            (code, units, isCount) = (0, 0, false)
        case UInt8(ascii: "x"): isCount = true
        case UInt8(ascii: " "): continue
        default:
            if isCount { units = units * 10 + Int(byte - 0x30) } else { code = code << 8 | UInt64(byte) }
        }
    }
    lines.append(PlainLine(code: code, units: units))
    return lines
}
