import Names
import RawData
import Record

extension TruthRecord {
  /// Records what the world knows about its documents; each answer is written once.
  init(_ truth: Truth) {
    let answers = Set(truth.questions.flatMap(\.accepted)).sorted()
    let places = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($1, $0) })
    self.init(
      answers: answers,
      questions: truth.questions.map { question in
        Question(
          text: question.question, language: question.language, phrasing: question.phrasing,
          relation: question.relation, subject: question.subject,
          answers: question.accepted.map { places[$0]! })
      },
      probes: truth.probes.map(Probe.init), entropy: Entropy(truth.entropy))
  }
}

extension TruthRecord.Probe {
  fileprivate init(_ probe: TruthProbe) {
    self.init(
      kind: probe.kind, language: probe.language,
      before: probe.before.map { TruthRecord.Field(name: $0.name, text: $0.text) },
      field: probe.field, prefix: probe.prefix,
      next: probe.next.map {
        TruthRecord.Continuation(text: $0.text, probability: $0.probability)
      })
  }
}

extension TruthRecord.Entropy {
  fileprivate init(_ entropy: SourceEntropy) {
    self.init(
      shares: entropy.shares.map {
        TruthRecord.Share(
          kind: $0.kind, language: $0.language, documents: $0.documents, bytes: $0.bytes,
          nats: $0.nats, natsPerByte: $0.natsPerByte)
      },
      documents: entropy.documents, bytes: entropy.bytes, nats: entropy.nats,
      natsPerByte: entropy.natsPerByte)
  }
}
