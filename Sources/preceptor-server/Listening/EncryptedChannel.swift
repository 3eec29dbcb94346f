#if Server
import HummingbirdCore
import Logging
import NIOCore
import TLS

extension HTTPServerBuilder {
    /// How connections are spoken on, within limits: encrypted where there is a certificate.
    static func spoken(showing certificates: CertificateFiles?) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            let plain = HTTP1Channel(
                responder: responder,
                configuration: .init(
                    idleTimeout: .seconds(75),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
            guard let certificates else { return plain }
            return EncryptedChannel(inner: plain, certificates: certificates)
        }
    }
}

/// Connections that are encrypted before anything else is done with them.
struct EncryptedChannel<Inner: ServerChildChannel>: ServerChildChannel {
    let inner: Inner
    let certificates: CertificateFiles

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Inner.Value> {
        channel.eventLoop.makeCompletedFuture {
            let session = try TLSSession(showing: certificates.certificate)
            try channel.pipeline.syncOperations.addHandler(TLSHandler(session))
        }.flatMap { inner.setup(channel: channel, logger: logger) }
    }

    func handle(value: Inner.Value, logger: Logger) async { await inner.handle(value: value, logger: logger) }
}

/// Opens what comes and seals what goes, on the thread of its connection.
private final class TLSHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let session: TLSSession

    init(_ session: TLSSession) { self.session = session }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let sealed = unwrapInboundIn(data)
        do {
            let (said, isEnd) = try sealed.withUnsafeReadableBytes { try session.open($0) }
            sendSealed(context)
            if !said.isEmpty { context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: said))) }
            // It still listens, as after the end of an open connection.
            if isEnd { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
        } catch {
            // Why is told to whoever is there, and to nobody here: strangers knock at any door.
            sendSealed(context)
            context.close(promise: nil)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let plain = unwrapOutboundIn(data)
        do {
            try plain.withUnsafeReadableBytes { try session.say($0) }
            context.write(wrapOutboundOut(ByteBuffer(bytes: session.sealed())), promise: promise)
        } catch {
            promise?.fail(error)
            context.close(promise: nil)
        }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode != .input {
            session.end()
            sendSealed(context)
        }
        context.close(mode: mode, promise: promise)
    }

    private func sendSealed(_ context: ChannelHandlerContext) {
        let bytes = session.sealed()
        if !bytes.isEmpty { context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil) }
    }
}
#endif
