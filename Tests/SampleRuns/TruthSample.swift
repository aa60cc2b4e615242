import Names
import Record

/// The truth about a world of two people.
package enum TruthSample {
  package static let truth = TruthRecord(
    answers: ["At the bakery.", "パン屋です。", "At sea.", "A rabbit.", "うさぎです。"],
    questions: [
      TruthRecord.Question(
        text: "Where does Mira work?", language: .english, phrasing: .seen, relation: "work",
        subject: "Mira", answers: [0]),
      TruthRecord.Question(
        text: "ミラはどこで働いていますか。", language: .japanese, phrasing: .seen, relation: "work",
        subject: "Mira", answers: [1]),
      TruthRecord.Question(
        text: "Where does Ben work?", language: .english, phrasing: .seen, relation: "work",
        subject: "Ben", answers: [2]),
      TruthRecord.Question(
        text: "Which pet does Mira have?", language: .english, phrasing: .seen, relation: "pet",
        subject: "Mira", answers: [3]),
      TruthRecord.Question(
        text: "ミラは何を飼っていますか。", language: .japanese, phrasing: .seen, relation: "pet",
        subject: "Mira", answers: [4]),
    ],
    probes: [
      TruthRecord.Probe(
        kind: .story, language: .english, before: [], field: .story, prefix: "One",
        next: [
          TruthRecord.Continuation(text: " sunny", probability: 0.6),
          TruthRecord.Continuation(text: " rainy", probability: 0.4),
        ])
    ],
    entropy: TruthRecord.Entropy(
      shares: [
        TruthRecord.Share(
          kind: .story, language: .english, documents: 3, bytes: 4_000, nats: 3_200,
          natsPerByte: 0.8)
      ], documents: 3, bytes: 4_000, nats: 3_200, natsPerByte: 0.8))
}
