import Dispatch
import Foundation
import Names

/// Removes the draft of a run when the reader presses Ctrl-C or the program is asked to end.
final class Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let queue = DispatchQueue(label: "interruption")
  private var sources: [any DispatchSourceSignal] = []

  /// From here on the program ends with 128 + signal, after what `output` has in hand is removed.
  /// - Parameter remark: how one goes on, asked when it happens; nil when nothing was kept.
  init(of output: OutputFolder, remark: @escaping @Sendable () -> LocalizedText? = { nil }) {
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        Self.end(output.leftovers, words: Self.words(remark()), exitCode: 128 + number)
      }
      source.activate()
      return source
    }
  }

  /// Does what must not be cut in two: requests to end are no longer heard.
  func hold<Result>(_ body: () throws -> Result) rethrows -> Result {
    queue.sync { for source in sources { source.cancel() } }
    defer { for number in Self.signals { signal(number, SIG_DFL) } }
    return try body()
  }

  private static func words(_ remark: LocalizedText?) -> String {
    LocalizedText(
      en: "interrupted; nothing was changed" + (remark.map { ", and \($0.en)" } ?? ""),
      ja: "中断しました。何も変えていません。" + (remark?.ja ?? "")
    ).forReader
  }

  /// The shell takes over this very process: that ends all other threads at once, which would go on
  /// writing into the draft while it is being removed.
  private static func end(
    _ leftovers: (draft: String, folders: [String]), words: String, exitCode: Int32
  ) {
    let script = """
      code=$1; text=$2; rm -rf -- "$3"; shift 3
      for folder; do rmdir -- "$folder" 2>/dev/null; done
      printf '\\nnakami: %s\\n' "$text" >&2
      exit "$code"
      """
    let command =
      ["sh", "-c", script, "nakami", "\(exitCode)", words, leftovers.draft] + leftovers.folders
    var pointers = command.map { strdup($0) }
    pointers.append(nil)
    execv("/bin/sh", &pointers)
    // There is no shell: what other threads still write stays until the next build.
    try? FileManager.default.removeItem(atPath: leftovers.draft)
    for folder in leftovers.folders { rmdir(folder) }
    Console.error(words)
    exit(exitCode)
  }
}
