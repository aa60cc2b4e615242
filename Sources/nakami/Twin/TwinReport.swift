import Charts
import Foundation
import Names
import Record

/// What a pair of twins showed, in lines for a terminal.
struct TwinReport {
  /// Sentences that are listed; the folder has all.
  private static let shown = 12

  private let record: TwinRecord

  init(_ record: TwinRecord) { self.record = record }

  func text(in language: Language) -> String {
    let words = TwinReportWording.of(language)
    let all = record.shelves.reduce(0) { $0 + $1.documents }
    let leftOut = record.shelves.reduce(0) { $0 + $1.leftOut }
    var lines = [words.leftOut(leftOut, all, record.sentences.count)]
    lines += record.sentences.prefix(Self.shown).map { sentence in
      "  " + TerminalText.truncated(sentence.text.onOneLine, to: 72)
        + (sentence.documents > 1 ? "  × \(sentence.documents)" : "")
    }
    if record.sentences.count > Self.shown {
      lines.append("  " + words.more(record.sentences.count - Self.shown))
    }
    let shape = record.shape
    lines.append(words.shape(shape.steps, shape.parameterCount, record.whole.telling))
    if !record.asked.isEmpty {
      lines +=
        [""]
        + table(
          words.askedColumns,
          record.asked.map { asked in
            [
              TerminalText.truncated(asked.prompt.onOneLine, to: 44), probability(asked.whole),
              probability(asked.twin), mark(asked.whole), mark(asked.twin),
            ]
          }, numbers: 1...2)
    }
    if !record.groups.isEmpty {
      lines +=
        [""]
        + table(
          words.groupColumns,
          record.groups.map {
            [words.group($0.kind), "\($0.asked)", "\($0.whole)", "\($0.twin)"]
          }, numbers: 1...3)
    }
    let losses = record.losses.filter { $0.tokens > 0 }
    if !losses.isEmpty {
      lines +=
        [""]
        + table(
          words.lossColumns,
          losses.map {
            [words.text($0.text), "\($0.documents)", number($0.whole, 4), number($0.twin, 4)]
          }, numbers: 1...3)
    }
    return lines.joined(separator: "\n")
  }

  private func probability(_ reply: TwinRecord.Reply) -> String {
    let place = record.fact?.place ?? 0
    return reply.probabilities.indices.contains(place)
      ? number(reply.probabilities[place], 3) : "–"
  }

  private func mark(_ reply: TwinRecord.Reply) -> String {
    (reply.isRight ? "✓ " : "✗ ") + TerminalText.truncated(reply.answer.onOneLine, to: 30)
  }

  private func number(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  /// - Parameter numbers: columns that end in one place.
  private func table(
    _ head: [String], _ rows: [[String]], numbers: ClosedRange<Int>
  ) -> [String] {
    let widths = head.indices.map { column in
      ([head] + rows).map { TerminalText.width(of: $0[column]) }.max()!
    }
    return ([head] + rows).map { row in
      row.indices.map { column in
        numbers.contains(column)
          ? TerminalText.aligned(row[column], to: widths[column])
          : TerminalText.padded(row[column], to: widths[column])
      }.joined(separator: "  ")
    }.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
  }
}
