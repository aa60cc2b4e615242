import Dispatch
import Foundation

/// Calls back, on another thread, when the reader presses Ctrl-C or the program is asked to end; one
/// more signal, a second or more later, ends it at once.
final class InterruptSignal {
  private let sources: [any DispatchSourceSignal]

  init(_ handler: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "interrupt")
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        handler()
        // Some senders signal a process and its group, so that one request arrives twice.
        queue.asyncAfter(deadline: .now() + 1) { signal(number, SIG_DFL) }
      }
      source.activate()
      return source
    }
  }

  func stop() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  }
}
