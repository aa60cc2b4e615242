import Charts
import Names
import Record

/// The choices of an answer for a terminal, one screen each, and a last one with what became of them.
public struct AnswerSteps {
  private let answer: AnswerRecord
  private let context: FigureContext

  public init(_ answer: AnswerRecord) {
    self.answer = answer
    context = FigureContext(
      name: "choice-film",
      run: Run(
        setting: SettingRecord(version: Run.currentVersion, seed: answer.seed, usesWorld: false)),
      language: answer.language)
  }

  /// What a terminal says between two steps.
  public var next: String {
    switch answer.language {
    case .english: "Enter: next, q and Enter: end"
    case .japanese: "Enterで次へ、qとEnterで終わり"
    }
  }

  /// The lines of each step, none wider than `width`.
  public func steps(width: Int) -> [[String]] {
    let frame = TerminalFrame(
      width: max(40, width), style: .plain, wording: ChartWording.of(answer.language))
    var before: [UInt8] = []
    var steps = answer.choices.enumerated().map { place, choice in
      defer { before += choice.chosen.bytes }
      let text = String(decoding: before, as: UTF8.self).onOneLine
      let heading = TerminalText.wrapped(
        title(place, TerminalText.visible(text)), to: frame.width)
      return heading + [""] + table(choice, width: frame.width) + [""]
        + TerminalText.wrapped(caption(choice), to: frame.width)
    }
    let ends = AnswerForms.report(answer).suffix(answer.finish == nil ? 1 : 2)
    steps.append(Array(ends))
    return steps
  }

  private func title(_ place: Int, _ text: String) -> String {
    let count = "\(place + 1)/\(answer.choices.count)"
    switch answer.language {
    case .english: return "\(count)  " + (text.isEmpty ? "the first token" : "after “\(text)”")
    case .japanese: return "\(count)  " + (text.isEmpty ? "最初のトークン" : "「\(text)」のあと")
    }
  }

  /// The likeliest candidates and the chosen one, a line each, small enough for a screen of 24 lines: the
  /// logit, what the settings made of it, its probability, its chance in the draw, and what cut it off.
  private func table(_ choice: ChoiceRecord, width: Int) -> [String] {
    var shown = Array(choice.candidates.prefix(Self.candidateCount))
    if let own = choice.own, !shown.contains(where: { $0.token.id == own.token.id }) {
      shown.append(own)
    }
    let words = LocalizedText(
      en: "token|logit|scaled|probability|in the draw|cut by", ja: "トークン|ロジット|調整後|確率|くじの割合|切った設定")
    let header = words[answer.language].split(separator: "|").map(String.init)
    let rows = shown.map { candidate -> [String] in
      let isChosen = candidate.token.id == choice.chosen.id
      let mark = isChosen ? "◀ " + ChartWording.of(answer.language).chosen : ""
      let cut = candidate.cut.map(context.wording.usage.filter) ?? ""
      return [
        TerminalText.truncated(candidate.token.shown, to: 16), Numbers.fixed(candidate.logit, 2),
        candidate.scaled.map { Numbers.fixed($0, 2) } ?? "", Numbers.percent(candidate.probability),
        candidate.isKept ? Numbers.percent(candidate.adjusted) : "",
        [cut, mark].filter { !$0.isEmpty }.joined(separator: " "),
      ]
    }
    let widths = header.indices.map { column in
      ([header] + rows).map { TerminalText.width(of: $0[column]) }.max() ?? 0
    }
    return ([header] + rows).map { row in
      let cells = row.indices.map { column in
        let isText = column == 0 || column == row.count - 1
        return isText
          ? TerminalText.padded(row[column], to: widths[column])
          : TerminalText.aligned(row[column], to: widths[column])
      }
      let line = cells.joined(separator: "  ")
      return TerminalText.truncated(
        String(line.reversed().drop { $0 == " " }.reversed()), to: width)
    }
  }

  private static let candidateCount = 10

  /// From how many it was drawn, the draw with the stretch of the chosen one, and the road not taken.
  private func caption(_ choice: ChoiceRecord) -> String {
    var parts: [String] = []
    let chosen = choice.chosen.shown
    let stretch = choice.start.flatMap { start in
      choice.own.map { (Numbers.fixed(start, 3), Numbers.fixed(start + $0.adjusted, 3)) }
    }
    let draw = choice.draw.map { Numbers.fixed($0, 3) }
    let rival = choice.runnerUp.map { ($0.token.shown, Numbers.percent($0.probability)) }
    switch answer.language {
    case .english:
      parts.append(
        choice.isForked == true
          ? "“\(chosen)” was put there" : NameWording.english(choice.keptCount, "token") + " stay")
      if let draw, let (start, end) = stretch {
        parts.append("drawn at \(draw): “\(chosen)” goes from \(start) to \(end)")
      }
      if let rival { parts.append("not taken: “\(rival.0)” (\(rival.1))") }
      return parts.joined(separator: "; ")
    case .japanese:
      parts.append(
        choice.isForked == true ? "「\(chosen)」を代わりに置いた" : "残った候補は\(choice.keptCount)個")
      if let draw, let (start, end) = stretch {
        parts.append("くじの値は\(draw)。「\(chosen)」の区間は\(start)から\(end)まで")
      }
      if let rival { parts.append("選ばれなかったのは「\(rival.0)」（\(rival.1)）") }
      return parts.joined(separator: "。") + "。"
    }
  }
}

extension AnswerForms {
  /// Several settings side by side as a table for a terminal, and the road not taken.
  public static func comparison(_ record: ComparisonRecord, width: Int) -> [String] {
    var run = Run(
      setting: SettingRecord(version: Run.currentVersion, seed: record.seed, usesWorld: false))
    run[.usage] = UsageRecord(answers: [], comparisons: [record])
    var lines: [String] = []
    for name in ["settings-compared", "other-way"] {
      guard let figure = try? FigureCatalog.figure(name, run: run, language: record.language)
      else { continue }
      lines += figure.terminal(width: width, style: .plain).map { $0.rendered(.plain) } + [""]
    }
    return lines
  }
}
