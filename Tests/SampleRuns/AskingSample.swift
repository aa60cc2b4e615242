import Names
import Record

/// Requests made by hand: all numbers differ, between the languages too.
package enum AskingSample {
  package static let record = AskingRecord(
    requests: [
      .init(
        language: .japanese, text: "ミラさんの職場を教えて", kind: .question, sign: .request,
        recast: "ミラさんの職場はどこですか？", answerAsTyped: "ミラさんです。", answer: "パン屋です。", asked: 12,
        rightAsTyped: 2, right: 11),
      .init(
        language: .english, text: "Where does Mira work?", kind: .question, sign: .mark,
        recast: "Where does Mira work?", answerAsTyped: "At the bakery.",
        answer: "At the bakery.", asked: 10, rightAsTyped: 9, right: 9),
      .init(
        language: .english, text: "where does mira work", kind: .question, sign: .questionWord,
        recast: "Where does Mira work?", answerAsTyped: "At sea.", answer: "At the bakery.",
        asked: 10, rightAsTyped: 4, right: 9),
      .init(
        language: .english, text: "Tell me Mira's hobby.", kind: .question, sign: .request,
        recast: "What is Mira's hobby?", answerAsTyped: "Chess.", answer: "Fishing.", asked: 10,
        rightAsTyped: 8, right: 6),
      .init(
        language: .english, text: "Please continue: It was", kind: .continuation,
        sign: .instruction, recast: "It was", answerAsTyped: "sunny.", answer: "sunny.", asked: 0,
        rightAsTyped: 0, right: 0),
    ],
    sentences: [
      .init(
        text: "The sea", tongue: .english, english: 0.875, japanese: 0, neither: 0.125),
      .init(
        text: "Das Meer", tongue: .german, english: 0.25, japanese: 0, neither: 0.75),
      .init(
        text: "abcd海", tongue: .japanese, english: 0.5, japanese: 0.375, neither: 0.125),
      .init(
        text: "море", tongue: .russian, english: 0, japanese: 0.0625, neither: 0.9375),
    ],
    translations: [
      .init(from: .japanese, source: "海です。", text: "It is the sea.", asked: 20, right: 15),
      .init(from: .english, source: "It is a boat.", text: "船です。", asked: 40, right: 40),
    ])
}
