import Names
import RawData

/// How often a rule was right, against noise whose places are known.
public struct RuleScore: Sendable, Equatable {
  public var rule: RuleID
  /// Places of noise meant for this rule that were dealt with.
  public var truePositives: Int
  /// Changes, or dropped documents, where there was no such noise.
  public var falsePositives: Int
  /// Places of noise meant for this rule that were left.
  public var falseNegatives: Int
  /// Documents without such noise that the rule left alone.
  public var trueNegatives: Int

  /// Nothing counted yet.
  init(_ rule: RuleID) {
    self.init(
      rule: rule, truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
  }

  init(
    rule: RuleID, truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int
  ) {
    self.rule = rule
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// Share of what the rule did that was right; 1 when it did nothing.
  public var precision: Double {
    let positives = truePositives + falsePositives
    return positives == 0 ? 1 : Double(truePositives) / Double(positives)
  }

  /// Share of the noise that the rule dealt with; 1 when there was none.
  public var recall: Double {
    let noise = truePositives + falseNegatives
    return noise == 0 ? 1 : Double(truePositives) / Double(noise)
  }
}

/// A case that a rule can hardly get right, and whether it acted.
public struct AmbiguousCase: Sendable, Equatable {
  public var mark: NoiseMark
  public var rule: RuleID
  /// Whether the rule acted: right for disguised noise, wrong for a lookalike.
  public var isCaught: Bool
}

/// What cleaning left, against what it should have left.
public struct CleaningDeviation: Sendable, Equatable {
  /// Documents that are missing.
  public var lost = 0
  /// Documents that should have been dropped.
  public var strays = 0
  /// Documents in which some bytes differ.
  public var altered = 0
  /// Bytes that are too many; negative where some are missing.
  public var bytes = 0
}

/// Cleaning judged against a collection whose noise is known.
///
/// Needs a result with `CleaningOptions.recordsAllEdits`.
public struct CleaningScore: Sendable {
  /// One for each rule that some noise is meant for, in the order in which the rules run.
  public private(set) var rules: [RuleScore] = []
  /// Of those counts, the ones of cases that a rule can hardly get right: lookalikes and disguised
  /// noise; true negatives are the lookalikes that were left. The rest is what a rule can know.
  public private(set) var ambiguous: [RuleScore] = []
  /// Each of those cases, in the order of collection, and whether the rule acted.
  public private(set) var cases: [AmbiguousCase] = []
  /// `matrix[rule][noise]`: edits and drops of each rule (a row for each of `RuleID.allCases`) by
  /// the noise that stood there (a column for each of `NoiseKind.allCases`, and one for none).
  public private(set) var matrix: [[Int]]
  /// Documents whose fields are, to the byte, what the truth says, dropped ones included.
  public private(set) var exactDocuments = 0
  public private(set) var knownDocuments = 0
  /// How the others differ from the truth.
  public private(set) var deviation = CleaningDeviation()
  /// The ids of the others, in the order of collection.
  public private(set) var differing: [String] = []
  /// Noise that was left, at most 100 places.
  public private(set) var missed: [NoiseMark] = []
  /// Changes without noise, at most 100.
  public private(set) var needless: [CleaningEdit] = []
  /// What the content filter would do with other thresholds.
  public private(set) var sweep: [ThresholdScore] = []

  /// - Parameters:
  ///   - documents: as collected, the input of the result.
  ///   - cleanFields: what should be left of each document; none where it should be dropped.
  public init(
    _ result: CleaningResult, documents: some Swift.Collection<RawDocument>, noise: [NoiseMark],
    cleanFields: [String: [RawDocument.Field]]
  ) {
    let columns = NoiseKind.allCases.count + 1
    matrix = Array(
      repeating: Array(repeating: 0, count: columns), count: RuleID.allCases.count)
    var counts = RuleID.allCases.map(RuleScore.init)
    var hard = counts
    var book = NoiseBook(noise, documents)
    compare(result, documents, cleanFields)
    // Where a case is ambiguous the document may differ, and no other rule is to blame.
    let differing = Set(differing).subtracting(
      noise.lazy.filter { $0.guise != nil }.map(\.documentID))
    for edit in result.edits {
      judge(edit, &book, &counts, isExact: !differing.contains(edit.documentID))
    }
    for drop in result.dropped { judge(drop, &book, &counts, &hard) }
    let dropped = Set(result.dropped.map(\.documentID))
    for entry in book.entries {
      // Unsuitable sentences of a dropped document are gone with it.
      let isGone = !entry.isWhole && entry.rule == .unsuitable
      if isGone, dropped.contains(entry.mark.documentID) { continue }
      let rule = entry.rule.index
      if entry.mark.guise != nil {
        cases.append(AmbiguousCase(mark: entry.mark, rule: entry.rule, isCaught: entry.isCaught))
      }
      switch (entry.isLookalike, entry.isCaught) {
      // A document that was dropped for it is counted where drops are judged.
      case (true, true) where entry.isDropped: break
      case (true, true):
        counts[rule].falsePositives += 1
        hard[rule].falsePositives += 1
      case (true, false): hard[rule].trueNegatives += 1
      case (false, true):
        counts[rule].truePositives += 1
        if entry.mark.guise != nil { hard[rule].truePositives += 1 }
      case (false, false):
        counts[rule].falseNegatives += 1
        if entry.mark.guise != nil {
          hard[rule].falseNegatives += 1
        } else if missed.count < 100 {
          missed.append(entry.mark)
        }
      }
    }
    let touched = Self.touched(result, book)
    for rule in CleaningRule.all where rule.noise != nil {
      counts[rule.id.index].trueNegatives = documents.count - touched[rule.id.index].count
      rules.append(counts[rule.id.index])
      ambiguous.append(hard[rule.id.index])
    }
    sweep = ThresholdScore.sweep(result, noise)
  }

  public subscript(rule: RuleID) -> RuleScore? { rules.first { $0.rule == rule } }

  /// A change counts as needless where no noise of the rule's own kind stood and the document is
  /// not, in the end, what it should be: headings and blocks ask for changes that nobody marked.
  private mutating func judge(
    _ edit: CleaningEdit, _ book: inout NoiseBook, _ counts: inout [RuleScore], isExact: Bool
  ) {
    let own = CleaningRule(edit.rule).noise
    let (kinds, hasLookalike) = book.catchMarks(
      at: edit.start..<edit.end, in: edit.documentID, edit.field, for: own)
    let kind = own.flatMap { kinds.contains($0) ? $0 : nil } ?? kinds.min { $0.place < $1.place }
    matrix[edit.rule.index][kind?.place ?? NoiseKind.allCases.count] += 1
    if own != nil, kind != own, !isExact, !hasLookalike {
      counts[edit.rule.index].falsePositives += 1
      if needless.count < 100 { needless.append(edit) }
    }
  }

  private mutating func judge(
    _ drop: DroppedDocument, _ book: inout NoiseBook, _ counts: inout [RuleScore],
    _ hard: inout [RuleScore]
  ) {
    let own = CleaningRule(drop.rule).noise
    let (kinds, hasLookalike) = book.catchWhole(drop.documentID, for: own)
    let kind = own.flatMap { kinds.contains($0) ? $0 : nil } ?? kinds.min { $0.place < $1.place }
    matrix[drop.rule.index][kind?.place ?? NoiseKind.allCases.count] += 1
    if kind != own {
      counts[drop.rule.index].falsePositives += 1
      if hasLookalike { hard[drop.rule.index].falsePositives += 1 }
    }
  }

  /// For each rule, the documents with its noise or with something it did.
  private static func touched(_ result: CleaningResult, _ book: NoiseBook) -> [Set<String>] {
    var touched = [Set<String>](repeating: [], count: RuleID.allCases.count)
    for edit in result.edits { touched[edit.rule.index].insert(edit.documentID) }
    for drop in result.dropped { touched[drop.rule.index].insert(drop.documentID) }
    for entry in book.entries where !entry.isLookalike {
      touched[entry.rule.index].insert(entry.mark.documentID)
    }
    return touched
  }

  private mutating func compare(
    _ result: CleaningResult, _ documents: some Sequence<RawDocument>,
    _ cleanFields: [String: [RawDocument.Field]]
  ) {
    var left: [String: [RawDocument.Field]] = [:]
    for document in result.documents { left[document.id] = document.fields }
    for document in documents {
      knownDocuments += 1
      let (actual, wanted) = (left[document.id], cleanFields[document.id])
      deviation.bytes += Self.byteCount(actual) - Self.byteCount(wanted)
      if Self.areEqual(actual, wanted) {
        exactDocuments += 1
        continue
      }
      if actual == nil {
        deviation.lost += 1
      } else if wanted == nil {
        deviation.strays += 1
      } else {
        deviation.altered += 1
      }
      differing.append(document.id)
    }
  }
}

extension CleaningScore {
  private static func byteCount(_ fields: [RawDocument.Field]?) -> Int {
    (fields ?? []).reduce(0) { $0 + $1.text.utf8.count }
  }

  /// Whether two documents agree to the byte; `==` of strings would let canonical equivalents pass.
  private static func areEqual(
    _ left: [RawDocument.Field]?, _ right: [RawDocument.Field]?
  ) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.elementsEqual(right) {
      $0.name == $1.name && $0.text.utf8.elementsEqual($1.text.utf8)
    }
  }
}

extension NoiseKind {
  /// The place among all kinds.
  var place: Int { Self.allCases.firstIndex(of: self)! }
}
