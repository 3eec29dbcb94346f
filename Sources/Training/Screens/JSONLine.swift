package import Reports
package import Terminal

extension Console {
    /// Writes a value for a program to read, on a line.
    package func json(_ value: JSON) { output.data(Array((value.text + "\n").utf8)) }
}
