import Numerics
import RawData

/// Cleans, filters and normalizes a collection: the steps L2a to L2c.
///
/// Documents are independent of each other until duplicates are looked for, so they run on all
/// threads; results are put together in the order of collection.
public struct CleaningPipeline: Sendable {
  public let options: CleaningOptions

  public init(options: CleaningOptions = CleaningOptions()) {
    self.options = options
  }

  public func run(_ documents: [RawDocument], pool: WorkerPool) -> CleaningResult {
    var cleaned = clean(documents, pool)
    dropForeign(&cleaned, documents)
    let duplicates = findDuplicates(cleaned)
    return Assembly(options: options, raw: documents, cleaned: cleaned, duplicates: duplicates)
      .result()
  }

  private func clean(_ documents: [RawDocument], _ pool: WorkerPool) -> [CleanedDocument] {
    let cleaner = DocumentCleaner(options: options)
    let work = DocumentPieces.cut(documents)
    let slots = UnsafeMutableBufferPointer<CleanedDocument?>.allocate(capacity: work.pieces.count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    let batches = work.batches
    nonisolated(unsafe) let output = slots
    pool.run(batches.count) { batch in
      for index in batches[batch] { output[index] = cleaner.clean(work.document(index)) }
    }
    return work.joined(slots.map { $0! })
  }

  /// Drops documents in another language that claim none, if most of the collection is in English
  /// or Japanese. A reader's own German folder stays whole.
  private func dropForeign(_ cleaned: inout [CleanedDocument], _ documents: [RawDocument]) {
    var known = 0
    var foreign = 0
    for (index, raw) in documents.enumerated() where cleaned[index].document != nil {
      guard raw.language == nil, case .other = cleaned[index].language else {
        known += raw.byteCount
        continue
      }
      foreign += raw.byteCount
    }
    guard foreign > 0, known > foreign else { return }
    for (index, raw) in documents.enumerated() where raw.language == nil {
      guard let document = cleaned[index].document, case .other(let code) = cleaned[index].language
      else { continue }
      let excerpt = DocumentCleaner.excerpt(Array(document.fields[0].text.utf8.prefix(400)))
      cleaned[index].dropped = DocumentCleaner.wrongLanguage(raw, code, excerpt)
      cleaned[index].document = nil
    }
  }

  private func findDuplicates(_ cleaned: [CleanedDocument]) -> DuplicateSearch {
    var places: [Int] = []
    var entries: [DuplicateFinder.Entry] = []
    for (index, item) in cleaned.enumerated() {
      guard let document = item.document else { continue }
      places.append(index)
      entries.append(
        DuplicateFinder.Entry(
          kind: document.kind, language: document.language, content: item.content,
          signature: item.signature))
    }
    let finder = DuplicateFinder(
      entries, threshold: options.nearDuplicateThreshold, groupThreshold: options.groupThreshold
    ) { cleaned[places[$0]].document!.fields[0].text }
    return DuplicateSearch(places: places, finder: finder)
  }
}

/// The duplicates among the documents that were left.
struct DuplicateSearch {
  /// For each entry of the finder, its place in the collection.
  var places: [Int]
  var finder: DuplicateFinder
}
