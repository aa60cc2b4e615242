import Files
import Names
import Record

/// The card of one version of the model: from which it comes, what changed, how it was judged, what it cannot do.
struct VersionCard {
  let record: ImprovementRecord
  let version: ImprovementRecord.Version

  var text: String {
    var lines = ["# Version \(version.id) of a small GPT-2 style model made by Nakami", ""]
    lines += origin + corrections + scores + gate + limits
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

  private var parent: ImprovementRecord.Version? { version.parent.flatMap { record.version($0) } }

  /// Clauses of the gate that are about this version, by their places.
  private var clauses: [Int] {
    record.gate.clauses.indices.filter {
      let story = record.gate.clauses[$0].story
      return story == nil || story == version.story
    }
  }

  private var origin: [String] {
    var lines: [String] = []
    if let learning = version.learning, let parent {
      let feedback = learning.feedback
      lines += [
        "- Learned on from version \(parent.id) for \(learning.steps) steps (\(way(learning.way)))",
        "- From \(feedback.entries) opinions of people, \(feedback.agreed) corrections agreed on, "
          + "\(feedback.contradicting) contradicting (feedback \(feedback.fingerprint))",
        learning.replayedDocuments == 0
          ? "- Read nothing but corrections (\(learning.exampleDocuments) documents)"
          : "- \(learning.exampleRows) of \(learning.batchSize) rows of a batch hold corrections "
            + "(\(learning.exampleDocuments) documents), the others earlier documents "
            + "(\(learning.replayedDocuments))",
      ]
    } else {
      lines.append("- The model as it was built")
    }
    lines.append("- Verdict: \(verdict)")
    lines.append("- Weights: \(version.byteCount) bytes, fingerprint \(version.weights)")
    return lines
  }

  private var verdict: String {
    switch version.verdict {
    case .start: "none, for it is the first"
    case .accepted: "accepted; \(record.live.id == version.id ? "in use" : "replaced since")"
    case .refused:
      "refused, \(version.failed.count) of \(clauses.count) conditions of the gate are not met; never in use"
    }
  }

  private func way(_ way: ImprovementWay) -> String {
    switch way {
    case .all: "all weights"
    case .lastBlock: "the last block alone"
    case .lowRank: "corrections of low rank"
    }
  }

  /// What people corrected for it.
  private var corrections: [String] {
    let own = version.story.map { story in record.corrections.filter { $0.story == story } } ?? []
    guard !own.isEmpty else { return [] }
    return [
      "", "## What was corrected", "", "| about | what | before | now |", "|---|---|---|---|",
    ]
      + own.map {
        "| \(cell($0.name.en)) | \(cell($0.relation)) | \(cell($0.before?.en ?? "nothing is known")) | "
          + "\(cell($0.after?.en ?? "to say so")) |"
      }
  }

  private var scores: [String] {
    var lines = ["", "## How it was judged", ""]
    if !version.scores.isEmpty {
      lines += ["| questions | asked | right before | right now | lost |", "|---|---|---|---|---|"]
      lines += version.scores.map {
        "| \(name($0.group)) | \($0.asked) | \($0.rightBefore) | \($0.rightAfter) | \($0.lost.count) |"
      }
      lines.append("")
    }
    let before = parent.map { "; version \($0.id) has \(rounded($0.testLoss))" } ?? ""
    return lines + ["On test documents: \(rounded(version.testLoss)) nats per token\(before)."]
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

  private var gate: [String] {
    guard version.verdict != .start else { return [] }
    return [
      "", "## The gate, fixed before it learned", "", "| condition | limit | met |",
      "|---|---|---|",
    ]
      + clauses.map { place in
        let clause = record.gate.clauses[place]
        let limit =
          clause.atLeast.map { "at least \(percent($0))% right" }
          ?? (clause.measure == .testLoss
            ? "at most \(rounded(clause.mayLose ?? 0)) nats more"
            : "at most \(percent(clause.mayLose ?? 0))% lost")
        return
          "| \(name(clause.measure)) | \(limit) | \(version.failed.contains(place) ? "no" : "yes") |"
      }
  }

  private var limits: [String] {
    let unknown = version.scores.first { $0.group == .unknown && $0.asked > 0 }
    let madeUp = unknown.map {
      "- Of \($0.asked) questions about people whom nobody knows it makes up the answer to "
        + "\($0.asked - $0.rightAfter)."
    }
    return [
      "", "## What it can't do", "",
      version.learning == nil
        ? "- It knows nothing but the documents that it was trained on."
        : "- Beyond its corrections it knows what version \(parent?.id ?? 1) knew, less what was lost.",
      madeUp ?? "- It answers with the same confidence where it knows nothing.",
      "- The corrections came from simulated visitors; what they agreed on was taken for true.", "",
    ]
  }

  private func percent(_ share: Double) -> String {
    let value = rounded(100 * share)
    return value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  /// A text in a cell of a table.
  private func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
