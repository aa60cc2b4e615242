import Names
import Record

extension SampleRun {
  /// One prompt with four settings and by another way at its second step; all numbers differ, between the
  /// languages too.
  package static func comparison(_ language: Language) -> ComparisonRecord {
    let isEnglish = language == .english
    let shift = isEnglish ? 0.0 : 0.05
    func token(_ id: Int32, _ text: String, _ probability: Double, kept: Int = 1)
      -> ComparisonRecord.ComparedToken
    {
      .init(token: piece(id, text), probability: probability - shift, keptCount: kept)
    }
    let (the, sea, hill) =
      isEnglish ? (" the", " sea", " hill") : ("あの", "海", "丘")
    func answer(
      _ temperature: Double, topK: Int = 0, topP: Double = 1, penalty: Double = 1, text: String,
      _ tokens: [ComparisonRecord.ComparedToken]
    ) -> ComparisonRecord.ComparedAnswer {
      .init(
        temperature: temperature, topK: topK, topP: topP, minP: 0, repetitionPenalty: penalty,
        tokens: tokens, finish: .limit, text: text)
    }
    let first = token(20, the, 0.8)
    return ComparisonRecord(
      language: language, prompt: isEnglish ? "Mira went to" : "ミラが好きなのは", seed: 7,
      answers: [
        answer(0, text: (isEnglish ? "the sea" : "あの海"), [first, token(21, sea, 0.45)]),
        answer(
          0.7, topK: 5, topP: 0.9, text: (isEnglish ? "the hill" : "あの丘"),
          [token(20, the, 0.8, kept: 5), token(22, hill, 0.2, kept: 2)]),
        answer(1.2, text: sea, [token(21, sea, 0.16, kept: 99)]),
        answer(
          0, penalty: 1.3, text: (isEnglish ? "the sea" : "あの海"), [first, token(21, sea, 0.45)]),
      ],
      fork: .init(
        step: 2, taken: token(21, sea, 0.45),
        answer: answer(
          0, text: (isEnglish ? "the hill" : "あの丘"), [first, token(22, hill, 0.2)])))
  }
}
