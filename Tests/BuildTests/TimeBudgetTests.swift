import Names
import Testing

@testable import Build

/// What is trained when only the time is given.
@Suite struct TimeBudgetTests {
  /// A machine on which the standard model learns so many tokens a second, and others in proportion.
  private func choice(
    minutes: Double, text: Int?, preset: Preset? = nil, rate: Double = 40_000
  ) -> TimeBudget.Choice {
    TimeBudget(seconds: minutes * 60, textBytes: text).choice(of: preset) { settings in
      rate * Self.standard / Double(settings.parameterCount)
    }
  }

  private static let standard = Double(
    BuildSettings(preset: .standard, worldFolder: "").parameterCount)

  @Test func moreTimeGivesALargerModel() {
    #expect(choice(minutes: 0.25, text: nil).preset == .tiny)
    #expect(choice(minutes: 6, text: nil).preset == .standard)
    #expect(choice(minutes: 60, text: nil).preset == .standard)
    #expect(choice(minutes: 600, text: nil).preset == .large)
  }

  /// A large model that has hardly read anything is worse than a small one that has read much.
  @Test func everyParameterOfALargerModelHasTokensToLearnFrom() {
    let large = BuildSettings(preset: .large, worldFolder: "")
    let tokens = TimeBudget.leastTokensOfParameter * Double(large.parameterCount)
    // Of own text four fifths of the time are for training.
    let minutes = tokens / 40_000 / Self.standard * Double(large.parameterCount) / 0.8 / 60
    let text = 100_000_000
    #expect(choice(minutes: minutes * 1.001, text: text).preset == .large)
    #expect(choice(minutes: minutes * 0.999, text: text).preset == .standard)
    // A machine that is ten times as fast takes it in a tenth of the time.
    #expect(choice(minutes: minutes / 9.99, text: text, rate: 400_000).preset == .large)
  }

  /// 6 minutes, two thirds of them for training, 40,000 tokens a second, 8 · 128 tokens a step.
  @Test func stepsFollowFromTheRate() {
    let choice = choice(minutes: 6, text: nil)
    #expect(choice.steps == 9375)
    #expect(choice.rate == 40_000)
    #expect(!choice.isLimitedByText)
    // 9,600,000 tokens of a text of 17,000,000 bytes, four to a token.
    #expect(abs(choice.passes - 9_600_000 / 4_250_000) < 0.001)
  }

  @Test func aSlowMachineTakesASmallerModel() {
    #expect(choice(minutes: 6, text: nil, rate: 10_000).preset == .tiny)
  }

  @Test func aSmallTextTakesASmallModelAndIsReadTenTimes() {
    let choice = choice(minutes: 60, text: 100_000)
    #expect(choice.preset == .tiny)
    // 25,000 tokens, 512 a step, ten times.
    #expect(choice.steps == 488)
    #expect(choice.isLimitedByText)
    #expect(abs(choice.passes - 10) < 0.02)
  }

  @Test func theTownIsReadAsOftenAsThePresetDoes() {
    let tiny = BuildSettings(preset: .tiny, worldFolder: "")
    let choice = choice(minutes: 2, text: nil, preset: .tiny)
    #expect(choice.steps == tiny.steps)
    #expect(choice.passes > TimeBudget.mostPasses)
  }

  @Test func aTextWithFewerBytesThanTheModelHasParametersTakesTheNextSmallerOne() {
    let large = BuildSettings(preset: .large, worldFolder: "").parameterCount
    #expect(choice(minutes: 600, text: large).preset == .large)
    #expect(choice(minutes: 600, text: large - 1).preset == .standard)
  }

  @Test func aPresetThatIsNamedIsTaken() {
    let choice = choice(minutes: 0.25, text: nil, preset: .standard)
    #expect(choice.preset == .standard)
    #expect(choice.steps == 390)  // 15 s · 2/3 · 40,000 / 1,024
  }

  @Test func thereIsAlwaysAStep() {
    #expect(choice(minutes: 0.001, text: 10, rate: 1).steps == 1)
  }

  /// A model that does not fit the time is not even timed.
  @Test func noLargerModelIsTimedThanNecessary() {
    var timed: [Preset] = []
    _ = TimeBudget(seconds: 15, textBytes: nil).choice { settings in
      timed.append(settings.preset)
      return 40_000
    }
    #expect(timed == [.tiny, .standard])
  }

  @Test func presetsGrow() {
    let counts = Preset.allCases.map {
      BuildSettings(preset: $0, worldFolder: "").parameterCount
    }
    #expect(counts == counts.sorted())
    #expect((10_000_000...20_000_000).contains(counts.last!))
    #expect(BuildSettings(preset: .large, worldFolder: "").contextLength >= 256)
  }
}
