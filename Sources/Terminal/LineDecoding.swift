/// The most bytes a line of input may have.
package let longestLine = 64 * 1024

/// Turns the bytes of one line into text, or says what keeps them from being text and at which byte, from 1.
func decodeLine(_ bytes: UnsafeBufferPointer<UInt8>) -> LineEvent {
    guard bytes.count <= longestLine else { return lineTooLong }
    if let place = bytes.firstIndex(of: 0) {
        return .unreadable("NUL at byte \(place + 1)")
    }
    do {
        return .line(String(copying: try UTF8Span(validating: bytes.span)))
    } catch {
        return .unreadable("not UTF-8 at byte \(error.byteOffsets.lowerBound + 1)")
    }
}

/// The event for a line beyond `longestLine`.
let lineTooLong = LineEvent.unreadable("line longer than 64 KiB")
