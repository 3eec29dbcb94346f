/// Says something on standard error.
package func complain(_ message: String) {
    let errors = Output(descriptor: 2)
    errors.write("preceptor: \(message)\n")
    try? errors.flush()
}
