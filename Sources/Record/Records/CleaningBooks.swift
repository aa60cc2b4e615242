import Names

/// What cleaning took in and gave out, character by character, and what the rule for personal data can do.
extension CleaningRecord {
  /// What one rule found, in characters: `after = before − removed + added − dropped`.
  public struct LedgerRow: Codable, Sendable {
    public var rule: RuleID
    public var before: Int
    public var removed: Int
    public var added: Int
    /// Those of whole documents that it dropped.
    public var dropped: Int
    public var after: Int

    package init(
      rule: RuleID, before: Int, removed: Int, added: Int, dropped: Int, after: Int
    ) {
      self.rule = rule
      self.before = before
      self.removed = removed
      self.added = added
      self.dropped = dropped
      self.after = after
    }
  }

  /// Characters of all documents before the first rule and after the last one, and every rule in the
  /// order in which they run.
  public struct Ledger: Codable, Sendable {
    public var before: Int
    /// Counted in the documents that are left.
    public var after: Int
    public var rows: [LedgerRow]

    public var removed: Int { rows.reduce(0) { $0 + $1.removed } }
    public var added: Int { rows.reduce(0) { $0 + $1.added } }
    public var dropped: Int { rows.reduce(0) { $0 + $1.dropped } }

    package init(before: Int, after: Int, rows: [LedgerRow]) {
      self.before = before
      self.after = after
      self.rows = rows
    }
  }

  /// A character that shows nothing or stands for a lost one, and how often it was taken out.
  public struct Stray: Codable, Sendable {
    /// Its number in Unicode, as `U+200B`.
    public var character: String
    public var count: Int
    public var documents: Int
    public var firstDocumentID: String

    package init(character: String, count: Int, documents: Int, firstDocumentID: String) {
      self.character = character
      self.count = count
      self.documents = documents
      self.firstDocumentID = firstDocumentID
    }
  }

  /// How the rule for personal data does on a table of ways in which people write such data, and of
  /// what looks like them.
  public struct Forms: Codable, Sendable {
    /// One row for each origin.
    public var rows: [FormRow]
    public var mistakes: [Mistake]

    /// All rows together.
    public var total: ConfusionRecord {
      rows.reduce(
        ConfusionRecord(
          truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
      ) { sum, row in
        ConfusionRecord(
          truePositives: sum.truePositives + row.confusion.truePositives,
          falsePositives: sum.falsePositives + row.confusion.falsePositives,
          falseNegatives: sum.falseNegatives + row.confusion.falseNegatives,
          trueNegatives: sum.trueNegatives + row.confusion.trueNegatives)
      }
    }

    package init(rows: [FormRow], mistakes: [Mistake]) {
      self.rows = rows
      self.mistakes = mistakes
    }
  }

  public struct FormRow: Codable, Sendable {
    public var origin: FormOrigin
    public var confusion: ConfusionRecord

    package init(origin: FormOrigin, confusion: ConfusionRecord) {
      self.origin = origin
      self.confusion = confusion
    }
  }

  /// A line of that table which came out wrong.
  public struct Mistake: Codable, Sendable {
    public var origin: FormOrigin
    public var text: String
    public var result: String
    public var wanted: String

    package init(origin: FormOrigin, text: String, result: String, wanted: String) {
      self.origin = origin
      self.text = text
      self.result = result
      self.wanted = wanted
    }
  }
}
