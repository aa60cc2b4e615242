/// L1 to L3: documents, cleaning, tokens, the split.
extension Equation {
  static let data: [Equation] = [
    Equation(
      "documents-are-on-shelves", "L1", en: "The documents of all shelves are all documents.",
      ja: "すべての棚の文書を合わせると、文書全体になる。"
    ) { run, comparison in
      guard let record = run[.collection] else { return }
      comparison.equal(
        record.shelves.reduce(0) { $0 + $1.documents }, record.documentCount,
        "documents over shelves")
    }
  ]
}
