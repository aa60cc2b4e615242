import Dispatch
import Foundation

/// Runs a clean-up when the reader presses Ctrl-C or the program is asked to end.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  /// - Parameter cleanUp: runs on another thread, once, before the program ends with 128 + signal.
  init(cleanUp: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "interruption")
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        cleanUp()
        FileHandle.standardError.write(
          Data("\nnakami: interrupted; nothing was changed\n".utf8))
        exit(128 + number)
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
