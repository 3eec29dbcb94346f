import ArgumentParser
import Host

extension ExitStatus {
    var code: ExitCode { ExitCode(rawValue) }
}
