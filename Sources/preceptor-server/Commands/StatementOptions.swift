#if Server
import ArgumentParser
import Couriers
import Machine

/// The learning record store that hears of exams.
struct StatementOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A learning record store that hears what exams came to (xAPI); also PRECEPTOR_LRS.",
            discussion: "It knows this server by PRECEPTOR_LRS_KEY and PRECEPTOR_LRS_SECRET.", valueName: "url"))
    var recordStore: String?

    /// Who carries statements there; nil where nobody named one.
    ///
    /// - Throws: `Stop` where what is named is none.
    func carrier() throws -> StatementCarrier? {
        guard let endpoint = recordStore ?? environmentValue("PRECEPTOR_LRS") else { return nil }
        do {
            return try StatementCarrier(
                to: endpoint, key: environmentValue("PRECEPTOR_LRS_KEY") ?? "",
                secret: environmentValue("PRECEPTOR_LRS_SECRET") ?? "",
                by: WebClient(trusting: environmentValue("PRECEPTOR_CERTIFICATES"), within: 30))
        } catch { throw Stop(64, error.message) }
    }
}
#endif
