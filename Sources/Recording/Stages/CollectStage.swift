import Foundation
import RawData

/// L1: gathers the documents, from the toy world or from the user's own folder.
struct CollectStage {
  /// The documents, with the truth about them where the world made them.
  struct Material {
    var documents: [RawDocument]
    var corpus: GeneratedCorpus?
    var record: CollectionRecord
  }

  let settings: BuildSettings

  /// The world's documents are written to `folder` first and then collected from there, as anyone's would be.
  func run(writingTo folder: String) throws -> Material {
    var corpus: GeneratedCorpus?
    let path: String
    if let dataPath = settings.dataPath {
      path = dataPath
    } else {
      let world = try World.load(folder: settings.worldFolder)
      let generated = CorpusGenerator(
        world: world, seed: settings.seed, targetBytes: settings.corpusBytes
      ).generate()
      try generated.write(to: folder)
      corpus = generated
      path = folder
    }
    let collection = try Collector.collect(path, limits: CollectionLimits())
    return Material(
      documents: collection.documents, corpus: corpus,
      record: record(collection, corpus: corpus))
  }

  private func record(_ collection: RawData.Collection, corpus: GeneratedCorpus?)
    -> CollectionRecord
  {
    let documents = collection.documents
    return CollectionRecord(
      documentCount: documents.count,
      byteCount: documents.reduce(0) { $0 + $1.byteCount },
      shelves: shelves(documents),
      rejected: collection.rejected.map {
        CollectionRecord.RejectedRecord(path: $0.path, reason: $0.reason)
      },
      samples: samples(documents, corpus: corpus),
      examples: examples(documents))
  }

  private func shelves(_ documents: [RawDocument]) -> [CollectionRecord.Shelf] {
    DocumentKind.allCases.flatMap { kind in
      ([Language?.some(.english), .some(.japanese), nil]).compactMap { language in
        let some = documents.filter { $0.kind == kind && $0.language == language }
        guard let first = some.first else { return nil }
        return CollectionRecord.Shelf(
          kind: kind, language: language, documents: some.count,
          bytes: some.reduce(0) { $0 + $1.byteCount }, licence: first.licence)
      }
    }
  }

  /// In each language the document with the most sorts of noise among those that are short enough to read and that cleaning keeps;
  /// where no noise is known, the first one.
  private func samples(
    _ documents: [RawDocument], corpus: GeneratedCorpus?
  ) -> [CollectionRecord.RawSample] {
    let marks = Dictionary(
      grouping: (corpus?.noise ?? []).filter { !$0.noisy.isEmpty }, by: \.documentID)
    let languages = Set(documents.map(\.language))
    return [Language?.some(.english), .some(.japanese), nil].filter(languages.contains).compactMap {
      language -> CollectionRecord.RawSample? in
      let readable = documents.filter {
        $0.language == language && (200...2_400).contains($0.fields[0].text.utf8.count)
          && (corpus == nil || corpus?.cleanFields[$0.id] != nil)
      }
      let sorts = { (document: RawDocument) in
        Set((marks[document.id] ?? []).filter { $0.field == document.fields[0].name }.map(\.kind))
          .count
      }
      let ranked = readable.enumerated().max { first, second in
        (sorts(first.element), -first.offset) < (sorts(second.element), -second.offset)
      }
      guard let document = ranked?.element ?? documents.first(where: { $0.language == language })
      else { return nil }
      return CollectionRecord.RawSample(
        document: line(document), text: document.fields[0].text,
        noise: (marks[document.id] ?? []).filter { $0.field == document.fields[0].name }.map {
          CollectionRecord.Noise(
            kind: $0.kind,
            range: TextRange(start: $0.offset, end: $0.offset + $0.noisy.utf8.count))
        })
    }
  }

  /// The first two documents of each shelf.
  private func examples(_ documents: [RawDocument]) -> [CollectionRecord.DocumentLine] {
    DocumentKind.allCases.flatMap { kind in
      [Language?.some(.english), .some(.japanese), nil].flatMap { language in
        documents.filter { $0.kind == kind && $0.language == language }.prefix(2).map(line)
      }
    }
  }

  private func line(_ document: RawDocument) -> CollectionRecord.DocumentLine {
    CollectionRecord.DocumentLine(
      id: document.id, kind: document.kind, language: document.language, title: document.title,
      source: document.source, date: document.date, licence: document.licence,
      encoding: document.encoding, bytes: document.byteCount)
  }
}
