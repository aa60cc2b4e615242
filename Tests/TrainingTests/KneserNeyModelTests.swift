import Testing

@testable import Training

struct KneserNeyModelTests {
  // Two documents over the tokens 0…3.
  let documents: [[Int32]] = [[0, 1, 2, 1, 2], [0, 1, 3]]

  @Test func bigramsAgreeWithAHandComputation() {
    let model = KneserNeyModel(documents: documents, order: 2, vocabularySize: 4)
    // Bigrams: 01 ×2, 12 ×2, 21 ×1, 13 ×1, so D₂ = 2 / (2 + 2·2) = 1/3. Different left contexts of
    // 1: {0, 2}; of 2: {1}; of 3: {1}. So D₁ = 2 / (2 + 2·1) = 1/2, sum 4, types 3.
    #expect(model.discounts == [0.5, 1.0 / 3])
    let backoff = 0.5 * 3 / 4 / 4
    let (p1, p2) = (1.5 / 4 + backoff, 0.5 / 4 + backoff)
    // After 1 came 2 (×2) and 3 (×1): sum 3, types 2.
    let share = (1.0 / 3) * 2 / 3
    #expect(abs(model.probability(of: 2, after: [1]) - ((2 - 1.0 / 3) / 3 + share * p2)) < 1e-12)
    #expect(abs(model.probability(of: 1, after: [1]) - share * p1) < 1e-12)
    #expect(abs(model.probability(of: 0, after: [1]) - share * backoff) < 1e-12)
    // A history never seen falls back on the unigrams.
    #expect(abs(model.probability(of: 1, after: [3]) - p1) < 1e-12)
  }

  @Test(arguments: 1...5) func everyDistributionSumsToOne(order: Int) {
    let model = KneserNeyModel(
      documents: [[0, 1, 2, 3, 1, 2, 1, 1, 4, 0, 2, 1, 2, 3], [0, 1, 2, 3, 4, 4, 4]], order: order,
      vocabularySize: 6)
    let histories: [[Int32]] = [
      [], [0], [1], [5], [0, 1], [1, 2], [2, 3, 1], [0, 1, 2, 3], [1, 2, 3, 1, 2], [5, 5, 5, 5],
    ]
    for history in histories {
      let sum = (0..<6).reduce(0) { $0 + model.probability(of: Int32($1), after: history) }
      #expect(abs(sum - 1) < 1e-12, "\(history)")
    }
  }

  @Test func firstTokensAreNotLearned() {
    let model = KneserNeyModel(documents: documents, order: 1, vocabularySize: 4)
    // Predicted tokens: 1 ×3, 2 ×2, 3 ×1: D = 1 / (1 + 2·1) = 1/3; 0 keeps only the uniform share.
    #expect(abs(model.probability(of: 0, after: []) - (1.0 / 3) * 3 / 6 / 4) < 1e-12)
  }

  @Test func longerHistoriesHelpOnRepetitiveText() {
    let text: [Int32] = (0..<400).map { Int32([0, 1, 2, 1, 3, 1][$0 % 6]) }
    let losses = (1...3).map { order in
      let (nats, tokens) = KneserNeyModel(
        documents: [text], order: order, vocabularySize: 4
      ).surprise(of: [Array(text.prefix(60))])
      #expect(tokens == 59)
      return nats
    }
    #expect(losses[0] > losses[1] && losses[1] > losses[2])
  }

  /// Numbers from `Tests/Peers/kneser_ney.py`, which was written from the definitions alone.
  @Test(arguments: [
    (1, 271.516835008), (2, 153.942822762), (3, 160.382623765), (4, 195.327187870),
    (5, 207.422135728),
  ])
  func surpriseAgreesWithAnIndependentImplementation(order: Int, expected: Double) {
    let documents = Self.sampleDocuments()
    let model = KneserNeyModel(
      documents: Array(documents[..<30]), order: order, vocabularySize: 8)
    let (nats, tokens) = model.surprise(of: Array(documents[30...]))
    #expect(tokens == 140)
    #expect(abs(nats - expected) < 1e-8)
  }

  /// Documents over 7 tokens from a linear congruential generator, as the script makes them.
  private static func sampleDocuments() -> [[Int32]] {
    var state = 2026
    return (0..<40).map { number in
      var document = [Int32(number % 3)]
      for _ in 0..<(12 + number % 5) {
        state = (1_103_515_245 * state + 12345) % (1 << 31)
        document.append((document[document.count - 1] * 2 + Int32((state >> 16) % 3)) % 7)
      }
      return document
    }
  }
}
