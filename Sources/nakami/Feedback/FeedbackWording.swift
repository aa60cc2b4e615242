import Feedback
import Names

/// Feedback in words, for a terminal.
enum FeedbackWording {
  /// What was asked and answered.
  static func line(_ answer: RatedAnswer) -> String {
    "\(oneLine(answer.prompt)) → \(oneLine(answer.answer))"
  }

  static func lines(_ entry: FeedbackEntry) -> [String] {
    let time = entry.time.map { "  [\($0.text)]" } ?? ""
    var lines = ["\(entry.rater)  \(rating(entry))  \(line(entry.answer))\(time)"]
    if let correction = entry.correction {
      let label = LocalizedText(en: "should be", ja: "正しくは").forReader
      lines.append("    \(label): \(oneLine(correction))")
    }
    return lines
  }

  private static func rating(_ entry: FeedbackEntry) -> String {
    guard let stars = entry.stars else { return "     " }
    return String(repeating: "★", count: stars) + String(repeating: "☆", count: 5 - stars)
  }

  /// What of a text is not kept as it was typed.
  static func notices(_ masks: Masks, _ removedControls: Int) {
    if !masks.isEmpty {
      Console.error(
        LocalizedText(
          en: "personal data was masked before anything was stored: \(masks.words.en)",
          ja: "個人情報を伏せてから保存しました：\(masks.words.ja)"
        ).forReader)
    }
    if removedControls > 0 {
      let signs =
        removedControls == 1
        ? "character that steers a terminal was" : "characters that steer a terminal were"
      Console.error(
        LocalizedText(
          en: "\(removedControls) \(signs) taken out",
          ja: "端末を操作する文字を\(removedControls)個取り除きました"
        ).forReader)
    }
  }

  /// How far people agree, or why nobody can say.
  static func agreement(_ agreement: Agreement) -> String {
    let who = agreement.raters.joined(separator: ", ")
    let answers = "\(agreement.shared) answer\(agreement.shared == 1 ? "" : "s")"
    let shares = { (value: Double?) in percent(value ?? 0) }
    switch agreement.outcome {
    case .tooFewRaters:
      return LocalizedText(
        en: "agreement: it takes two who rate, and there is \(agreement.raters.count)",
        ja: "一致度：評価した人が\(agreement.raters.count)人なので、求められません（2人以上必要です）"
      ).forReader
    case .nothingShared:
      return LocalizedText(
        en: "agreement: no answer was rated by all of \(who)",
        ja: "一致度：全員（\(who)）が評価した答えがないので、求められません"
      ).forReader
    case .oneVerdict:
      return LocalizedText(
        en:
          "agreement: all gave the same verdict on all \(answers), so chance alone would agree "
          + "as well and kappa (0 ÷ 0) says nothing",
        ja: "一致度：共通の\(agreement.shared)件すべてで全員が同じ評価なので、偶然の一致と区別できず、"
          + "カッパ係数は0÷0になって定まりません"
      ).forReader
    case .kappa(let kappa):
      let name =
        switch agreement.statistic {
        case .cohen: LocalizedText(en: "Cohen's kappa", ja: "コーエンのカッパ係数")
        case .fleiss: LocalizedText(en: "Fleiss' kappa", ja: "フライスのカッパ係数")
        }
      return LocalizedText(
        en: "agreement of \(who): \(name.en) \(decimal(kappa)) on \(answers) "
          + "(\(shares(agreement.observed)) agree, chance alone \(shares(agreement.expected)); 1 is "
          + "full agreement, 0 is chance)",
        ja: "\(who)の一致度：\(name.ja) \(decimal(kappa))（共通の\(agreement.shared)件で、一致"
          + "\(shares(agreement.observed))、偶然なら\(shares(agreement.expected))。1は完全な一致、0は偶然と同じ）"
      ).forReader
    }
  }

  /// What people want the answer to be, or that they contradict each other.
  static func lines(_ correction: ResolvedCorrection) -> [String] {
    let votes = { (candidate: ResolvedCorrection.Candidate) -> String in
      let all = correction.votes
      return LocalizedText(
        en: "\(candidate.votes) of \(all) votes", ja: "\(all)票のうち\(candidate.votes)票"
      ).forReader
    }
    let verdict =
      switch correction.outcome {
      case .agreed: LocalizedText(en: "corrected", ja: "訂正")
      case .answerStays: LocalizedText(en: "the answer stays", ja: "答えはそのまま")
      case .contradicting:
        LocalizedText(
          en: "contradicting: nothing has more than half of the votes, so it is no example",
          ja: "食い違い：過半数の支持を得たものがないので、例には使わない")
      }
    return ["\(oneLine(correction.prompt.text))  (\(verdict.forReader))"]
      + correction.candidates.map { "    \(votes($0))  \(oneLine($0.text))" }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " ↵ ")
  }

  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value.magnitude * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "−" : ""
    return "\(sign)\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}
