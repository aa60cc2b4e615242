import Names
import RealRuns
import Testing

@testable import Record

/// A small fault in a good run, and the equation that must notice it.
struct Corruption: Sendable, CustomTestStringConvertible {
  /// Of the equation.
  let name: String
  let corrupt: @Sendable (inout Run) -> Void

  init(_ name: String, _ corrupt: @escaping @Sendable (inout Run) -> Void) {
    self.name = name
    self.corrupt = corrupt
  }

  var testDescription: String { name }

  /// At least one for each equation of the data and of the model.
  static let dataAndModel = data + tokens + model + learning
}

@Suite struct EquationTests {
  @Test(arguments: Corruption.dataAndModel)
  func aFaultIsNoticed(corruption: Corruption) throws {
    var run = try RealRuns.town
    let equation = try #require(Equation.all.first { $0.name == corruption.name })
    try #require(equation.outcome(in: run).holds)
    corruption.corrupt(&run)
    let outcome = equation.outcome(in: run)
    #expect(!outcome.holds, "of \(outcome.count) comparisons none is violated")
  }

  @Test func everyEquationHasAFaultThatItNotices() {
    let names = Set(Corruption.dataAndModel.map(\.name))
    for equation in Equation.data + Equation.model {
      #expect(names.contains(equation.name), "\(equation.name)")
    }
  }

  @Test func allEquationsCompareSomethingAndHoldOfTheTown() throws {
    let run = try RealRuns.town
    for equation in Equation.data + Equation.model {
      let outcome = equation.outcome(in: run)
      #expect(outcome.count > 0, "\(equation.name)")
      #expect(outcome.holds, "\(equation.name): \(outcome.violation ?? "")")
    }
  }

  @Test func whatIsComparedHoldsOfOnesOwnText() throws {
    let report = EquationReport(try RealRuns.own.get())
    #expect(report.violated.map { "\($0.equation.name): \($0.comparison.violation ?? "")" } == [])
    let rows = Set(report.entries.map(\.equation.row))
    #expect(rows.isSuperset(of: ["L1", "L2a", "L2c", "L2d", "L3", "L4a", "L4b", "L4c", "L4d"]))
  }

  @Test func whatIsComparedHoldsOfAnImportedModel() throws {
    let report = EquationReport(try RealRuns.imported)
    #expect(report.violated.map { "\($0.equation.name): \($0.comparison.violation ?? "")" } == [])
    #expect(report.entries.count { $0.equation.row == "L4a" } >= 6)
  }

  @Test func namesAreShortStableAndOneOfAKind() {
    let names = Equation.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.utf8.count <= 40, "\(name)")
      #expect(
        name.utf8.allSatisfy {
          $0 == 0x2D || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        })
    }
    #expect(Equation.data.count + Equation.model.count >= 90)
  }

  @Test func statementsAreSentencesInBothLanguages() {
    for equation in Equation.all {
      #expect(equation.statement.en.hasSuffix("."), "\(equation.name)")
      #expect(equation.statement.ja.hasSuffix("。"), "\(equation.name)")
    }
    let rows = ["L1", "L2a", "L2b", "L2c", "L2d", "L3", "L4a", "L4b", "L4c", "L4d"]
    var places = (Equation.data + Equation.model).map { rows.firstIndex(of: $0.row) ?? -1 }
    #expect(places == places.sorted(), "in the order of the flows")
    places.removeAll { $0 >= 0 }
    #expect(places == [])
  }

  @Test func theFirstViolationIsDemandedByName() throws {
    var run = try RealRuns.town
    run[.collection]?.documentCount += 1
    let error = #expect(throws: EquationError.self) { try EquationReport(run).demand() }
    #expect(error?.name == "documents-are-on-shelves" && error?.row == "L1")
    #expect(error?.count == 2, "the cleaning counts the collected documents as well")
  }

  /// A reader of Japanese is told what ought to hold and which values differ; the place in the record has an English name.
  @Test func aViolationIsToldInBothLanguages() throws {
    var run = try RealRuns.town
    let name = "documents-are-on-shelves"
    let entry = { (run: Run) in
      EquationReport(run).entries.first { $0.equation.name == name }
    }
    let good = try #require(entry(run))
    let count = try #require(run[.collection]?.documentCount)
    #expect(good.violation(.english) == nil && good.violation(.japanese) == nil)
    #expect(good.example(.english)?.hasSuffix(": \(count) = \(count)") == true)
    #expect(good.example(.japanese) == "\(count) = \(count)")
    run[.collection]?.documentCount += 1
    let bad = try #require(entry(run))
    let sides = try #require(bad.violation(.english)?.components(separatedBy: ": ").last)
    #expect(sides.contains("\(count + 1)") && sides.contains(" ≠ "))
    let statement = good.equation.statement.ja.dropLast()
    #expect(bad.violation(.japanese) == "「\(statement)」が成り立ちません（\(sides)）")
    let error = #expect(throws: EquationError.self) { try EquationReport(run).demand() }
    #expect(error?.problem.ja == bad.violation(.japanese))
    #expect(error?.text(.japanese).contains(statement) == true)
  }

  /// Of a gradient that nearly cancels, rounding is left; what is more than that is a fault however small it is.
  @Test(arguments: [
    (-4.237_856e-6, -4.242_309e-6, true), (4.2e-6, 4.3e-6, false), (4.2e-3, 4.21e-3, false),
    (4.2e-3, 4.2001e-3, true),
  ])
  func aGradientAgreesWithItsSlope(gradient: Double, slope: Double, agrees: Bool) throws {
    var run = try RealRuns.town
    run[.algorithm]?.gradientChecks[0].backpropagation = gradient
    run[.algorithm]?.gradientChecks[0].finiteDifference = slope
    let entry = EquationReport(run).entries.first { $0.equation.name == "gradients-are-slopes" }
    #expect((try #require(entry).violation(.english) == nil) == agrees)
  }

  /// Of a text known by heart a step costs less than single precision can tell from nothing.
  @Test(arguments: [
    (0.001202648694783699, 0.0012025883, true), (0.0012396366465549208, 0.0012395146, true),
    (0.001202, 0.0012025, false),
    (2.5, 2.50001, true), (2.5, 2.5001, false),
  ])
  func theWatchedBatchCostsWhatTrainingNoted(watched: Double, noted: Double, agrees: Bool) throws {
    var run = try RealRuns.town
    let step = try #require(run[.algorithm]?.batch?.step)
    let place = try #require(run[.training]?.steps.firstIndex { $0.step == step })
    run[.algorithm]?.batch?.lossBefore = watched
    run[.training]?.steps[place].loss = noted
    let entry = EquationReport(run).entries.first {
      $0.equation.name == "the-watched-batch-was-learned-from"
    }
    #expect((try #require(entry).violation(.english) == nil) == agrees)
  }

  /// What an untrained model thinks of a handful of tokens is a matter of chance; of many it is not.
  @Test(arguments: [
    (60, 60, 6.463, true), (60, 60, 6.7, false), (5000, 60, 6.463, true), (60, 5000, 6.463, true),
    (400, 400, 6.463, false), (5000, 5000, 6.44, true),
  ])
  func untrainedModelsAreNearEachOther(test: Int, validation: Int, loss: Double, agrees: Bool)
    throws
  {
    var run = try RealRuns.town
    let place = try #require(run[.evaluation]?.parts.firstIndex { $0.part == .validation })
    run[.initialization]?.loss = 6.342
    run[.evaluation]?.untrained.loss = loss
    run[.evaluation]?.untrained.tokens = test
    run[.evaluation]?.parts[place].tokens = validation
    let entry = EquationReport(run).entries.first {
      $0.equation.name == "untrained-model-was-the-initial-one"
    }
    #expect((try #require(entry).violation(.english) == nil) == agrees)
  }

  @Test func anErrorSaysThatTheRulesMayHaveChanged() {
    let error = EquationError(
      name: "x", row: "U3", problem: LocalizedText(en: "1 ≠ 2", ja: "1 ≠ 2"), count: 1)
    #expect(error.text(.english).contains("or recorded by an older version with other rules"))
    #expect(error.text(.japanese).contains("規則の違う古い版が記録したもの"))
    #expect(error.text(.english).hasSuffix("make the run again with nakami build"))
  }

  @Test func aConditionThatIsNotMetIsToldInBothLanguages() throws {
    var comparison = Comparison()
    comparison.holds(false, "place 3: rising")
    let entry = EquationReport.Entry(equation: Equation.all[0], comparison: comparison)
    #expect(entry.violation(.english) == "not so: place 3: rising")
    #expect(entry.violation(.japanese) == "「\(Equation.all[0].statement.ja.dropLast())」が成り立ちません")
    #expect(entry.example(.japanese) == nil)
  }
}

@Suite struct PaperCalculationTests {
  @Test(arguments: [
    ("0.1319·(−0.8733)", -0.11518827), ("−0.7·2 + 1", -0.4), ("(1 − (−0.5)²) / 0.5", 1.5),
    ("√(16)·ln(1) − 2", -2), ("tanh(0)·e^(3) + 1e−02", 0.01), ("−1·ln(0.3368)", 1.0882659),
    ("(−2)³ + 9", 1),
  ])
  func worksOutWhatIsWrittenForPeople(text: String, value: Double) throws {
    #expect(abs(try #require(PaperCalculation.value(of: text)) - value) < 1e-6)
  }

  @Test(arguments: ["", "1 +", "(1", "1)", "x", "1 + + 2", "√(2"])
  func whatIsNoCalculationHasNoValue(text: String) {
    #expect(PaperCalculation.value(of: text) == nil)
  }
}
