import ArgumentParser
import Machine
import Terminal

extension ExitStatus {
    var code: ExitCode { ExitCode(rawValue) }
}
