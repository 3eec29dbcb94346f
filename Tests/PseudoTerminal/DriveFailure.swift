import Glibc

/// Why a program could not be driven, with what was seen of it.
package struct DriveFailure: Error, CustomStringConvertible {
    package let description: String

    static func system(_ action: String, _ number: Int32 = errno) -> DriveFailure {
        DriveFailure(description: "\(action): \(strerror(number).map { String(cString: $0) } ?? "error \(number)")")
    }
}
