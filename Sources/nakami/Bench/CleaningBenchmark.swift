import Dataset
import Foundation
import Numerics
import RawData

/// Collection and cleaning of a user's folder, or of documents of the world made with many seeds.
enum CleaningBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let arguments = settings.arguments
    let start = ContinuousClock.now
    if let path = arguments.string("--data") {
      // Without a word of its own the option is meant for the tokenizer.
      guard !arguments.words.isEmpty else { return [] }
      return [try measure(WorldTexts.folders(in: path), settings)]
    }
    let megabytes =
      try arguments.integer("--megabytes", in: 1...500) ?? (arguments.words.isEmpty ? 4 : 20)
    let kept = arguments.string("--documents")
    let worlds = WorldTexts(
      world: try World.load(folder: Places.lessons(given: nil) + "/World"),
      folder: kept ?? NSTemporaryDirectory() + "nakami-bench-\(getpid())")
    defer { if kept == nil { worlds.remove() } }
    try worlds.make(byteCount: megabytes * 1_000_000, settings.pool)
    let making = start.duration(to: .now).seconds
    var result = try measure(WorldTexts.folders(in: worlds.folder), settings)
    result.entries.append(.number("make_s", making))
    return [result]
  }

  private static func measure(
    _ folders: [String], _ settings: BenchSettings
  ) throws -> BenchmarkResult {
    let pool = settings.pool
    let before = ProcessMemory.peak(restarting: true)
    let start = ContinuousClock.now
    var documents = Spool<RawDocument>()
    var bytes = 0
    for folder in folders {
      let collection = try Collector.collect(folder, pool: pool)
      bytes += collection.byteCount
      if folders.count == 1 {
        documents = collection.documents
        break
      }
      documents.append(contentsOf: collection.documents)
    }
    let collected = start.duration(to: .now).seconds
    let result = CleaningPipeline().run(documents, pool: pool)
    let cleaned = start.duration(to: .now).seconds - collected
    let peak = ProcessMemory.peak(restarting: false)
    return BenchmarkResult(
      name: "clean",
      entries: [
        .number("clean_mb_per_s", Double(result.bytesBefore) / cleaned / 1e6),
        .number("collect_mb_per_s", Double(bytes) / collected / 1e6),
        .number("clean_s", cleaned), .number("collect_s", collected),
        .number("peak_mb", peak), .number("growth_mb", peak - before),
        .number("text_mb", Double(result.bytesBefore) / 1e6),
        .count("documents", result.documentsBefore), .count("left", result.documents.count),
        .count("threads", settings.threads),
      ])
  }
}

/// Worlds of the standard size, each made with another seed and written to a folder of its own.
private struct WorldTexts {
  let world: World
  let folder: String

  /// The folders of the worlds below a folder, or else that folder.
  static func folders(in folder: String) throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let worlds = names.filter {
      Int($0) != nil
        && FileManager.default.fileExists(
          atPath: "\(folder)/\($0)/\(GeneratedCorpus.Manifest.fileName)")
    }
    return worlds.isEmpty ? [folder] : worlds.sorted().map { "\(folder)/\($0)" }
  }

  func make(byteCount: Int, _ pool: WorkerPool) throws {
    var bytes = 0
    var number = 0
    while bytes < byteCount {
      let wave = Wave(first: number, count: pool.threadCount)
      pool.run(wave.byteCounts.count) { wave.make($0, world, folder) }
      guard !wave.byteCounts.contains(0) else {
        throw CommandError.io(
          en: "\(folder): the documents can't be written; is the disk full?",
          ja: "\(folder)：文書を書き込めません。ディスクの空きを確かめてください")
      }
      bytes += wave.byteCounts.reduce(0, +)
      number += wave.byteCounts.count
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Worlds that are made at the same time.
  private final class Wave: @unchecked Sendable {
    let first: Int
    /// Bytes of text for each seed; 0 where writing failed. A thread writes only its own.
    let byteCounts: UnsafeMutableBufferPointer<Int>

    init(first: Int, count: Int) {
      self.first = first
      byteCounts = .allocate(capacity: count)
      byteCounts.initialize(repeating: 0)
    }

    deinit { byteCounts.deallocate() }

    func make(_ index: Int, _ world: World, _ folder: String) {
      let corpus = CorpusGenerator(
        world: world, seed: 0x636C_6561_6E + UInt64(first + index), targetBytes: 1_000_000
      ).generate()
      let name = String(1000 + first + index)
      guard (try? corpus.write(to: "\(folder)/\(name)")) != nil,
        let documents = try? Collector.collect("\(folder)/\(name)").documents
      else { return }
      for document in documents {
        byteCounts[index] += document.fields.reduce(0) { $0 + $1.text.utf8.count }
      }
    }
  }
}
