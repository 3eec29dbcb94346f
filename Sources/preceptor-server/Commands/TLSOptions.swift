#if Server
import ArgumentParser
import Dispatch
import Machine
import TLS

/// With what the server encrypts by itself, where no proxy does.
struct TLSOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Speak https, and show the certificate in this file (PEM); also PRECEPTOR_TLS_CERTIFICATE.",
            discussion:
                "Behind it stand those that lead to one that browsers know. Where it is renewed, the new one is shown within a minute.",
            valueName: "file"))
    var tlsCertificate: String?

    @Option(
        help: ArgumentHelp("The certificate's key (PEM, no password); also PRECEPTOR_TLS_KEY.", valueName: "file"))
    var tlsKey: String?

    /// What is shown; nil where the server does not encrypt.
    ///
    /// - Throws: `Stop` where one of the files is not named, or they are not good.
    func certificates() throws -> CertificateFiles? {
        let chain = tlsCertificate ?? environmentValue("PRECEPTOR_TLS_CERTIFICATE")
        let key = tlsKey ?? environmentValue("PRECEPTOR_TLS_KEY")
        guard let chain, let key else {
            guard chain == nil, key == nil else {
                throw Stop(64, "a certificate needs its key, and a key its certificate")
            }
            return nil
        }
        do { return try CertificateFiles(chain: chain, key: key) } catch { throw Stop(66, error.message) }
    }

    /// Looks each minute whether the files are others, on a thread that nobody waits for.
    static func startRenewals(of certificates: CertificateFiles) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "preceptor certificate", qos: .utility))
        timer.schedule(deadline: .now() + 60, repeating: 60)
        timer.setEventHandler {
            do throws(TLSFault) {
                if try certificates.renew() { say("Another certificate is shown from now on") }
            } catch { complain("the certificate stays as it was: \(error.message)") }
        }
        timer.activate()
        return timer
    }
}
#endif
