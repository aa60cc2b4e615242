import Charts
import Foundation
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// Does what a reader with a pocket calculator does: types each line as it is shown, rounds, compares.
@Suite struct ByHandTests {
  static let sheets = FigureCatalog.names.filter {
    $0.hasPrefix("by-hand-") && $0 != "by-hand-weights"
  }

  @Test(arguments: sheets, Language.allCases)
  func everyShownLineGivesTheShownResult(sheet: String, language: Language) throws {
    let figure = try FigureCatalog.figure(sheet, run: Fixture.run, language: language)
    let lines = try Self.tapes(figure).flatMap(\.groups).flatMap(\.lines)
    #expect(lines.count > 5)
    for line in lines {
      var calculator = Calculator(line.calculation)
      let value = try calculator.all()
      #expect(
        Self.written(value) == line.result, "\(sheet): \(line.name) = \(line.calculation)")
    }
    #expect(figure.table.rows.count == lines.count)
    // All lines are there, each in one frame, and no frame is higher than a screen.
    #expect(figure.table.rows.map { $0[0] } == lines.map(\.name))
    let frames = try #require(figure.film).frames
    for (frame, tape) in zip(frames, try Self.tapes(figure)) {
      #expect((1...24).contains(tape.groups[0].lines.count), "\(frame.title)")
      let last = try #require(tape.groups[0].lines.last)
      #expect(frame.check.name == last.name && frame.check.value.hasSuffix(last.result))
    }
  }

  private static func tapes(_ figure: Figure) throws -> [PaperTape] {
    try #require(figure.film).frames.map { frame in
      guard case .tape(let tape) = frame.chart else { throw NoTape() }
      return tape
    }
  }

  private struct NoTape: Error {}

  /// A matrix is not torn apart, and the title says which stand there.
  @Test func manyLinesAreCutBetweenMatrices() throws {
    let frames = try #require(
      try FigureCatalog.figure("by-hand-step", run: Fixture.run, language: .english).film
    ).frames
    let titles = frames.map(\.title).filter { $0.hasPrefix("All weights") }
    #expect(titles.count > 3 && titles[0].hasPrefix("All weights (E, P"))
    let names = titles.flatMap { title in
      title.drop { $0 != "(" }.dropFirst().dropLast().split { ", ".contains($0) }
        .filter { $0 != "and" }.map(String.init)
    }
    #expect(Set(names).count == names.count, "\(titles)")
    #expect(Set(names) == Set(Fixture.run[.workedExample]!.weights.map(\.sign)))
  }

  /// Every number that is not a weight or a constant was the result of an earlier line.
  @Test func linesUseOnlyWeightsConstantsAndEarlierResults() throws {
    let record = Fixture.run[.workedExample]!
    let weights = record.weights.flatMap { $0.rows.joined() }
    let constants = [
      2, 1, 0.5, 0.00001, 0.7979, 0.04472, 0.1342, -1, record.learningRate, record.beta1,
      record.beta2, record.epsilon, record.weightDecay,
    ]
    var known = Set((weights + constants).map { Self.written(abs($0)) })
    for line in record.sheets.flatMap(\.groups).flatMap(\.lines) {
      let text = line.calculation.replacingOccurrences(of: "e−", with: "E-")
      for part in text.split(whereSeparator: { "()+·/√²³^ −lntah".contains($0) || $0 == "e" }) {
        let number = try #require(Double(part), "\(line.calculation)")
        #expect(known.contains(Self.written(number)), "\(line.name) uses \(part)")
      }
      known.insert(Self.written(abs(line.result)))
    }
    #expect(record.lineCount > 250)
  }

  @Test func theLossOnPaperIsNearTheExactOneAndFallsWithTheStep() {
    let record = Fixture.run[.workedExample]!
    #expect(abs(record.loss - record.exactLoss) < 5e-4)
    #expect(record.exactLossAfter < record.exactLoss)
    #expect(record.weightCount == 88)
  }

  /// Titles are found by the ids of the record, which no compiler can check.
  @Test(arguments: sheets, Language.allCases)
  func everyGroupOfLinesHasATitle(sheet: String, language: Language) throws {
    let figure = try FigureCatalog.figure(sheet, run: Fixture.run, language: language)
    let ids = Set(Fixture.run[.workedExample]!.sheets.flatMap(\.groups).map(\.id))
    let frames = try #require(figure.film).frames
    #expect(frames.allSatisfy { !ids.contains($0.title) && !$0.sentence.isEmpty })
    #expect(ids.allSatisfy { ByHandGroup.all[$0] != nil })
    #expect(Set(ByHandGroup.all.keys) == ids)
  }

  /// Four significant digits, halves away from zero, as the figures write numbers.
  static func written(_ value: Double) -> String {
    let nudged = value * (1 + 1e-12)
    return Numbers.significant(nudged, 4)
  }

  /// A calculator of the usual rules: powers before products before sums.
  struct Calculator {
    private var rest: [Character]

    init(_ text: String) { rest = Array(text.filter { $0 != " " }).reversed() }

    struct Unreadable: Error { var rest: String }

    mutating func all() throws -> Double {
      let value = try sum()
      guard rest.isEmpty else { throw unreadable }
      return value
    }

    private var unreadable: Unreadable { Unreadable(rest: String(rest.reversed())) }

    private mutating func take(_ text: String) -> Bool {
      guard rest.suffix(text.count).reversed() == Array(text) else { return false }
      rest.removeLast(text.count)
      return true
    }

    private mutating func sum() throws -> Double {
      var value = try product()
      while true {
        if take("+") {
          value += try product()
        } else if take("−") {
          value -= try product()
        } else {
          return value
        }
      }
    }

    private mutating func product() throws -> Double {
      var value = try power()
      while true {
        if take("·") {
          value *= try power()
        } else if take("/") {
          value /= try power()
        } else {
          return value
        }
      }
    }

    private mutating func power() throws -> Double {
      let base = try atom()
      if take("²") { return base * base }
      if take("³") { return base * base * base }
      return base
    }

    private mutating func atom() throws -> Double {
      if take("−") { return -(try atom()) }
      for (name, function) in [
        ("√(", { $0.squareRoot() }), ("e^(", { exp($0) }), ("ln(", { log($0) }),
        ("tanh(", { tanh($0) }), ("(", { $0 }),
      ] as [(String, (Double) -> Double)] where take(name) {
        let value = try sum()
        guard take(")") else { throw unreadable }
        return function(value)
      }
      var digits = ""
      while let next = rest.last, next.isASCII, next.isNumber || next == "." {
        digits.append(rest.removeLast())
      }
      guard var value = Double(digits) else { throw unreadable }
      if take("×10⁻") {
        let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        var exponent = 0
        while let next = rest.last, let digit = superscripts.firstIndex(of: next) {
          exponent = exponent * 10 + digit
          rest.removeLast()
        }
        value = Double("\(digits)e-\(exponent)") ?? .nan
      }
      return value
    }
  }
}
