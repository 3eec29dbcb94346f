import ArgumentParser
import System
import Terminal

extension ExitStatus {
    var code: ExitCode { ExitCode(rawValue) }
}
