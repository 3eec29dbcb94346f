import CCurl

/// One transfer by libcurl: options are set, then it is done, which blocks within a time. Nothing is kept for the next.
final class Transfer {
    private let handle: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    /// What is still to be sent.
    private var outgoing: ArraySlice<UInt8> = []
    /// What came in, up to a limit.
    private(set) var incoming: [UInt8] = []
    /// The last header that came in, of 64 KB at most.
    private(set) var header: [UInt8] = []
    private var limit = 0

    /// The library is made ready once, before threads use it.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// - Parameter authorities: A file of certificates to trust in place of the system's; nil for those.
    /// - Throws: `TransferFault` where the library has no memory.
    init(trusting authorities: String?) throws(TransferFault) {
        guard Self.isReady, let handle = curl_easy_init() else { throw TransferFault("libcurl cannot be used") }
        self.handle = handle
        // Signals belong to the program.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_NOPROXY, "localhost,127.0.0.1,::1")
        if let authorities { set(CURLOPT_CAINFO, authorities) }
    }

    deinit {
        for list in lists { curl_slist_free_all(list) }
        curl_easy_cleanup(handle)
    }

    func set(_ option: CURLoption, _ text: String) { curl_set_text(handle, option, text) }
    func set(_ option: CURLoption, _ number: Int) { curl_set_number(handle, option, number) }

    func set(_ option: CURLoption, _ texts: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts { list = curl_slist_append(list, text) }
        guard let list else { return }
        lists.append(list)
        curl_set_list(handle, option, list)
    }

    /// What is sent, and how much may come in.
    func exchange(_ bytes: [UInt8], receivingAtMost limit: Int) {
        outgoing = bytes[...]
        self.limit = limit
        curl_set_piece(handle, CURLOPT_READFUNCTION) { place, size, count, context in
            guard let place, let context else { return 0 }
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().give(to: place, size * count)
        }
        curl_set_piece(handle, CURLOPT_WRITEFUNCTION) { place, size, count, context in
            guard let place, let context else { return 0 }
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().take(from: place, size * count)
        }
        curl_set_piece(handle, CURLOPT_HEADERFUNCTION) { place, size, count, context in
            guard let place, let context else { return 0 }
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().read(from: place, size * count)
        }
        let context = Unmanaged.passUnretained(self).toOpaque()
        curl_set_context(handle, CURLOPT_READDATA, context)
        curl_set_context(handle, CURLOPT_WRITEDATA, context)
        curl_set_context(handle, CURLOPT_HEADERDATA, context)
    }

    /// Does it.
    ///
    /// - Returns: What the library says, and the last number with which the other side answered.
    func perform() -> (result: CURLcode, status: Int) {
        let result = curl_easy_perform(handle)
        var status = 0
        curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        return (result, status)
    }

    private func give(to place: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
        let piece = outgoing.prefix(count)
        outgoing = outgoing.dropFirst(piece.count)
        piece.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            UnsafeMutableRawPointer(place).copyMemory(from: base, byteCount: bytes.count)
        }
        return piece.count
    }

    /// One line of a header; the first of a header begins with its version.
    private func read(from place: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
        let line = UnsafeRawBufferPointer(start: place, count: count)
        if line.starts(with: Array("HTTP/".utf8)) { header = [] }
        guard header.count + count <= 64 << 10 else { return 0 }
        header += line
        return count
    }

    /// Fewer than came in make the library stop.
    private func take(from place: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
        guard incoming.count + count <= limit else { return 0 }
        incoming += UnsafeRawBufferPointer(start: place, count: count)
        return count
    }
}

/// Why something could not be brought or got, as a clause.
package struct TransferFault: Error, Sendable, Equatable {
    /// What is told of it.
    package let message: String

    package init(_ message: String) { self.message = message }

    init(_ result: CURLcode) { message = String(cString: curl_easy_strerror(result)) }
}
