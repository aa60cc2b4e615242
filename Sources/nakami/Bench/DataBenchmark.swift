import Build
import Files
import Foundation
import Names

/// The data half of a build, from files to rows of tokens, with its memory: a table of sizes, each once in a
/// thousand files and once in one.
enum DataBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let arguments = settings.arguments
    if let path = arguments.string("--data") {
      // Without a word of its own the option is meant for the tokenizer.
      return arguments.words.isEmpty ? [] : [try measure(path, name: "data", settings)]
    }
    let sizes = try sizes(arguments.string("--mb") ?? (arguments.words.isEmpty ? "4" : "20"))
    let kept = arguments.string("--documents")
    let base = kept ?? NSTemporaryDirectory() + "nakami-data-\(getpid())"
    defer { if kept == nil { try? FileManager.default.removeItem(atPath: base) } }
    return try sizes.flatMap { size in
      try [1_000, 1].map { files in
        let folder = base + "/\(size)-\(files)"
        try write(size * 1_000_000, files: files, to: folder)
        defer { if kept == nil { try? FileManager.default.removeItem(atPath: folder) } }
        return try measure(folder, name: "data, \(size) MB in \(files)", settings)
      }
    }
  }

  /// - Throws: `CommandError` where it is no list of whole numbers.
  private static func sizes(_ text: String) throws(CommandError) -> [Int] {
    let sizes = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard sizes.allSatisfy({ (1...100_000).contains($0) }) else {
      throw .usage(
        en: "--mb takes megabytes, for instance 20,200,1000; it was \(text)",
        ja: "--mbには20,200,1000のようにメガバイト数を書きます（今は\(text)）")
    }
    return sizes
  }

  private static func write(_ byteCount: Int, files: Int, to folder: String) throws {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw CommandError.usage(
        en:
          "\(folder) is there already; name another folder, or measure it: nakami bench data --data \(folder)",
        ja: "\(folder)はすでにあります。別のフォルダを指定するか、nakami bench data --data \(folder)で測ってください")
    }
    try AtomicFile.createFolder(folder)
    for number in 0..<files {
      let path = folder + "/\(1000 + number).txt"
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let file = FileHandle(forWritingAtPath: path)
      else {
        throw CommandError.io(
          en: "\(path) can't be written; is the disk full?",
          ja: "\(path)に書き込めません。ディスクの空きを確かめてください")
      }
      defer { try? file.close() }
      var text = MeasuredText(seed: UInt64(number))
      var rest = byteCount / files
      while rest > 0 {
        let piece = text.text(byteCount: min(rest, 1 << 20))
        try file.write(contentsOf: Data(piece.utf8))
        rest -= piece.utf8.count
      }
    }
  }

  private static func measure(
    _ path: String, name: String, _ settings: BenchSettings
  ) throws -> BenchmarkResult {
    var build = BuildSettings(preset: .standard, worldFolder: "")
    build.dataPath = path
    let clock = StageClock()
    let before = ProcessMemory.peak(restarting: true)
    let run = try RunBuilder(settings: build, pool: settings.pool) { clock.see($0) }
      .prepareData(below: NSTemporaryDirectory())
    let peak = ProcessMemory.peak(restarting: false)
    let read = run[.collection]?.byteCount ?? 0
    let tokens = run[.dataset]?.parts.reduce(0) { $0 + $1.tokens } ?? 0
    let all = clock.seconds.reduce(0) { $0 + $1.seconds }
    return BenchmarkResult(
      name: name,
      entries: [.number("mb_per_s", Double(read) / all / 1e6), .number("all_s", all)]
        + clock.seconds.map { .number($0.stage + "_s", $0.seconds) }
        + [
          .number("peak_mb", peak), .number("growth_mb", peak - before),
          .number("text_mb", Double(read) / 1e6),
          .count("documents", run[.collection]?.documentCount ?? 0),
          .count("left", run[.cleaning]?.documentsAfter ?? 0), .count("tokens", tokens),
          .count("threads", settings.threads),
        ])
  }

  /// How long each stage took.
  private final class StageClock {
    private(set) var seconds: [(stage: String, seconds: Double)] = []
    private var start = ContinuousClock.now

    func see(_ event: BuildEvent) {
      switch event {
      case .began(let stage):
        start = .now
        seconds.append((stage.id, 0))
      case .finished: seconds[seconds.count - 1].seconds = start.duration(to: .now).seconds
      case .progress, .learned: break
      }
    }
  }
}
