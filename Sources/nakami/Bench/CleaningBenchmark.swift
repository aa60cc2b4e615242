import Dataset
import Foundation
import Numerics
import RawData

/// Cleaning of a user's folder, or of documents of the world made with many seeds.
enum CleaningBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    let megabytes = try settings.arguments.integer("--megabytes", in: 1...500)
    let pool = settings.pool
    let start = ContinuousClock.now
    let documents: [RawDocument]
    if let path = settings.arguments.string("--data") {
      // Without a word of its own the option is meant for the tokenizer.
      guard !settings.arguments.words.isEmpty else { return [] }
      documents = try Collector.collect(path).documents
    } else {
      documents = try worldDocuments(
        megabytes ?? (settings.arguments.words.isEmpty ? 4 : 20), pool)
    }
    let making = start.duration(to: .now).seconds
    let bytes = documents.reduce(0) { $0 + $1.fields.reduce(0) { $0 + $1.text.utf8.count } }
    let before = ProcessMemory.peak(restarting: true)
    var left = 0
    let measurement = Measurement(seconds: 0, warmUp: 0, leastRepetitions: 1) {
      let result = CleaningPipeline().run(documents, pool: pool)
      left = result.documents.count
    }
    let peak = ProcessMemory.peak(restarting: false)
    return withExtendedLifetime(documents) {
      [
        BenchmarkResult(
          name: "clean",
          entries: [
            .number("clean_mb_per_s", Double(bytes) / measurement.median / 1e3),
            .number("clean_s", measurement.median / 1e3),
            .number("collect_s", making),
            .number("peak_mb", peak), .number("growth_mb", peak - before),
            .number("text_mb", Double(bytes) / 1e6),
            .count("documents", documents.count), .count("left", left),
            .count("threads", settings.threads),
          ])
      ]
    }
  }

  /// Documents as collected, of one world after another, each made with another seed.
  private static func worldDocuments(_ megabytes: Int, _ pool: WorkerPool) throws -> [RawDocument] {
    let world = try World.load(folder: Places.lessons(given: nil) + "/World")
    var documents: [RawDocument] = []
    var bytes = 0
    var seed: UInt64 = 0x636C_6561_6E
    while bytes < megabytes * 1_000_000 {
      let worlds = WorldTexts(world: world, firstSeed: seed, count: pool.threadCount)
      pool.run(worlds.count) { worlds.make($0) }
      for var document in try worlds.collected() where bytes < megabytes * 1_000_000 {
        document.id = "\(seed)/\(document.id)"
        bytes += document.fields.reduce(0) { $0 + $1.text.utf8.count }
        documents.append(document)
      }
      seed += UInt64(worlds.count)
    }
    return documents
  }
}

/// Worlds of the standard size, made by several threads and collected from a folder.
private final class WorldTexts: @unchecked Sendable {
  let world: World
  let firstSeed: UInt64
  let count: Int
  private let folder = NSTemporaryDirectory() + "nakami-bench-\(getpid())"
  /// One for each seed; a thread writes only its own.
  private let failures: UnsafeMutableBufferPointer<Bool>

  init(world: World, firstSeed: UInt64, count: Int) {
    self.world = world
    self.firstSeed = firstSeed
    self.count = count
    failures = .allocate(capacity: count)
    failures.initialize(repeating: false)
  }

  deinit {
    failures.deallocate()
    try? FileManager.default.removeItem(atPath: folder)
  }

  func make(_ number: Int) {
    let corpus = CorpusGenerator(
      world: world, seed: firstSeed + UInt64(number), targetBytes: 1_000_000
    ).generate()
    do { try corpus.write(to: "\(folder)/\(number)") } catch { failures[number] = true }
  }

  func collected() throws -> [RawDocument] {
    guard !failures.contains(true) else {
      throw CommandError.io("\(folder): the documents can't be written; is the disk full?")
    }
    return try (0..<count).flatMap { number in
      try Collector.collect("\(folder)/\(number)").documents.map { document in
        var document = document
        document.id = "\(number)/\(document.id)"
        return document
      }
    }
  }
}
