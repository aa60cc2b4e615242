import Charts
import Figures
import Foundation
import Names
import Record
import Terminal

/// One number of the example on paper with all that stands in its calculation.
struct PaperPage {
  let paper: PaperNumbers
  let language: Language

  /// What a number is.
  private func meaning(_ number: PaperNumbers.Number) -> String {
    guard let group = number.group else {
      return LocalizedText(en: "a weight before the step", ja: "一歩の前の重み")[language]
    }
    return ByHandGroup.all[group]?.title[language] ?? group
  }

  private func row(_ name: String, _ value: String, _ role: Role = .plain) -> StyledLine {
    var line = StyledLine()
    line.append(TerminalText.padded(name, to: 28), role)
    line.append(TerminalText.padded(value, to: 14), role)
    return line
  }

  private static func written(_ value: Double) -> String {
    "\(value)".replacing("-", with: "−").replacing("e+", with: "e")
  }

  func page(_ number: PaperNumbers.Number) -> OpeningPage {
    var title = StyledLine(number.address.text, .strong)
    title.append(" = \(Self.written(number.value))", .chosen)
    var lines = [OpeningPage.Line(title), OpeningPage.Line(StyledLine(meaning(number), .dim))]
    guard let calculation = number.calculation else {
      lines.append(
        OpeningPage.Line(
          StyledLine(
            LocalizedText(en: "nothing lies below it", ja: "この下には何もない")[language])))
      return OpeningPage(lines)
    }
    lines += [
      OpeningPage.Line(StyledLine()),
      OpeningPage.Line(StyledLine("\(calculation) = \(Self.written(number.value))")),
      OpeningPage.Line(StyledLine()),
    ]
    for operand in number.operands {
      guard let source = operand.source, let below = paper[source] else {
        lines.append(
          OpeningPage.Line(
            row(
              "  " + LocalizedText(en: "fixed beforehand", ja: "はじめから決まっている数")[language],
              operand.text)))
        continue
      }
      var line = row("  " + source.text, operand.text, source.sheet == nil ? .learned : .plain)
      line.append(meaning(below), .dim)
      lines.append(OpeningPage.Line(line, opens: source.text))
    }
    if let followed = number.followed {
      lines += [
        OpeningPage.Line(StyledLine()),
        OpeningPage.Line(
          StyledLine(
            LocalizedText(
              en: "the way goes on to \(followed.text)", ja: "次に見る数：\(followed.text)")[language],
            .dim)),
      ]
    }
    return OpeningPage(lines, chosen: number.followed?.text)
  }

  /// A number followed to a weight, one line a number.
  func way(from number: PaperNumbers.Number) -> [StyledLine] {
    paper.way(from: number.address).map { step in
      var line = StyledLine(TerminalText.padded(step.address.text, to: 28), .strong)
      line.append(TerminalText.padded(Self.written(step.value), to: 14), .chosen)
      line.append(meaning(step), .dim)
      return line
    }
  }

  // MARK: For another program

  private struct Report: Encodable {
    struct Operand: Encodable {
      var address: String?
      var value: Double
    }
    var address: String
    var value: Double
    var calculation: String?
    var operands: [Operand]
    var followed: String?

    init(_ number: PaperNumbers.Number) {
      address = number.address.text
      value = number.value
      calculation = number.calculation
      operands = number.operands.map { Operand(address: $0.source?.text, value: $0.value) }
      followed = number.followed?.text
    }
  }

  func json(_ number: PaperNumbers.Number, isWholeWay: Bool) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data =
      isWholeWay
      ? try encoder.encode(paper.way(from: number.address).map(Report.init))
      : try encoder.encode(Report(number))
    return String(decoding: data, as: UTF8.self)
  }
}
