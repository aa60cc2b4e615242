import Names

/// One person's judgement of one answer: a rating, a correction, or both.
public struct FeedbackEntry: Sendable, Equatable {
  public var answer: RatedAnswer
  public var rater: String
  /// One to five stars.
  public var stars: Int?
  /// What the answer should have been.
  public var correction: String?
  /// When it was said; nil for what is older than times, and for simulated visitors.
  public var time: UTCTime?

  public var verdict: Verdict? { stars.map(Verdict.init(stars:)) }

  public init(
    answer: RatedAnswer, rater: String, stars: Int? = nil, correction: String? = nil,
    time: UTCTime? = nil
  ) {
    precondition(stars != nil || correction != nil, "neither a rating nor a correction")
    self.answer = answer
    self.rater = rater
    self.stars = stars
    self.correction = correction
    self.time = time
  }

  /// The entry as it may be kept, however it came here: personal data masked, the correction judged.
  /// - Throws: `CorrectionError` when it must not be kept.
  public func screened() throws(CorrectionError) -> (
    entry: FeedbackEntry, masks: Masks, removedControls: Int
  ) {
    var result = self
    result.rater = try Screening.name(rater)
    var (kept, masks) = answer.screened()
    var removed = 0
    if let correction {
      let screened = try Screening.correction(correction, of: kept)
      guard screened.text != kept.answer else { throw .unchanged }
      result.correction = screened.text
      masks.add(screened.masks)
      removed = screened.removedControls
    }
    result.answer = kept
    return (result, masks, removed)
  }
}
