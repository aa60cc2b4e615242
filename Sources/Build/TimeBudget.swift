import Names

/// Which model is trained, and for how many steps, when only the time is given.
///
/// The largest preset is taken that can make at least half of its own steps in the time and read some tokens
/// for each of its parameters, and that has no more parameters than the text has bytes; a text is read ten
/// times at most.
package struct TimeBudget: Sendable {
  /// Share of a build's time that goes into training; the rest collects, tunes, evaluates, shrinks and shows.
  package static let trainingShare = 2.0 / 3
  /// Share of a build's time that goes into training where there is no town to be asked about.
  package static let trainingShareOfOwnText = 0.8
  /// How often a text is read at most: more teaches it by heart.
  package static let mostPasses = 10.0
  /// Tokens read for each parameter below which a smaller model is the better one in the same time.
  ///
  /// Best for the arithmetic that is spent are about twenty; with fewer than one, 12 million parameters ended
  /// above what 0.7 million reached in a quarter of the time.
  /// - SeeAlso: Hoffmann et al., "Training Compute-Optimal Large Language Models", 2022.
  package static let leastTokensOfParameter = 4.0
  /// Bytes of a token, about; what the standard vocabulary has on the town.
  static let bytesOfToken = 4.0

  /// A preset with the steps that fit.
  package struct Choice: Equatable, Sendable {
    package var preset: Preset
    package var steps: Int
    /// Tokens a second that were measured.
    package var rate: Double
    /// How often the text is read.
    package var passes: Double
    /// Whether the text, and not the time, ends the training.
    package var isLimitedByText: Bool
  }

  /// Time for everything, in seconds.
  package var seconds: Double
  /// Bytes of the text; nil for the town, which tells as much as a preset wants.
  package var textBytes: Int?

  package init(seconds: Double, textBytes: Int?) {
    self.seconds = seconds
    self.textBytes = textBytes
  }

  /// - Parameters:
  ///   - preset: the one that was asked for; nil for the largest that fits.
  ///   - rate: tokens a second at which a preset's model is trained here; asked of small models first and
  ///     of no larger one than necessary.
  package func choice(
    of preset: Preset? = nil, rate: (BuildSettings) throws -> Double
  ) rethrows -> Choice {
    if let preset { return try fitted(preset, rate).choice }
    var chosen = try fitted(.tiny, rate).choice
    for larger in [Preset.standard, .large] {
      let settings = BuildSettings(preset: larger, worldFolder: "")
      guard (textBytes ?? settings.corpusBytes) >= settings.parameterCount else { break }
      let (choice, isEnough) = try fitted(larger, rate)
      guard isEnough else { break }
      chosen = choice
    }
    return chosen
  }

  private func fitted(
    _ preset: Preset, _ rate: (BuildSettings) throws -> Double
  ) rethrows -> (choice: Choice, isEnough: Bool) {
    let settings = BuildSettings(preset: preset, worldFolder: "")
    let rate = try rate(settings)
    let share = textBytes == nil ? Self.trainingShare : Self.trainingShareOfOwnText
    let tokensOfStep = Double(settings.batchSize * settings.contextLength)
    let tokens = Double(textBytes ?? settings.corpusBytes) / Self.bytesOfToken
    let byTime = seconds * share * rate / tokensOfStep
    // A preset for the town reads it as often as that takes.
    let leastByText = textBytes == nil ? Double(settings.steps) : 0
    let byText = max(leastByText, Self.mostPasses * tokens / tokensOfStep)
    let steps = max(1, Int(min(byTime, byText)))
    return (
      Choice(
        preset: preset, steps: steps, rate: rate, passes: Double(steps) * tokensOfStep / tokens,
        isLimitedByText: byText < byTime),
      byTime >= Double(settings.steps) / 2
        && byTime * tokensOfStep
          >= Self.leastTokensOfParameter * Double(settings.parameterCount)
    )
  }
}
