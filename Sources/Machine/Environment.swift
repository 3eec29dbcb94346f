import Glibc

/// An environment variable's value, if it is set.
package func environmentValue(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
