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
    var examples = EditExamples(
      limit: options.recordsAllEdits ? Int.max : options.samplesPerRule)
    var cleaned = clean(documents, pool, &examples)
    dropForeign(&cleaned, documents)
    let duplicates = findDuplicates(cleaned)
    return Assembly(
      options: options, raw: documents, cleaned: cleaned, duplicates: duplicates,
      examples: examples
    ).result()
  }

  /// Batches of work after which the examples are looked through.
  private static let waveLength = 32

  private func clean(
    _ documents: [RawDocument], _ pool: WorkerPool, _ examples: inout EditExamples
  ) -> [CleanedDocument] {
    let cleaner = DocumentCleaner(options: options)
    let work = DocumentPieces.cut(documents)
    guard !work.pieces.isEmpty else { return [] }
    let batches = work.batches
    let results = [CleanedDocument](unsafeUninitializedCapacity: work.pieces.count) {
      slots, count in
      nonisolated(unsafe) let output = slots.baseAddress!
      for first in stride(from: 0, to: batches.count, by: Self.waveLength) {
        let end = min(first + Self.waveLength, batches.count)
        pool.run(end - first) { number in
          for index in batches[first + number] {
            (output + index).initialize(to: cleaner.clean(work.document(index)))
          }
        }
        for index in batches[first].lowerBound..<batches[end - 1].upperBound {
          examples.take(from: &output[index].tally)
        }
      }
      count = work.pieces.count
    }
    return work.joined(results)
  }

  /// Drops documents in another language that claim none, if most of the collection is in English
  /// or Japanese. A reader's own German folder stays whole.
  private func dropForeign(_ cleaned: inout [CleanedDocument], _ documents: [RawDocument]) {
    var known = 0
    var foreign = 0
    for index in documents.indices where cleaned[index].document != nil {
      guard documents[index].language == nil, case .other = cleaned[index].language else {
        known += documents[index].byteCount
        continue
      }
      foreign += documents[index].byteCount
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
    // By index: a copy of each result would cost more than the rest.
    for index in cleaned.indices {
      guard let kind = cleaned[index].document?.kind,
        let language = cleaned[index].document?.language
      else { continue }
      places.append(index)
      entries.append(
        DuplicateFinder.Entry(
          kind: kind, language: language, content: cleaned[index].content,
          signature: cleaned[index].signature))
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
