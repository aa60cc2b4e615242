import Files
import Names
import Record

/// The card of one version of the model: from which it comes, what changed, how it was judged, what it cannot do.
///
/// The build's own versions and those of `nakami improve` have the same card.
package struct VersionCard {
  private let id: Int
  /// Nil for the model as it was built.
  private let origin: Origin?
  private let story: ImprovementStory?
  /// What people corrected, and under which headings.
  private let corrections: (columns: [String], rows: [[String]])
  private let scores: [ImprovementRecord.Score]
  private let testLoss: Double
  private let gate: ImprovementRecord.Gate
  private let verdict: VersionVerdict
  /// Whether it answers now; nil where the card doesn't say, since that changes.
  private let isLive: Bool?
  private let failed: [Int]
  /// Of the weights, where they are told.
  private let weights: (byteCount: Int, fingerprint: String)?
  private let hasSimulatedVisitors: Bool

  /// How it learned on.
  package struct Origin {
    package var parent: Int
    /// Test loss of the version from which it learned on.
    package var parentLoss: Double
    package var way: ImprovementWay
    /// Of corrections of low rank, where it is known.
    package var rank: Int?
    package var steps: Int
    package var feedback: ImprovementRecord.FeedbackCount
    package var exampleDocuments: Int
    package var replayedDocuments: Int
    /// Rows of a batch, and how many of them hold examples.
    package var batchSize: Int
    package var exampleRows: Int

    package init(
      parent: Int, parentLoss: Double, _ learning: ImprovementRecord.Learning, rank: Int? = nil
    ) {
      self.parent = parent
      self.parentLoss = parentLoss
      way = learning.way
      self.rank = rank
      steps = learning.steps
      feedback = learning.feedback
      exampleDocuments = learning.exampleDocuments
      replayedDocuments = learning.replayedDocuments
      batchSize = learning.batchSize
      exampleRows = learning.exampleRows
    }
  }

  /// Of a version that the build made and tells of.
  init(record: ImprovementRecord, version: ImprovementRecord.Version) {
    let parent = version.parent.flatMap { record.version($0) }
    id = version.id
    if let learning = version.learning, let parent {
      origin = Origin(parent: parent.id, parentLoss: parent.testLoss, learning)
    } else {
      origin = nil
    }
    story = version.story
    let own = version.story.map { story in record.corrections.filter { $0.story == story } } ?? []
    corrections = (
      ["about", "what", "before", "now"],
      own.map {
        [
          $0.name.en, $0.relation, $0.before?.en ?? "nothing is known",
          $0.after?.en ?? "to say so",
        ]
      }
    )
    scores = version.scores
    testLoss = version.testLoss
    gate = record.gate
    verdict = version.verdict
    isLive = record.live.id == version.id
    failed = version.failed
    weights = (version.byteCount, version.weights)
    hasSimulatedVisitors = true
  }

  /// Of a version that learned from a user's own feedback.
  /// - Parameter corrections: prompt, what was said before and what is said now.
  package init(
    id: Int, origin: Origin, corrections: [[String]], outcome: FeedbackVersion.Outcome,
    gate: ImprovementRecord.Gate
  ) {
    self.id = id
    self.origin = origin
    story = .feedback
    self.corrections = (["prompt", "before", "wanted", "now"], corrections)
    scores = outcome.scores
    testLoss = outcome.lossAfter
    self.gate = gate
    verdict = outcome.failed.isEmpty ? .accepted : .refused
    isLive = nil
    failed = outcome.failed
    weights = nil
    hasSimulatedVisitors = false
  }

  package var text: String {
    var lines = ["# Version \(id) of a small GPT-2 style model made by Nakami", ""]
    lines += originLines + correctionLines + scoreLines + gateLines + limitLines
    return lines.joined(separator: "\n")
  }

  /// The cards of all versions, `versions/version-2.md` and so on.
  static func write(_ record: ImprovementRecord, to folder: String) throws(FileError) {
    for version in record.versions {
      let path = "\(folder)/versions/version-\(version.id).md"
      try AtomicFile.createFolder(SystemCalls.folder(of: path))
      try AtomicFile.write(VersionCard(record: record, version: version).text, to: path)
    }
  }

  /// Clauses of the gate that are about this version, by their places.
  private var clauses: [Int] {
    gate.clauses.indices.filter {
      let own = gate.clauses[$0].story
      return own == nil || own == story
    }
  }

  private var originLines: [String] {
    var lines: [String] = []
    if let origin {
      let feedback = origin.feedback
      lines += [
        "- Learned on from version \(origin.parent) for \(origin.steps) steps (\(way(origin)))",
        "- From \(feedback.entries) opinions of people, \(feedback.agreed) corrections agreed on, "
          + "\(feedback.contradicting) contradicting (feedback \(feedback.fingerprint))",
        origin.replayedDocuments == 0
          ? "- Read nothing but corrections (\(origin.exampleDocuments) documents)"
          : "- \(origin.exampleRows) of \(origin.batchSize) rows of a batch hold corrections "
            + "(\(origin.exampleDocuments) documents), the others earlier documents "
            + "(\(origin.replayedDocuments))",
      ]
    } else {
      lines.append("- The model as it was built")
    }
    lines.append("- Verdict: \(verdictText)")
    if let weights {
      lines.append("- Weights: \(weights.byteCount) bytes, fingerprint \(weights.fingerprint)")
    }
    return lines
  }

  private var verdictText: String {
    switch verdict {
    case .start: "none, for it is the first"
    case .accepted: "accepted" + (isLive.map { $0 ? "; in use" : "; replaced since" } ?? "")
    case .refused:
      "refused, \(failed.count) of \(clauses.count) conditions of the gate are not met; never in use"
    }
  }

  private func way(_ origin: Origin) -> String {
    switch origin.way {
    case .all: "all weights"
    case .lastBlock: "the last block alone"
    case .lowRank: "corrections of low rank" + (origin.rank.map { ", \($0)" } ?? "")
    }
  }

  private var correctionLines: [String] {
    guard !corrections.rows.isEmpty else { return [] }
    let columns = corrections.columns
    return [
      "", "## What was corrected", "", "| \(columns.joined(separator: " | ")) |",
      "|" + String(repeating: "---|", count: columns.count),
    ] + corrections.rows.map { "| \($0.map(cell).joined(separator: " | ")) |" }
  }

  private var scoreLines: [String] {
    var lines = ["", "## How it was judged", ""]
    if !scores.isEmpty {
      lines += ["| questions | asked | right before | right now | lost |", "|---|---|---|---|---|"]
      lines += scores.map {
        "| \(name($0.group)) | \($0.asked) | \($0.rightBefore) | \($0.rightAfter) | \($0.lost.count) |"
      }
      lines.append("")
    }
    let before = origin.map { "; version \($0.parent) has \(rounded($0.parentLoss))" } ?? ""
    return lines + ["On test documents: \(rounded(testLoss)) nats per token\(before)."]
  }

  private func name(_ measure: ImprovementMeasure) -> String {
    switch measure {
    case .corrected: "corrected"
    case .otherwise: "the same asked otherwise"
    case .neighbours: "other questions about the same people"
    case .others: "everything else"
    case .earlier: "what earlier versions corrected"
    case .unknown: "people whom nobody knows"
    case .testLoss: "test loss"
    }
  }

  private var gateLines: [String] {
    guard verdict != .start else { return [] }
    return [
      "", "## The gate, fixed before it learned", "", "| condition | limit | met |",
      "|---|---|---|",
    ]
      + clauses.map { place in
        let clause = gate.clauses[place]
        let limit =
          clause.atLeast.map { "at least \(percent($0))% right" }
          ?? (clause.measure == .testLoss
            ? "at most \(rounded(clause.mayLose ?? 0)) nats more"
            : "at most \(percent(clause.mayLose ?? 0))% lost")
        return
          "| \(name(clause.measure)) | \(limit) | \(failed.contains(place) ? "no" : "yes") |"
      }
  }

  private var limitLines: [String] {
    let unknown = scores.first { $0.group == .unknown && $0.asked > 0 }
    let madeUp = unknown.map {
      "- Of \($0.asked) questions about people whom nobody knows it makes up the answer to "
        + "\($0.asked - $0.rightAfter)."
    }
    return [
      "", "## What it can't do", "",
      origin.map {
        "- Beyond its corrections it knows what version \($0.parent) knew, less what was lost."
      } ?? "- It knows nothing but the documents that it was trained on.",
      madeUp ?? "- It answers with the same confidence where it knows nothing.",
      hasSimulatedVisitors
        ? "- The corrections came from simulated visitors; what they agreed on was taken for true."
        : "- What more than half of those who corrected an answer wanted was taken for true.", "",
    ]
  }

  private func percent(_ share: Double) -> String {
    let value = rounded(100 * share)
    return value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  /// More of a text from outside is no use in a table.
  private static let longestCell = 200

  /// A text in a cell of a table, on one line; neither markup nor anything that steers.
  private func cell(_ text: String) -> String {
    var result = ""
    for scalar in text.prefix(Self.longestCell).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: result += " "
      default:
        switch scalar {
        case "|": result += "\\|"
        case "<": result += "&lt;"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + (text.count > Self.longestCell ? "…" : "")
  }
}
