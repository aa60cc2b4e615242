import Names
import Testing

@testable import Record

@Suite struct AskingEquationTests {
  @Test(arguments: corruptions)
  func aCorruptedRunViolatesIt(_ corruption: Damage) throws {
    try demand(corruption)
  }

  static let corruptions: [Damage] = [
    Damage("requests-are-judged-alike", .asking) {
      $0.requests[0].right = $0.requests[0].asked + 1
    },
    Damage("requests-are-judged-alike", .asking) { asking in
      let place = asking.requests.firstIndex { $0.recast == $0.text && $0.asked > 0 }!
      asking.requests[place].answer += "x"
    },
    Damage("only-what-is-named-a-text-is-no-question", .asking) { asking in
      asking.requests[asking.requests.firstIndex { $0.sign == .none }!].kind = .question
    },
    Damage("sentence-scores-add-up", .asking) { $0.sentences[0].neither += 0.01 },
    Damage("japanese-is-its-share-of-the-letters", .asking) { asking in
      let place = asking.sentences.firstIndex { $0.scripts.latin > 0 && $0.scripts.japanese > 0 }!
      asking.sentences[place].japanese -= 0.1
    },
    Damage("translations-are-counted", .asking) { asking in
      asking.translations = [
        .init(from: .english, source: "a", text: "b", asked: 2, right: 3)
      ]
    },
  ]

  @Test func everyEquationOfAskingHasAFault() {
    #expect(
      Set((Self.corruptions + Damage.asking).map(\.equation))
        == Set(Equation.asking.map(\.name)))
  }
}
