import Build
import Foundation
import Names
import SampleRuns
import Testing

@testable import Record

/// The example on paper, number by number: forward, backward and the step.
@Suite struct PaperNumberTests {
  private static let record = WorkedExampleRecord.make()
  private static let paper = PaperNumbers(record)

  /// A generator of which every number depends on the one before.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Typed into a pocket calculator and rounded, each comes to what stands there, and so do all below it.
  @Test func fiveHundredRandomNumbersOfTheWayBackLeadToWeights() throws {
    var dice = Dice(state: 5)
    let back = Self.paper.addresses.filter {
      $0.sheet?.hasPrefix("back") ?? false || $0.sheet == "step"
    }
    #expect(back.count > 200)
    var seen: Set<PaperNumbers.Address> = []
    for _ in 0..<500 {
      var waiting = [try #require(back.randomElement(using: &dice))]
      while let address = waiting.popLast() {
        guard seen.insert(address).inserted else { continue }
        let number = try #require(Self.paper[address], "\(address.text)")
        guard let calculation = number.calculation else {
          #expect(address.sheet == nil && number.operands.isEmpty && number.followed == nil)
          continue
        }
        let value = try #require(PaperCalculation.value(of: calculation))
        #expect(Self.rounded(value) == Self.rounded(number.value), "\(address.text)")
        #expect(number.operands.contains { $0.source != nil }, "\(address.text)")
        for operand in number.operands {
          guard let source = operand.source else { continue }
          let below = try #require(Self.paper[source], "\(address.text): \(source.text)")
          #expect(below.value.magnitude == operand.value.magnitude, "\(address.text)")
          #expect(
            below.value == operand.value || number.group == "all-steps", "\(address.text)")
          waiting.append(source)
        }
      }
    }
    // Whatever there is on paper has its part in it, but for the surprise itself, of which the slope is taken.
    let used = Self.paper.addresses.flatMap { Self.paper[$0]?.operands.compactMap(\.source) ?? [] }
    let unused = Set(Self.paper.addresses).subtracting(used).filter { $0.sheet != "step" }
    #expect(unused.map(\.text) == ["loss:L"])
  }

  private static func rounded(_ value: Double) -> String {
    String(format: "%.3e", value == 0 ? 0 : value * (1 + 1e-12))
  }

  /// Read off the sheets by a person.
  @Test(arguments: [
    ("embedding:x₁(b)", ["E[b,1]", "P[2,1]"]),
    (
      "embedding:v(a)",
      ["embedding:x₁(a)", "embedding:m(a)", "embedding:x₂(a)", "embedding:m(a)", ""]
    ),
    ("attention:k₂(a)", ["embedding:n₁(a)", "Wk[1,2]", "embedding:n₂(a)", "Wk[2,2]"]),
    ("attention:p(b)", ["attention:e(b)", "attention:S"]),
    ("mlp:n₂", ["attention:y₂", "mlp:m", "mlp:s"]),
    ("loss:p(c)", ["loss:e(c)", "loss:S"]),
    ("back-loss:∂ℓ(c)", ["loss:p(c)", ""]),
    ("back-loss:∂r₂", ["back-loss:∂n₂", "back-loss:A", "loss:n₂", "back-loss:B", "loss:s"]),
    ("back-mlp:∂W1[2,3]", ["mlp:n₂", "back-mlp:∂h₃"]),
    ("back-mlp:g₁", ["back-mlp:∂n₁", "back-mlp:A", "mlp:n₁", "back-mlp:B", "mlp:s"]),
    ("back-attention:∂k₁(a)", ["back-attention:∂a(a)", "attention:q₁(b)", ""]),
    (
      "back-attention:∂Wv[2,1]",
      ["embedding:n₂(a)", "back-attention:∂v₁(a)", "embedding:n₂(b)", "back-attention:∂v₁(b)"]
    ),
    ("back-embedding:∂E[b,2]", ["back-loss:∂E[b,2]", "back-embedding:∂P[2,2]"]),
    ("step:E[c,2]", ["E[c,2]", "", "back-loss:∂E[c,2]", "back-loss:∂E[c,2]", "", "E[c,2]"]),
    ("step:bk[1]", ["bk[1]", "", "back-attention:∂bk[1]", ""]),
  ])
  func aLineIsMadeOfWhatAPersonReadsThere(line: String, sources: [String]) throws {
    let address = try #require(Self.paper.address(typed: line))
    #expect(Self.paper[address]?.operands.map { $0.source?.text ?? "" } == sources)
  }

  @Test func theWayGoesBackThroughTheLossAndDownAgain() {
    for language in Language.allCases {
      let way = Fixture.run.exhibits(for: language).paperWay
      #expect(
        way.map(\.address.text) == [
          "step:E[b,1]", "back-embedding:∂E[b,1]", "back-embedding:∂P[2,1]", "back-mlp:∂y₁",
          "back-loss:∂r₁", "back-loss:∂n₁", "back-loss:∂ℓ(c)", "loss:p(c)", "loss:S", "loss:e(c)",
          "loss:ℓ(c)", "loss:n₁", "mlp:r₁", "attention:y₁", "embedding:x₁(b)", "E[b,1]",
        ])
    }
  }

  @Test func numbersAreFoundAsTheyAreTyped() {
    let folded = Set(Self.paper.addresses.map { PaperNumbers.folded($0.text) })
    #expect(folded.count == Self.paper.addresses.count)
    for (typed, meant) in [
      ("back-loss:dE[c,1]", "back-loss:∂E[c,1]"), ("mlp:n1", "mlp:n₁"), ("loss:l(c)", "loss:ℓ(c)"),
      ("back-mlp:d1", "back-mlp:d₁"), ("step:theta'", "step:θ′"), ("E[c, 1]", "E[c,1]"),
      ("back-loss:dgammaf[1]", "back-loss:∂γf[1]"), ("step:m^", "step:m̂"),
    ] {
      #expect(Self.paper.address(typed: typed)?.text == meant, "\(typed)")
    }
    #expect(Self.paper.address(typed: "back-loss:dX[c,1]") == nil)
    #expect(Self.paper.nearest(to: "back-loss:dX[c,1]")?.text == "back-loss:∂E[c,1]")
  }

  @Test func numeralsAreReadWithTheirSigns() {
    let read = { (text: String) in PaperCalculation.numerals(of: text).map(\.value) }
    #expect(read("−0.011 + 0.004") == [-0.011, 0.004])
    #expect(read("((−0.007 − (−0.001))² + 3) / 2") == [-0.007, -0.001, 3, 2])
    #expect(read("√(3.6e−05 + 1e−05)") == [3.6e-5, 1e-5])
    #expect(read("e^(−0.3788)") == [-0.3788] && read("tanh(0.5·(−1)³)") == [0.5, -1])
    #expect(read("") == [] && read("no number") == [])
  }

  /// A recording that somebody wrote leads nowhere, but does no harm.
  @Test func strangeRecordingsHaveNumbersWithoutSources() {
    var record = Self.record
    record.names = []
    record.inputs = [7]
    for name in ["", "[", "x[", "x[999999999999]", "∂W2[9,9]", "(", "₈", "</script>", "E[,]"] {
      record.sheets[0].groups[0].lines[0].name = name
      record.sheets[0].groups[0].lines[0].calculation = "e− · 9e−999999 + \0"
      let paper = PaperNumbers(record)
      for address in paper.addresses { #expect(paper.way(from: address).count < 400) }
    }
    record.inputs = [0, 1]
    record.weights = []
    let paper = PaperNumbers(record)
    #expect(paper.addresses.allSatisfy { paper[$0] != nil })
  }
}
