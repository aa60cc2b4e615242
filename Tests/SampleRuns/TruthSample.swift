import Names
import Record

/// The truth about a world of one person.
package enum TruthSample {
  package static let truth = TruthRecord(
    answers: ["At the bakery.", "パン屋です。"],
    questions: [
      TruthRecord.Question(
        text: "Where does Mira work?", language: .english, phrasing: .seen, relation: "works_at",
        subject: "Mira", answers: [0]),
      TruthRecord.Question(
        text: "ミラはどこで働いていますか。", language: .japanese, phrasing: .seen, relation: "works_at",
        subject: "Mira", answers: [1]),
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
