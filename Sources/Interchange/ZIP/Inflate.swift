import CZlib

/// The bytes that a DEFLATE stream holds, as ZIP has it: without the header and the checksum of zlib's own format.
///
/// - Parameters:
///   - stream: The compressed bytes.
///   - size: How many bytes are to come of it. No more than these are ever made room for.
/// - Returns: The bytes; nil where the stream is broken or cut off, or holds more or fewer.
func inflated(_ stream: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    // zlib wants somewhere to write even where nothing is to come.
    var content = [UInt8](repeating: 0, count: size + 1)
    let count = stream.withUnsafeBufferPointer { source in
        content.withUnsafeMutableBufferPointer { target in inflate(source, into: target) }
    }
    guard count == size else { return nil }
    content.removeLast()
    return content
}

/// How many bytes came of a whole stream; nil where it does not end well within the room there is.
private func inflate(_ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    var state = z_stream()
    state.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
    state.avail_in = UInt32(source.count)
    state.next_out = target.baseAddress
    state.avail_out = UInt32(target.count)
    // A negative window says that no header comes first.
    guard inflateInit2_(&state, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
        return nil
    }
    defer { inflateEnd(&state) }
    guard CZlib.inflate(&state, Z_FINISH) == Z_STREAM_END else { return nil }
    return target.count - Int(state.avail_out)
}
