/// Says something on standard error.
package func complain(_ message: String) {
    let errors = Output(descriptor: 2)
    errors.line("preceptor: " + printable(message, keepingLayout: true))
    try? errors.flush()
}
