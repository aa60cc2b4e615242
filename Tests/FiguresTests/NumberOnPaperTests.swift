import Charts
import Foundation
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What is shown of the way of one number on paper.
@Suite struct NumberOnPaperTests {
  private static func film(_ language: Language, _ run: Run = Fixture.run) throws -> Film {
    try #require(try FigureCatalog.figure("number-on-paper", run: run, language: language).film)
  }

  private struct NoTable: Error {}

  private static func table(_ frame: Film.Frame) throws -> TableChart {
    guard case .table(let chart) = frame.chart else { throw NoTable() }
    return chart
  }

  /// What is shown is what one types, and comes to what is shown.
  @Test(arguments: Language.allCases)
  func everyFrameIsACalculationThatComesOut(language: Language) throws {
    for frame in try Self.film(language).frames {
      let sides = frame.check.value.components(separatedBy: " = ")
      try #require(sides.count == 2, "\(frame.check)")
      var calculator = ByHandTests.Calculator(sides[0])
      #expect(ByHandTests.written(try calculator.all()) == sides[1], "\(frame.check)")
      let rows = try Self.table(frame).table.rows
      #expect(rows.last?[1] == sides[1])
      // All numbers of the calculation stand in the table, in their order.
      var rest = sides[0][...]
      for row in rows.dropLast() {
        let place = try #require(rest.range(of: row[1]), "\(row[1]) in \(rest)")
        rest = rest[place.upperBound...]
      }
    }
  }

  @Test(arguments: Language.allCases)
  func theMarkedRowIsWhatComesNext(language: Language) throws {
    let frames = try Self.film(language).frames
    #expect(frames.count == 15 && frames[0].title == "E[b,1]")
    for (place, frame) in frames.enumerated() {
      let chart = try Self.table(frame)
      let marked = chart.marks.indices.filter { chart.marks[$0] == .notable }
      try #require(marked.count == 1, "\(frame.title)")
      let row = chart.table.rows[marked[0]]
      let next = place + 1 < frames.count ? frames[place + 1].title : "E[b,1]"
      #expect(row[0] == next && frame.sentence.contains(next), "\(frame.title)")
      if place + 1 < frames.count {
        let result = try #require(try Self.table(frames[place + 1]).table.rows.last?[1])
        var (one, other) = (ByHandTests.Calculator(row[1]), ByHandTests.Calculator(result))
        #expect(try one.all() == other.all(), "\(frame.title)")
      }
    }
  }

  @Test func everyNumberIsSaidToBeWhatItIs() throws {
    let frames = try Self.film(.english).frames
    let slope = try #require(frames.first { $0.title == "∂r₁" })
    #expect(
      try Self.table(slope).table.rows.map { $0[2] } == [
        "Slopes before the weights", "Back through the normalization", "Normalization",
        "Back through the normalization", "Normalization", "",
      ])
    let last = try #require(frames.last)
    #expect(
      last.sentence.hasSuffix("What we go on to, E[b,1], is a weight; nothing lies below it."))
    let first = try Self.table(frames[0]).table.rows.map { $0[2] }
    #expect(first[0] == "a weight, as it was before the step" && first[1] == "fixed beforehand")
  }

  @Test func withoutAnExampleNothingIsShown() throws {
    var run = Fixture.run
    run[.workedExample]?.sheets = []
    #expect(throws: FigureError.self) { try Self.film(.english, run) }
  }
}
