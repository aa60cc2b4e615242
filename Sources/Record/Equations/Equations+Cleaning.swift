import Names

/// L2a: what cleaning took away, counted in several ways.
extension Equation {
  static let ofCleaning: [Equation] = [
    Equation(
      "collected-documents-are-cleaned", "L2a", en: "Every document that was collected is cleaned.",
      ja: "集めた文書は、すべて前処理を通る。"
    ) { run, comparison in
      guard let collection = run[.collection], let cleaning = run[.cleaning] else { return }
      comparison.equal(
        collection.documentCount, cleaning.documentsBefore, "documents collected and cleaned")
    },
    Equation(
      "missing-documents-were-dropped", "L2a",
      en:
        "A document that is missing after cleaning was dropped by a rule or by the content filter.",
      ja: "前処理のあとに残っていない文書は、規則か内容フィルターが捨てたものである。"
    ) { run, comparison in
      guard let cleaning = run[.cleaning], let filter = run[.filter] else { return }
      let missing = cleaning.documentsBefore - cleaning.documentsAfter
      let dropped = Self.rules(of: run).reduce(0) { $0 + $1.documentsDropped }
      // The filter counts passages, of which a document that it drops has at least one.
      comparison.holds(
        dropped <= missing && missing <= dropped + filter.droppedCount,
        "\(dropped) dropped by rules ≤ \(missing) missing ≤ \(dropped + filter.droppedCount)")
    },
    Equation(
      "missing-bytes-were-removed", "L2a",
      en:
        "Where no document and no passage was dropped, the rules removed all bytes that are missing.",
      ja: "文書も文も捨てられていなければ、減ったバイト数は規則が取り除いたバイト数に等しい。"
    ) { run, comparison in
      guard let cleaning = run[.cleaning], let filter = run[.filter] else { return }
      let rules = Self.rules(of: run)
      let missing = cleaning.bytesBefore - cleaning.bytesAfter
      let removed = rules.reduce(0) { $0 + $1.bytesRemoved }
      if filter.droppedCount == 0, rules.allSatisfy({ $0.documentsDropped == 0 }) {
        comparison.equal(removed, missing, "bytes removed by rules and missing")
      } else {
        // The stars in the place of an unsuitable word may take more bytes than it did.
        let most = missing + 9 * filter.droppedCount
        comparison.holds(removed <= most, "\(removed) bytes removed ≤ \(most) bytes missing")
      }
    },
    Equation(
      "cleaning-samples-were-collected", "L2a",
      en: "A document shown before cleaning is the raw document shown at collection.",
      ja: "前処理の前として見せる文書は、収集のところで見せた生の文書と同じである。"
    ) { run, comparison in
      let raw = Dictionary(
        (run[.collection]?.samples ?? []).map { ($0.document.id, $0.text) },
        uniquingKeysWith: { first, _ in first })
      for sample in run[.cleaning]?.samples ?? [] {
        comparison.holds(
          raw[sample.documentID].map { $0.utf8.elementsEqual(sample.before.utf8) } ?? false,
          "\(sample.documentID): the same raw text, \(sample.before.utf8.count) bytes")
      }
    },
    Equation(
      "edits-explain-the-length", "L2a",
      en: "What the edits of a sample took away is what its text lost, to the byte.",
      ja: "見本の文章の長さの変化は、1バイトも違わず編集の分である。"
    ) { run, comparison in
      for sample in Self.samples(of: run) {
        let lost = sample.edits.reduce(0) { $0 + $1.before.utf8.count - $1.after.utf8.count }
        comparison.equal(
          sample.before.utf8.count - lost, sample.after.utf8.count,
          "\(sample.documentID): bytes before less bytes edited away, and after")
      }
    },
    Equation(
      "edits-change-something", "L2a", en: "No edit of a sample leaves its place as it was.",
      ja: "見本の編集は、どれも文章を実際に変えている。"
    ) { run, comparison in
      for sample in Self.samples(of: run) {
        let length = sample.before.utf8.count
        for edit in sample.edits {
          comparison.holds(
            !edit.before.utf8.elementsEqual(edit.after.utf8),
            "\(sample.documentID), \(edit.rule): before and after differ")
          comparison.holds(
            (0...length).contains(edit.place),
            "\(sample.documentID), \(edit.rule): 0 ≤ \(edit.place) ≤ \(length)")
        }
      }
    },
    Equation(
      "duplicates-share-snippets", "L2a",
      en: "The similarity of two texts is their common snippets over all different ones.",
      ja: "二つの文章の類似度は、共通の切れ端の数を、切れ端の種類の総数で割ったものである。"
    ) { run, comparison in
      for pair in run[.cleaning]?.duplicates ?? [] {
        guard let overlap = pair.overlap else { continue }
        comparison.holds(
          0 < overlap.common && overlap.common <= overlap.all,
          "\(pair.documentID): 0 < \(overlap.common) ≤ \(overlap.all)")
        if let literal = pair.literal {
          comparison.holds(
            0 <= literal.common && literal.common <= literal.all && literal.all > 0,
            "\(pair.documentID): 0 ≤ \(literal.common) ≤ \(literal.all) letter by letter")
        }
        // Recorded to four decimals.
        comparison.close(
          Double(overlap.common) / Double(max(overlap.all, 1)), pair.similarity, within: 5.1e-5,
          "\(pair.documentID): \(overlap.common) / \(overlap.all) and similarity")
      }
    },
    Equation(
      "duplicates-stand-in-order", "L2a", en: "The most similar duplicates stand first.",
      ja: "重複は、よく似ているものから順に並んでいる。"
    ) { run, comparison in
      comparison.falling(run[.cleaning]?.duplicates.map(\.similarity) ?? [], "similarity")
    },
    Equation(
      "shown-duplicates-were-dropped", "L2a",
      en: "The rule about near duplicates dropped at least the duplicates that are shown.",
      ja: "見せている重複は、ほぼ同じ文書を捨てる規則が捨てたものの一部である。"
    ) { run, comparison in
      guard let record = run[.cleaning],
        let rule = record.rules.first(where: { $0.id == .nearDuplicate })
      else { return }
      let (shown, dropped) = (record.duplicates.count, rule.documentsDropped)
      comparison.holds(
        shown <= dropped && (shown > 0) == (dropped > 0), "\(shown) shown ≤ \(dropped) dropped")
      for pair in record.duplicates {
        comparison.holds(
          pair.documentID != pair.duplicateOf, "\(pair.documentID) is no duplicate of itself")
      }
    },
    Equation(
      "exact-documents-are-known", "L2a",
      en: "Where the truth is known, it is known of every document, and no more can be exact.",
      ja: "正解がわかるときはすべての文書についてわかり、正確な文書の数はそれを超えない。"
    ) { run, comparison in
      guard let record = run[.cleaning], let known = record.knownDocuments,
        let exact = record.exactDocuments
      else { return }
      comparison.equal(known, record.documentsBefore, "documents known and collected")
      comparison.holds(
        0 <= exact && exact <= known, "0 ≤ \(exact) documents exact ≤ \(known) known")
      if let deviation = record.deviation {
        comparison.equal(
          exact + deviation.lost + deviation.strays + deviation.altered, known,
          "documents exact, lost, strayed and altered, and known")
      }
    },
  ]

  /// The rules of cleaning and of normalization.
  static func rules(of run: Run) -> [RuleRecord] {
    (run[.cleaning]?.rules ?? []) + (run[.normalization]?.rules ?? [])
  }

  /// Texts before and after, of cleaning and of normalization.
  static func samples(of run: Run) -> [BeforeAfter] {
    (run[.cleaning]?.samples ?? []) + (run[.normalization]?.samples ?? [])
  }
}
