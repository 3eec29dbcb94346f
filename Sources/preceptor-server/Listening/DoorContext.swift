#if Server
import Hummingbird
import NIOCore

/// What is known of a request beside itself: from where it comes.
struct DoorContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// An address of the network, without its port.
    let place: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        place = source.channel.remoteAddress?.ipAddress ?? "a socket of this machine"
    }
}
#endif
