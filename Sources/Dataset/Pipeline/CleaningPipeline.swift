import Numerics
import RawData

/// Cleans, filters and normalizes a collection: the steps L2a to L2c.
///
/// Documents are independent of each other until duplicates are looked for, so they run on all
/// threads, some megabytes at a time; results are put together in the order of collection. What is
/// kept in memory of each document is little: see `Fingerprints`.
public struct CleaningPipeline: Sendable {
  public let options: CleaningOptions

  public init(options: CleaningOptions = CleaningOptions()) {
    self.options = options
  }

  public func run(_ documents: [RawDocument], pool: WorkerPool) -> CleaningResult {
    run(Spool(documents), pool: pool)
  }

  public func run(_ documents: Spool<RawDocument>, pool: WorkerPool) -> CleaningResult {
    var assembly = Assembly(options: options)
    let cleaner = DocumentCleaner(options: options)
    var start = 0
    while start < documents.count {
      let wave = Wave(documents, from: start)
      pool.run(wave.ranges.count) { wave.clean($0, with: cleaner) }
      for batch in wave.batches { assembly.add(batch!) }
      start = wave.ranges.last!.upperBound
    }
    assembly.dropForeign()
    assembly.findDuplicates(pool)
    return assembly.result()
  }
}

/// Documents that are cleaned before their results are put together.
private final class Wave: @unchecked Sendable {
  let documents: Spool<RawDocument>
  /// The work of each task.
  private(set) var ranges: [Range<Int>] = []
  /// One for each task; a thread writes only its own.
  let batches: UnsafeMutableBufferPointer<CleanedBatch?>

  /// Bytes of a task.
  private static let taskLength = 256 << 10
  private static let mostTasks = 32

  init(_ documents: Spool<RawDocument>, from start: Int) {
    self.documents = documents
    var first = start
    var length = 0
    for index in start..<documents.count {
      length += documents.byteCount(at: index)
      if length >= Self.taskLength || index == documents.count - 1 {
        ranges.append(first..<index + 1)
        first = index + 1
        length = 0
        if ranges.count == Self.mostTasks { break }
      }
    }
    batches = .allocate(capacity: ranges.count)
    batches.initialize(repeating: nil)
  }

  deinit {
    batches.deinitialize()
    batches.deallocate()
  }

  func clean(_ task: Int, with cleaner: DocumentCleaner) {
    var batch = CleanedBatch(options: cleaner.options)
    for raw in documents.elements(ranges[task]) { batch.add(raw, cleaner.clean(raw)) }
    batches[task] = batch
  }
}
