import Glibc

/// The most bytes a line of input may have.
package let longestLine = 64 * 1024

/// Turns the bytes of one line into text, or says what keeps them from being text and at which byte, from 1.
func decodeLine(_ bytes: UnsafeBufferPointer<UInt8>) -> LineEvent {
    guard bytes.count <= longestLine else { return lineTooLong }
    if let position = firstPosition(of: 0, in: bytes) {
        return .unreadable("NUL at byte \(position + 1)")
    }
    do {
        return .line(String(copying: try UTF8Span(validating: bytes.span)))
    } catch {
        return .unreadable("not UTF-8 at byte \(error.byteOffsets.lowerBound + 1)")
    }
}

/// Where a byte is first found.
func firstPosition(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
}

/// The event for a line beyond `longestLine`.
let lineTooLong = LineEvent.unreadable("line longer than 64 KiB")
