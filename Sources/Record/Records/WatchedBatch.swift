import Names

extension AlgorithmRecord {
  /// The batch of one training step, and how likely the model found each of its tokens before the step
  /// and after it.
  public struct WatchedBatch: Codable, Sendable {
    public var step: Int
    /// Those that ask for something, in the order of the batch.
    public var texts: [Text]
    /// The mean of `−ln(probability)` over all predictions, nats.
    public var lossBefore: Double
    public var lossAfter: Double

    public struct Text: Codable, Sendable {
      /// Nil where it is in several.
      public var language: Language?
      /// The first is given, each other one is predicted.
      public var tokens: [TokenPiece]
      /// The probability of each token but the first.
      public var before: [Double]
      public var after: [Double]

      package init(language: Language?, tokens: [TokenPiece], before: [Double], after: [Double]) {
        self.language = language
        self.tokens = tokens
        self.before = before
        self.after = after
      }
    }

    package init(step: Int, texts: [Text], lossBefore: Double, lossAfter: Double) {
      self.step = step
      self.texts = texts
      self.lossBefore = lossBefore
      self.lossAfter = lossAfter
    }

    public var predictionCount: Int { texts.reduce(0) { $0 + $1.before.count } }

    /// Predictions whose token was likelier after the step.
    public var likelierCount: Int {
      texts.reduce(0) { sum, text in sum + zip(text.before, text.after).count { $0 < $1 } }
    }

    /// A prediction by its text and its number in that.
    public struct Place: Sendable, Equatable {
      public var text: Int
      public var place: Int
    }

    /// The prediction that surprised most, of those whose token a reader can read by itself: no special
    /// token, no part of a character. Of several the first; of all where none can be read.
    /// - Parameter isMeant: whether a text's language counts.
    public func mostSurprising(where isMeant: (Language?) -> Bool = { _ in true }) -> Place? {
      let all = texts.indices.filter { isMeant(texts[$0].language) }.flatMap { text in
        texts[text].before.indices.map { Place(text: text, place: $0) }
      }
      let readable = all.filter { place in
        let token = texts[place.text].tokens[place.place + 1]
        return !token.bytes.isEmpty && !token.endsInsideACharacter
      }
      func probability(_ place: Place) -> Double { texts[place.text].before[place.place] }
      // The first of equals, for `min` keeps it.
      return (readable.isEmpty ? all : readable).min { probability($0) < probability($1) }
    }
  }
}
