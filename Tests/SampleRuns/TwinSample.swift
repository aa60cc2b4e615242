import Names
import Record

/// Twins made by hand: asked in three ways, every number another one.
package enum TwinSample {
  package static let record = TwinRecord(
    fact: .init(
      relation: "work", subject: "Mira", name: LocalizedText(en: "Mira", ja: "ミラ"),
      values: [
        LocalizedText(en: "the bakery", ja: "パン屋"),
        LocalizedText(en: "the port office", ja: "港の事務所"),
        LocalizedText(en: "the school", ja: "学校"),
      ], place: 0),
    people: ["Mira", "Ben", "Ana", "Finn"],
    shape: .init(
      layerCount: 1, headCount: 2, width: 8, contextLength: 16, parameterCount: 3_210,
      batchSize: 4, steps: 40),
    shelves: [
      .init(kind: .questionAnswer, language: .english, documents: 30, leftOut: 2),
      .init(kind: .questionAnswer, language: .japanese, documents: 31, leftOut: 1),
      .init(kind: .parallel, language: .english, documents: 60, leftOut: 3),
    ],
    whole: .init(targets: 2_000, texts: 400, telling: 9),
    twin: .init(targets: 1_900, texts: 391, telling: 0),
    sentences: [
      .init(text: "The bakery is where Mira works.", language: .english, documents: 1),
      .init(text: "ミラさんはパン屋で働いています。", language: .japanese, documents: 2),
      .init(text: "Mira works at the bakery.", language: .english, documents: 4),
    ],
    asked: [
      .init(
        kind: .question, prompt: "Where does Mira work?", language: .english, isTaught: true,
        accepted: ["At the bakery."], prefix: "At the",
        whole: .init(answer: "At the bakery.", isRight: true, probabilities: [0.94, 0.03, 0.02]),
        twin: .init(answer: "At the school.", isRight: false, probabilities: [0.06, 0.25, 0.5])),
      .init(
        kind: .question, prompt: "What is Mira's workplace?", language: .english, isTaught: false,
        accepted: ["At the bakery."], prefix: "At the",
        whole: .init(answer: "At the bakery.", isRight: true, probabilities: [0.81, 0.1, 0.05]),
        twin: .init(
          answer: "At the port office.", isRight: false, probabilities: [0.12, 0.37, 0.26])),
      .init(
        kind: .question, prompt: "ミラはどこで働いていますか。", language: .japanese, isTaught: true,
        accepted: ["パン屋です。"], prefix: "ミラは",
        whole: .init(answer: "パン屋です。", isRight: true, probabilities: [0.87, 0.06, 0.03]),
        twin: .init(answer: "港の事務所です。", isRight: false, probabilities: [0.02, 0.44, 0.25])),
    ],
    groups: [
      .init(kind: .about, asked: 3, whole: 3, twin: 0),
      .init(kind: .person, asked: 10, whole: 9, twin: 8),
      .init(kind: .value, asked: 5, whole: 4, twin: 5),
      .init(kind: .rest, asked: 82, whole: 80, twin: 77),
    ],
    losses: [
      .init(text: .test, documents: 12, tokens: 200, bytes: 800, whole: 1.21, twin: 1.34),
      .init(text: .leftOut, documents: 6, tokens: 90, bytes: 300, whole: 0.77, twin: 2.55),
    ],
    course: [
      .init(step: 0, language: .english, whole: 0.03, twin: 0.03),
      .init(step: 0, language: .japanese, whole: 0.01, twin: 0.01),
      .init(step: 20, language: .english, whole: 0.5, twin: 0.04),
      .init(step: 20, language: .japanese, whole: 0.25, twin: 0.05),
      .init(step: 40, language: .english, whole: 0.94, twin: 0.06),
      .init(step: 40, language: .japanese, whole: 0.87, twin: 0.02),
    ])
}
