import Charts
import Foundation
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What is shown of the way of one number to its roots, against a record made by hand.
@Suite struct NumberOriginTruthTests {
  static let rows: [UsageTruthTests.Row] = [
    .init(
      "number-origin", .english, [(0, 2, "logit[2,62]")], "it ends at the parameter wte.weight[",
      "b0.mlp.hidden[2,5]"),
    .init(
      "number-origin", .japanese, [(0, 2, "logit[2,81]")], "パラメータwte.weight[", "ほか"),
  ]

  private func film(_ language: Language, _ run: Run = Fixture.run) throws -> Film {
    try #require(
      try FigureCatalog.figure("number-origin", run: run, language: language).film)
  }

  private func way(_ language: Language, _ run: Run = Fixture.run) throws -> OriginWay {
    try #require(run.exhibits(for: language).origin)
  }

  private func table(_ frame: Film.Frame) throws -> DataTable {
    try #require(frame.chart.written?.table)
  }

  private func number(_ text: String) throws -> Double {
    try #require(Double(text.replacing("−", with: "-").replacing(",", with: "")), "\(text)")
  }

  private struct NoTable: Error {}

  private func digits(_ text: String) -> Int {
    text.split(separator: ".").dropFirst().first?.count ?? 0
  }

  @Test(arguments: Language.allCases)
  func everyTableComesOutToTheLastShownDigit(language: Language) throws {
    let film = try film(language)
    let way = try way(language)
    #expect(film.frames.count == way.steps.count && film.frames.count == 12)
    var sums = 0
    for (frame, step) in zip(film.frames, way.steps) {
      #expect(frame.title == step.quantity.address)
      let rows = try table(frame).rows
      guard step.right != nil || step.quantity.kind == .input else { continue }
      sums += 1
      var sum = 0.0
      for row in rows.dropLast() {
        sum += try number(row[3])
        guard !row[1].isEmpty else { continue }
        let product = try number(row[1]) * number(row[2])
        #expect(Numbers.fixed(product, digits(row[3])) == row[3], "\(row)")
      }
      let result = try #require(rows.last?[3])
      #expect(Numbers.fixed(sum, digits(result)) == result, "\(frame.title): \(sum), \(result)")
      #expect(Numbers.fixed(Double(step.value), digits(result)) == result)
      #expect(digits(result) >= 2)
    }
    #expect(sums == 7)
  }

  @Test(arguments: Language.allCases)
  func everyCalculationComesOut(language: Language) throws {
    for frame in try film(language).frames {
      let sides = frame.check.value.components(separatedBy: " ≈ ")
      try #require(sides.count == 2)
      var calculator = ByHandTests.Calculator(sides[0])
      let value = try calculator.all()
      #expect(Numbers.fixed(value, digits(sides[1])) == sides[1], "\(frame.check)")
    }
  }

  /// In each table the row that is opened next is marked, and the next frame is about it.
  @Test(arguments: Language.allCases)
  func theMarkedRowIsWhatComesNext(language: Language) throws {
    let film = try film(language)
    for (frame, next) in zip(film.frames, film.frames.dropFirst()) {
      guard case .table(let chart) = frame.chart else { throw NoTable() }
      let marked = chart.marks.indices.filter { chart.marks[$0] == .notable }
      #expect(marked.count == 1, "\(frame.title)")
      // What is handed on is the value; its row begins with the share.
      let address = chart.table.rows[marked[0]][0]
      #expect(address == next.title || next.title.contains(".v["), "\(frame.title)")
      #expect(frame.sentence.contains(next.title))
    }
    let last = try #require(film.frames.last)
    #expect(last.sentence.contains("wte.weight["))
  }

  @Test func theOthersAreAllThatIsNotShown() throws {
    let way = try way(.english)
    let step = try #require(way.steps.first { $0.quantity.kind == .output })
    let sum = OriginSum(step, count: 2, showing: 9)
    #expect(sum.parts.map(\.place) == [5, 9] && sum.others == step.left.count - 2)
    // Neuron 2 is left, with half of 0.5.
    #expect(try number(sum.rest) == 0.25)
    #expect(sum.start.map { Double($0) } == [0.125, nil])
  }

  @Test func aNumberHasFourDigitsOrFewer() {
    #expect(OriginSum.digits(of: 1.25) == 3 && OriginSum.digits(of: -61.2) == 2)
    #expect(OriginSum.digits(of: 0.0625) == 5 && OriginSum.digits(of: 0) == 3)
    #expect(OriginSum.digits(of: 123_456) == 1 && OriginSum.digits(of: 1e-12) == 7)
  }

  @Test func whereNoneWasFollowedNothingIsShown() throws {
    var run = Fixture.run
    for index in run[.usage]!.answers.indices { run[.usage]!.answers[index].origin = nil }
    #expect(throws: FigureError.self) { try self.film(.english, run) }
    run = Fixture.run
    run.tensors["usage.en.origin.3"] = RecordedTensor(shape: [2, 1], values: [1, 1])
    run.tensors["usage.ja.origin.3"] = run.tensors["usage.en.origin.3"]
    #expect(throws: FigureError.self) { try self.film(.english, run) }
  }
}
