import Files
import Foundation
import Names
import Numerics
import RawData
import Record

/// L1: gathers the documents, from the toy world or from the user's own folder.
struct CollectStage {
  /// The documents, with the truth about them where the world made them.
  struct Material {
    var documents: Spool<RawDocument>
    var corpus: GeneratedCorpus?
    var record: CollectionRecord
  }

  let settings: BuildSettings
  let pool: WorkerPool

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let stage = CollectStage(settings: bench.settings, pool: bench.pool)
    let material = try stage.run(below: bench.folder)
    bench.material = material
    bench.run[.collection] = material.record
    bench.run[.truth] = bench.truth.map(TruthRecord.init)
    let unread = Set(material.record.rejected.map(\.path)).count
    let (documents, size) = (material.record.documentCount, material.record.byteCount / 1024)
    return LocalizedText(
      en: "\(EnglishCount.of(documents, "document")), \(size) KB"
        + (unread > 0 ? ", \(EnglishCount.of(unread, "file")) not read in full" : ""),
      ja: "文書\(documents)件、\(size) KB"
        + (unread > 0 ? "、読み切れなかったファイル\(unread)件" : ""))
  }

  /// The world's documents lie in a folder while they are collected; it stays only where it was asked for.
  private func run(below folder: String) throws -> Material {
    if let kept = settings.documentsFolder { return try run(writingTo: kept) }
    let passing = folder + "/.documents"
    defer { try? FileManager.default.removeItem(atPath: passing) }
    return try run(writingTo: passing)
  }

  /// The world's documents are written to `folder` first and then collected from there, as anyone's would be.
  func run(writingTo folder: String) throws -> Material {
    var corpus: GeneratedCorpus?
    let path: String
    if let dataPath = settings.dataPath {
      path = dataPath
    } else {
      let world = try settings.world()
      let generated = CorpusGenerator(
        world: world, seed: settings.seed, targetBytes: settings.corpusBytes
      ).generate(pool: pool)
      try generated.write(to: folder)
      corpus = generated
      path = folder
    }
    let collection = try Collector.collect(path, textColumn: settings.textColumn, pool: pool)
    return Material(
      documents: collection.documents, corpus: corpus,
      record: record(collection, corpus: corpus))
  }

  /// Goes through the documents once, as there may be many.
  private func record(_ collection: RawData.Collection, corpus: GeneratedCorpus?)
    -> CollectionRecord
  {
    var shelves: [Int: CollectionRecord.Shelf] = [:]
    var examples: [Int: [CollectionRecord.DocumentLine]] = [:]
    var samples = SampleChoice(corpus: corpus)
    var byteCount = 0
    for document in collection.documents {
      byteCount += document.byteCount
      let place =
        document.kind.place * (Language.allCases.count + 1)
        + (document.language?.place ?? Language.allCases.count)
      if shelves[place] == nil {
        shelves[place] = CollectionRecord.Shelf(
          kind: document.kind, language: document.language, documents: 0, bytes: 0,
          licence: document.licence)
      }
      shelves[place]!.documents += 1
      shelves[place]!.bytes += document.byteCount
      // The first two documents of each shelf.
      if examples[place, default: []].count < 2 {
        examples[place, default: []].append(CollectionRecord.DocumentLine(document))
      }
      samples.see(document)
    }
    return CollectionRecord(
      documentCount: collection.documents.count, byteCount: byteCount,
      shelves: shelves.sorted { $0.key < $1.key }.map(\.value),
      rejected: collection.rejected.map {
        CollectionRecord.RejectedRecord(path: $0.path, reason: $0.reason)
      },
      samples: samples.samples,
      examples: examples.sorted { $0.key < $1.key }.flatMap(\.value),
      mended: collection.mended.map {
        CollectionRecord.MendedRecord(
          path: $0.path, encoding: $0.encoding.rawValue, lost: $0.mends.lost,
          reread: $0.mends.reread, firstLine: $0.mends.firstLine,
          brokenLines: $0.mends.brokenLines, notice: $0.notice)
      })
  }
}

/// In each language the document with the most sorts of noise among those that are short enough to read and that cleaning keeps;
/// where no noise is known, the first one. Of a document too long to read its beginning: it is shown on pages, change by change.
private struct SampleChoice {
  /// Bytes of a sample at most; even a web page has come to its text by then.
  private static let longest = 64 << 10

  private struct Candidate {
    var document: RawDocument
    var sorts: Int
    var isReadable: Bool
  }

  private let corpus: GeneratedCorpus?
  private let marks: [String: [NoiseMark]]
  private var best: [Language?: Candidate] = [:]

  init(corpus: GeneratedCorpus?) {
    self.corpus = corpus
    marks = Dictionary(
      grouping: (corpus?.noise ?? []).filter { !$0.noisy.isEmpty && $0.guise != .lookalike },
      by: \.documentID)
  }

  mutating func see(_ document: RawDocument) {
    let isReadable =
      (200...2_400).contains(document.fields[0].text.utf8.count)
      && (corpus == nil || corpus?.cleanFields[document.id] != nil)
    let before = best[document.language]
    guard isReadable || before == nil else { return }
    let sorts = Set(marks(in: document).map(\.kind)).count
    if let before, before.isReadable, before.sorts >= sorts { return }
    best[document.language] = Candidate(
      document: document, sorts: sorts, isReadable: isReadable)
  }

  private func marks(in document: RawDocument) -> [NoiseMark] {
    (marks[document.id] ?? []).filter { $0.field == document.fields[0].name }
  }

  var samples: [CollectionRecord.RawSample] {
    (Language.allCases + [nil]).compactMap { language in
      guard let document = best[language]?.document else { return nil }
      let text = document.fields[0].text
      let shown = Self.beginning(of: text)
      return CollectionRecord.RawSample(
        document: CollectionRecord.DocumentLine(document), text: shown ?? text,
        noise: shown != nil
          ? []
          : marks(in: document).map {
            CollectionRecord.Noise(
              kind: $0.kind,
              range: TextRange(start: $0.offset, end: $0.offset + $0.noisy.utf8.count))
          }, isBeginning: shown == nil ? nil : true)
    }
  }

  /// As many whole lines as there is room for, or characters where a line has no end; nil for a text that
  /// is short enough.
  private static func beginning(of text: String) -> String? {
    guard text.utf8.count > longest else { return nil }
    let bytes = Array(text.utf8.prefix(longest + 1))
    var end = bytes[..<longest].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    if end < longest / 2 {
      end = longest
      while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}

extension CollectionRecord.DocumentLine {
  fileprivate init(_ document: RawDocument) {
    self.init(
      id: document.id, kind: document.kind, language: document.language, title: document.title,
      source: document.source, date: document.date, licence: document.licence,
      encoding: document.encoding, bytes: document.byteCount)
  }
}
