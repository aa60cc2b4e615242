import Foundation
import Lessons
import Record
import Site

/// Rendering all pages of both languages from a recording, on one core.
enum SiteBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let arguments = settings.arguments
    guard let out = try folder(arguments) else { return [] }
    let course = try Course.load(folder: Places.lessons(given: nil))
    let run = try RunStore.read(from: out + "/run")
    let live = try LiveFile.content(of: out + "/model")
    let kept = try arguments.emptyFolder("--pages")
    let folder = kept ?? NSTemporaryDirectory() + "nakami-bench-\(UUID().uuidString)"
    defer { if kept == nil { try? FileManager.default.removeItem(atPath: folder) } }
    let time = try Measurement(seconds: settings.seconds, warmUp: 1, leastRepetitions: 3) {
      try SiteWriter.write(run: run, course: course, live: live, to: folder)
    }
    let (pages, bytes) = written(in: folder)
    return [
      BenchmarkResult(
        name: "site", entries: time.entries + [.count("pages", pages), .count("bytes", bytes)])
    ]
  }

  /// The folder of the recording; nil where there is none and nobody asked for this benchmark alone.
  private static func folder(_ arguments: Arguments) throws -> String? {
    do {
      return try Places.run(in: arguments.string("--out"))
    } catch {
      guard arguments.words.isEmpty, arguments.string("--out") == nil else { throw error }
      return nil
    }
  }

  /// Pages, and bytes of all files, in a folder.
  private static func written(in folder: String) -> (pages: Int, bytes: Int) {
    var (pages, bytes) = (0, 0)
    for path in FileManager.default.enumerator(atPath: folder) ?? .init() {
      guard let path = path as? String,
        let size = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)).count
      else { continue }
      bytes += size
      if path.hasSuffix(".html") { pages += 1 }
    }
    return (pages, bytes)
  }
}
