import Names
import Record

/// Versions in words, for a terminal.
enum VersionWording {
  static func name(_ group: ImprovementMeasure) -> LocalizedText {
    switch group {
    case .corrected: LocalizedText(en: "corrected", ja: "訂正した質問")
    case .otherwise: LocalizedText(en: "asked otherwise", ja: "別の聞き方")
    case .neighbours: LocalizedText(en: "same people", ja: "同じ人の別の質問")
    case .others: LocalizedText(en: "everything else", ja: "そのほか")
    case .earlier: LocalizedText(en: "corrected earlier", ja: "前に訂正した質問")
    case .unknown: LocalizedText(en: "unknown people", ja: "知らない人")
    case .testLoss: LocalizedText(en: "test loss", ja: "テストの損失")
    }
  }

  static func name(_ verdict: VersionVerdict) -> LocalizedText {
    switch verdict {
    case .start: LocalizedText(en: "as built", ja: "作ったとき")
    case .accepted: LocalizedText(en: "accepted", ja: "採用")
    case .refused: LocalizedText(en: "refused", ja: "不採用")
    }
  }

  static func name(_ way: ImprovementWay, _ rank: Int?) -> LocalizedText {
    switch way {
    case .all: LocalizedText(en: "all weights", ja: "すべての重み")
    case .lastBlock: LocalizedText(en: "last block", ja: "最後のブロック")
    case .lowRank:
      LocalizedText(
        en: "low rank" + (rank.map { " \($0)" } ?? ""), ja: "低ランク" + (rank.map { "（\($0)）" } ?? ""))
    }
  }

  static func condition(_ clause: ImprovementRecord.Clause) -> LocalizedText {
    let name = name(clause.measure)
    if clause.measure == .testLoss {
      let limit = decimal(clause.mayLose ?? 0)
      return LocalizedText(
        en: "\(name.en): at most \(limit) nats more", ja: "\(name.ja)：増えるのは\(limit)ナットまで")
    }
    if let share = clause.atLeast {
      return LocalizedText(
        en: "\(name.en): at least \(percent(share)) right", ja: "\(name.ja)：正解\(percent(share))以上")
    }
    let share = percent(clause.mayLose ?? 0)
    return LocalizedText(
      en: "\(name.en): at most \(share) lost", ja: "\(name.ja)：失ってよいのは\(share)まで")
  }

  /// Scores in one line each, then the verdict.
  static func report(_ manifest: VersionManifest) -> [String] {
    var lines = [headline(manifest)]
    lines += manifest.scores.map { score in
      "  \(name(score.group).forReader): \(score.rightBefore) → \(score.rightAfter) / \(score.asked)"
    }
    lines.append(
      "  \(name(.testLoss).forReader): \(decimal(manifest.lossBefore)) → \(decimal(manifest.lossAfter))"
    )
    for place in manifest.failed where manifest.gate.clauses.indices.contains(place) {
      let condition = condition(manifest.gate.clauses[place])
      lines.append(
        LocalizedText(en: "  not met: \(condition.en)", ja: "  満たさない条件：\(condition.ja)").forReader)
    }
    lines.append(
      (manifest.verdict == .accepted
        ? LocalizedText(
          en: "version \(manifest.id) is accepted and answers from now on",
          ja: "版\(manifest.id)を採用。これからはこの版が答えます")
        : LocalizedText(
          en: "version \(manifest.id) is refused; the version before it goes on answering",
          ja: "版\(manifest.id)は不採用。答えるのは前の版のままです")).forReader)
    return lines
  }

  static func headline(_ manifest: VersionManifest) -> String {
    let way = name(manifest.way, manifest.rank)
    let feedback = manifest.feedback
    return LocalizedText(
      en: "version \(manifest.id), from \(manifest.parent), \(manifest.made): \(way.en), "
        + "\(manifest.steps) steps, \(feedback.agreed) corrections of \(feedback.entries) entries "
        + "(\(feedback.fingerprint)), "
        + (manifest.replayedDocuments == 0
          ? "no replay" : "\(manifest.replayedDocuments) documents replayed"),
      ja: "版\(manifest.id)（もとは版\(manifest.parent)）\(manifest.made)：\(way.ja)、\(manifest.steps)ステップ、"
        + "評価\(feedback.entries)件から訂正\(feedback.agreed)件（\(feedback.fingerprint)）、"
        + (manifest.replayedDocuments == 0
          ? "前の文書なし" : "前の文書\(manifest.replayedDocuments)件")
    ).forReader
  }

  static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    let thousandths = Int((value * 1000).rounded())
    let digits = "\(thousandths.magnitude % 1000)"
    return (thousandths < 0 ? "−" : "") + "\(thousandths.magnitude / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }

  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}
