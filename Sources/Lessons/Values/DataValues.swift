import Charts
import Figures
import Names
import Record

/// L1 to L3.
extension RecordedValue {
  static let setting: [RecordedValue] = [
    RecordedValue("setting.preset", "the preset of the build") { run, _ in
      run.setting.preset?.rawValue
    },
    RecordedValue("setting.seed", "the seed of all random numbers") { run, _ in
      "\(run.setting.seed)"
    },
  ]

  static let collection: [RecordedValue] = [
    RecordedValue(
      "collection.documents", "documents gathered",
      count: { run, _ in
        run.collection.documentCount
      }),
    RecordedValue(
      "collection.bytes", "bytes gathered", count: { run, _ in run.collection.byteCount }),
    RecordedValue("collection.size", "the same with its unit") { run, _ in
      Numbers.bytes(run.collection.byteCount)
    },
    RecordedValue(
      "collection.bytesPerDocument", "their mean size, rounded",
      count: { run, _ in
        run.collection.documentCount == 0
          ? nil
          : Int(
            (Double(run.collection.byteCount) / Double(run.collection.documentCount)).rounded())
      }),
    RecordedValue(
      "collection.kinds", "how many kinds of document there are",
      count: { run, _ in
        Set(run.collection.shelves.map(\.kind)).count
      }),
    RecordedValue(
      "collection.shelves", "how many shelves (kind and language)",
      count: { run, _ in
        run.collection.shelves.count
      }),
    RecordedValue("collection.shelfSum", "the sum written out: documents of each shelf") { run, _ in
      run.collection.shelves.map { Numbers.count($0.documents) }.joined(separator: " + ")
    },
    RecordedValue(
      "collection.rejected", "files that could not be read",
      count: { run, _ in
        run.collection.rejected.count
      }),
    RecordedValue("sample.title", "title of the raw document shown") { run, language in
      run.exhibits(for: language).rawSample?.document.title
    },
    RecordedValue("sample.source", "where that document comes from") { run, language in
      run.exhibits(for: language).rawSample?.document.source
    },
    RecordedValue("sample.date", "its date") { run, language in
      run.exhibits(for: language).rawSample?.document.date
    },
    RecordedValue("sample.licence", "its licence") { run, language in
      run.exhibits(for: language).rawSample?.document.licence
    },
    RecordedValue(
      "sample.bytes", "its size in bytes",
      count: { run, language in
        run.exhibits(for: language).rawSample?.document.bytes
      }),
    RecordedValue("sample.encoding", "its encoding") { run, language in
      run.exhibits(for: language).rawSample?.document.encoding
    },
    RecordedValue(
      "sample.noise", "stretches of noise marked in it",
      count: { run, language in
        run.exhibits(for: language).rawSample?.noise.count
      }),
  ]

  static let cleaning: [RecordedValue] =
    [
      RecordedValue(
        "cleaning.documentsBefore", "documents before cleaning",
        count: { run, _ in
          run.cleaning.documentsBefore
        }),
      RecordedValue(
        "cleaning.documentsAfter", "documents after cleaning",
        count: { run, _ in
          run.cleaning.documentsAfter
        }),
      RecordedValue(
        "cleaning.documentsDropped", "the difference of the two",
        count: { run, _ in
          run.cleaning.documentsBefore - run.cleaning.documentsAfter
        }),
      RecordedValue(
        "cleaning.bytesBefore", "bytes of text before cleaning",
        count: { run, _ in
          run.cleaning.bytesBefore
        }),
      RecordedValue(
        "cleaning.bytesAfter", "bytes of text after cleaning",
        count: { run, _ in
          run.cleaning.bytesAfter
        }),
      RecordedValue(
        "cleaning.kept", "bytes after over bytes before",
        share: { run, _ in
          run.cleaning.bytesBefore == 0
            ? nil : Double(run.cleaning.bytesAfter) / Double(run.cleaning.bytesBefore)
        }),
      RecordedValue(
        "cleaning.rules", "how many rules there are",
        count: { run, _ in
          run.cleaning.rules.count
        }),
      RecordedValue(
        "cleaning.exact", "documents cleaned to the very byte",
        count: { run, _ in
          run.cleaning.exactDocuments
        }),
      RecordedValue(
        "cleaning.known", "documents whose clean text is known",
        count: { run, _ in
          run.cleaning.knownDocuments
        }),
      RecordedValue(
        "duplicate.similarity", "similarity of the nearest pair of the language, 0 to 1", places: 2
      ) {
        run, language in run.exhibits(for: language).duplicates.first?.similarity
      },
      RecordedValue(
        "duplicate.common", "snippets that both texts of that pair have",
        count: { run, language in run.exhibits(for: language).duplicates.first?.overlap?.common }),
      RecordedValue(
        "duplicate.all", "different snippets of the two together",
        count: { run, language in run.exhibits(for: language).duplicates.first?.overlap?.all }),
      RecordedValue("duplicate.id", "the document that was dropped as its copy") { run, language in
        run.exhibits(for: language).duplicates.first?.documentID
      },
      RecordedValue("duplicate.of", "the document that was kept") { run, language in
        run.exhibits(for: language).duplicates.first?.duplicateOf
      },
      RecordedValue("rule.name", "name of the cleaning rule with the most edits") { run, language in
        run.exhibits(for: .english).busiestRule?.name[language]
      },
      RecordedValue(
        "rule.edits", "edits of that rule",
        count: { run, _ in run.exhibits(for: .english).busiestRule?.edits }),
      RecordedValue(
        "rule.documents", "documents that it changed",
        count: { run, _ in
          run.exhibits(for: .english).busiestRule?.documents
        }),
    ] + confusion("rule", "that rule") { $0.exhibits(for: .english).busiestRule?.confusion }

  static func confusion(
    _ name: String, _ meaning: String, _ record: @escaping @Sendable (Run) -> ConfusionRecord?
  ) -> [RecordedValue] {
    [
      RecordedValue(
        "\(name).truePositives", "rightly flagged by \(meaning)",
        count: { run, _ in
          record(run)?.truePositives
        }),
      RecordedValue(
        "\(name).falsePositives", "wrongly flagged by \(meaning)",
        count: { run, _ in
          record(run)?.falsePositives
        }),
      RecordedValue(
        "\(name).falseNegatives", "overlooked by \(meaning)",
        count: { run, _ in
          record(run)?.falseNegatives
        }),
      RecordedValue(
        "\(name).trueNegatives", "rightly left alone by \(meaning)",
        count: { run, _ in
          record(run)?.trueNegatives
        }),
      RecordedValue("\(name).precision", "precision of \(meaning)", places: 3) { run, _ in
        record(run)?.precision
      },
      RecordedValue("\(name).recall", "recall of \(meaning)", places: 3) { run, _ in
        record(run)?.recall
      },
    ]
  }

  static let filter: [RecordedValue] =
    [
      RecordedValue("filter.threshold", "score from which a sentence is taken out", places: 2) {
        run, _ in
        run.filter.threshold
      },
      RecordedValue(
        "filter.dropped", "sentences taken out by the filter",
        count: { run, _ in
          run.filter.droppedCount
        }),
      RecordedValue("filter.topScore", "the highest score among those shown", places: 2) { run, _ in
        run.filter.dropped.map(\.score).max()
      },
      RecordedValue("filter.lowScore", "the lowest score among those shown", places: 2) { run, _ in
        run.filter.dropped.map(\.score).min()
      },
    ] + confusion("filter", "the filter") { $0.filter.confusion }

  static let normalization: [RecordedValue] = [
    RecordedValue(
      "normalization.rules", "how many rules there are",
      count: { run, _ in
        run.normalization.rules.count
      }),
    RecordedValue(
      "normalization.edits", "edits of all rules together",
      count: { run, _ in
        run.normalization.rules.reduce(0) { $0 + $1.edits }
      }),
    RecordedValue("normalization.sum", "the sum written out: edits of each rule") { run, _ in
      run.normalization.rules.map { Numbers.count($0.edits) }.joined(separator: " + ")
    },
    RecordedValue("normalization.before", "a stretch of text before normalization") {
      run, language in
      run.exhibits(for: language).normalizationEdit.map { TerminalText.visible($0.before) }
    },
    RecordedValue("normalization.after", "the same stretch after it") { run, language in
      run.exhibits(for: language).normalizationEdit.map { TerminalText.visible($0.after) }
    },
  ]

  static let dataset: [RecordedValue] =
    Split.allCases.flatMap { name in
      [
        RecordedValue(
          "dataset.\(name.rawValue).documents", "documents in the \(name.rawValue) split",
          count: { run, _ in
            part(name, run)?.documents
          }),
        RecordedValue(
          "dataset.\(name.rawValue).tokens", "tokens in the \(name.rawValue) split",
          count: { run, _ in
            part(name, run)?.tokens
          }),
        RecordedValue(
          "dataset.\(name.rawValue).share", "its share of all documents",
          share: { run, _ in
            let all = run.dataset.parts.reduce(0) { $0 + $1.documents }
            return all == 0 ? nil : part(name, run).map { Double($0.documents) / Double(all) }
          }),
      ]
    } + [
      RecordedValue(
        "dataset.documents", "documents in all three splits",
        count: { run, _ in
          run.dataset.parts.reduce(0) { $0 + $1.documents }
        }),
      RecordedValue(
        "dataset.tokens", "tokens in all three splits",
        count: { run, _ in
          run.dataset.parts.reduce(0) { $0 + $1.tokens }
        }),
      RecordedValue(
        "dataset.batchSize", "rows of a batch", count: { run, _ in run.dataset.batchSize }),
      RecordedValue(
        "dataset.contextLength", "tokens of a row",
        count: { run, _ in
          run.dataset.contextLength
        }),
      RecordedValue(
        "dataset.tokensPerBatch", "the product of the two",
        count: { run, _ in
          run.dataset.batchSize * run.dataset.contextLength
        }),
      RecordedValue("batch.input.second", "second input token of the first row") { run, _ in
        piece(run.exhibits(for: .english).batchRow?.inputs, 1)
      },
      RecordedValue("batch.target.first", "first target token of the first row") { run, _ in
        piece(run.exhibits(for: .english).batchRow?.targets, 0)
      },
      RecordedValue("batch.input.first", "first input token of the first row") { run, _ in
        piece(run.exhibits(for: .english).batchRow?.inputs, 0)
      },
    ]

  private static func part(_ name: Split, _ run: Run) -> DatasetRecord.Part? {
    run.dataset.parts.first { $0.name == name }
  }

  private static func piece(_ pieces: [TokenPiece]?, _ index: Int) -> String? {
    guard let pieces, pieces.indices.contains(index) else { return nil }
    return shown(pieces[index])
  }
}
