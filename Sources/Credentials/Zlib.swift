import CZlib

/// Compression by zlib. Equal bytes make equal streams.
enum Zlib {
    /// What stands round the compressed bytes.
    enum Form {
        /// RFC 1950, as pictures have it.
        case zlib
        /// RFC 1952.
        case gzip

        /// A window of 32 KB, and the number that says which form.
        fileprivate var window: Int32 { self == .gzip ? MAX_WBITS + 16 : MAX_WBITS }
    }

    static func compressed(_ bytes: [UInt8], as form: Form = .zlib) -> [UInt8] {
        var state = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard
            deflateInit2_(
                &state, Z_BEST_COMPRESSION, Z_DEFLATED, form.window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { return [] }
        defer { deflateEnd(&state) }
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&state, UInt(bytes.count))))
        let isDone = run(&state, from: bytes, into: &packed) { deflate(&$0, Z_FINISH) == Z_STREAM_END }
        return isDone ? Array(packed.prefix(packed.count - Int(state.avail_out))) : []
    }

    /// The bytes of a whole stream; nil where it is broken, or holds more than the limit.
    static func decompressed(_ packed: [UInt8], as form: Form = .zlib, limit: Int) -> [UInt8]? {
        var state = z_stream()
        guard inflateInit2_(&state, form.window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&state) }
        // No byte of DEFLATE makes more than 1032.
        var bytes = [UInt8](repeating: 0, count: min(limit, packed.count * 1_032 + 1))
        guard run(&state, from: packed, into: &bytes, { inflate(&$0, Z_FINISH) == Z_STREAM_END }) else { return nil }
        return Array(bytes.prefix(bytes.count - Int(state.avail_out)))
    }

    private static func run(
        _ state: inout z_stream, from source: [UInt8], into target: inout [UInt8],
        _ step: (inout z_stream) -> Bool
    ) -> Bool {
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                state.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                state.avail_in = UInt32(source.count)
                state.next_out = target.baseAddress
                state.avail_out = UInt32(target.count)
                return step(&state)
            }
        }
    }
}
