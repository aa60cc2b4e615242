import Numerics
import RawData
import Testing

@testable import Dataset

@Suite struct BatchSamplerTests {
  /// Documents whose tokens are all different, so that each step can be told from all others.
  private func documents(lengths: [Int]) -> [TokenizedDocument] {
    var next: Int32 = 1
    return lengths.enumerated().map { index, length in
      let tokens = (0..<length).map { next + Int32($0) }
      next += Int32(length)
      return TokenizedDocument(
        id: "d\(index)", kind: .story, language: .english, tokens: tokens, byteCount: length,
        group: index)
    }
  }

  private func lengths(_ count: Int, longest: Int) -> [Int] {
    var generator = RandomGenerator(seed: 5)
    return (0..<count).map { _ in 2 + generator.below(longest - 1) }
  }

  /// The rows of one whole epoch.
  private func epoch(_ sampler: inout BatchSampler) -> [(inputs: [Int32], targets: [Int32])] {
    let rows = sampler.rowsPerEpoch
    var result: [(inputs: [Int32], targets: [Int32])] = []
    for _ in 0..<rows {
      let batch = sampler.nextBatch()
      result.append((batch.inputs[0], batch.targets[0]))
    }
    return result
  }

  @Test(arguments: [8, 31, 64]) func everyStepIsAskedForOnceAnEpoch(context: Int) {
    let all = documents(lengths: lengths(150, longest: 90) + [500, 2, 3])
    var sampler = BatchSampler(documents: all, batch: 1, context: context, seed: 3)
    for _ in 0..<3 {
      var seen: [Int32: Int] = [:]
      var steps: [Int32: Int] = [:]
      for row in epoch(&sampler) {
        for (input, target) in zip(row.inputs, row.targets) {
          if target == input + 1 { steps[input, default: 0] += 1 }
          if target != BatchSampler.ignored { seen[target, default: 0] += 1 }
        }
      }
      let ends = Set(all.map { $0.tokens.last! })
      let last = all.last!.tokens.last!
      let inner = (1...last).filter { !ends.contains($0) }
      #expect(inner.allSatisfy { steps[$0] == 1 && seen[$0 + 1] == 1 })
    }
  }

  @Test func whatIsLeftOutStaysBlankAndNothingElseMoves() {
    let all = documents(lengths: lengths(60, longest: 20) + [90])
    let leftOut: Set<Int> = [3, 17, 59, 60]
    let hidden = Set(leftOut.flatMap { all[$0].tokens })
    var whole = BatchSampler(documents: all, batch: 1, context: 32, seed: 4)
    var some = BatchSampler(documents: all, leavingOut: leftOut, batch: 1, context: 32, seed: 4)
    #expect(whole.rowsPerEpoch == some.rowsPerEpoch)
    var blanks = 0
    for _ in 0..<2 {
      for (first, second) in zip(epoch(&whole), epoch(&some)) {
        for place in 0..<32 {
          let isHidden = hidden.contains(first.inputs[place])
          blanks += isHidden ? 1 : 0
          #expect(
            second.inputs[place] == (isHidden ? BatchSampler.padding : first.inputs[place]))
          // Nothing is asked at a blank place, nor for what would have stood there.
          let isAsked = !isHidden && !hidden.contains(first.targets[place])
          #expect(
            second.targets[place] == (isAsked ? first.targets[place] : BatchSampler.ignored))
        }
      }
    }
    #expect(blanks > 100)
    #expect(whole.state == some.state)
  }

  @Test func targetsAreTheInputsShiftedByOne() {
    let all = documents(lengths: lengths(100, longest: 40))
    var sampler = BatchSampler(documents: all, batch: 1, context: 48, seed: 9)
    for row in epoch(&sampler) {
      for place in 0..<47 where row.targets[place] != BatchSampler.ignored {
        let following = row.inputs[place + 1]
        #expect(row.targets[place] == following)
      }
    }
  }

  @Test func rowsStartWithADocument() {
    let all = documents(lengths: lengths(200, longest: 30))
    let starts = Set(all.map { $0.tokens[0] })
    var sampler = BatchSampler(documents: all, batch: 1, context: 32, seed: 1)
    for row in epoch(&sampler) { #expect(starts.contains(row.inputs[0])) }
  }

  /// A model would learn that a sentence breaks off, and that another begins.
  @Test(arguments: [8, 31, 64]) func nothingFollowsWhereADocumentWasCut(context: Int) {
    let all = documents(lengths: lengths(150, longest: 90) + [500, 2, 3])
    let (starts, ends) = (Set(all.map { $0.tokens[0] }), Set(all.map { $0.tokens.last! }))
    var sampler = BatchSampler(documents: all, batch: 1, context: context, seed: 3)
    var followed = 0
    for row in epoch(&sampler) {
      for (input, target) in zip(row.inputs, row.targets) where starts.contains(target) {
        followed += 1
        #expect(ends.contains(input))
      }
    }
    #expect(followed > 10)
  }

  @Test func aLongDocumentIsCutElsewhereInTheNextEpoch() {
    let all = documents(lengths: lengths(150, longest: 30) + [500])
    let long = Set(all.last!.tokens)
    var sampler = BatchSampler(documents: all, batch: 1, context: 32, seed: 3)
    let cuts = (0..<8).map { _ in
      epoch(&sampler).lazy.map { $0.inputs.count(where: long.contains) }.first { $0 > 0 }!
    }
    #expect(Set(cuts).count > 4, "\(cuts)")
  }

  @Test func littleIsLeftEmpty() {
    let all = documents(lengths: lengths(2000, longest: 60) + lengths(100, longest: 400))
    var sampler = BatchSampler(documents: all, batch: 1, context: 96, seed: 1)
    let rows = epoch(&sampler)
    let empty = rows.reduce(0) { $0 + $1.targets.count { $0 == BatchSampler.ignored } }
    #expect(Double(empty) < 0.03 * Double(rows.count * 96))
  }

  @Test func epochsDifferAndSeedsDecide() {
    let all = documents(lengths: lengths(80, longest: 30))
    var sampler = BatchSampler(documents: all, batch: 1, context: 32, seed: 1)
    var same = sampler
    var other = BatchSampler(documents: all, batch: 1, context: 32, seed: 2)
    let first = epoch(&sampler).map(\.inputs)
    let second = epoch(&sampler).map(\.inputs)
    #expect(first != second)
    #expect(epoch(&same).map(\.inputs) == first)
    #expect(epoch(&other).map(\.inputs) != first)
  }

  @Test func aSavedStateGoesOnWithTheSameBatches() {
    let all = documents(lengths: lengths(50, longest: 70))
    var sampler = BatchSampler(documents: all, batch: 3, context: 24, seed: 4)
    for _ in 0..<29 { _ = sampler.nextBatch() }
    let state = sampler.state
    let wanted = (0..<40).map { _ in sampler.nextBatch() }
    var resumed = BatchSampler(documents: all, batch: 3, context: 24, seed: 4)
    resumed.state = state
    #expect((0..<40).map { _ in resumed.nextBatch() } == wanted)
    #expect(state.epoch > 0)
  }
}
