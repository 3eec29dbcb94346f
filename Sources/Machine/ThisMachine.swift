/// Whether a host is this very machine, so that nobody can listen in between.
///
/// - Parameter host: A name or an address, an IPv6 one between brackets.
/// - Returns: Whether it is.
package func isThisMachine(_ host: some StringProtocol) -> Bool {
    ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased())
}
