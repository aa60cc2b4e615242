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
    let film = self.film
    var steps = film.frames.indices.map { place in
      film.terminal(place, frame).map { $0.rendered(.plain) }
    }
    let ends = AnswerForms.report(answer).suffix(answer.finish == nil ? 1 : 2)
    steps.append(Array(ends))
    return steps
  }

  /// Each choice with ten candidates.
  private var film: Film {
    var before: [UInt8] = []
    return Film(
      answer.choices.map { choice in
        defer { before += choice.chosen.bytes }
        let text = String(decoding: before, as: UTF8.self).onOneLine
        return Film.Frame(
          title(TerminalText.visible(text)), sentence: caption(choice),
          check: ChoiceBars.check(choice, context), ChoiceBars.bars(choice, count: 10, context))
      })
  }

  private func title(_ text: String) -> String {
    switch answer.language {
    case .english: "after “\(text)”"
    case .japanese: "「\(text)」のあと"
    }
  }

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
