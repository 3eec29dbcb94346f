import ArgumentParser
import System

extension ExitStatus {
    var code: ExitCode { ExitCode(rawValue) }
}
