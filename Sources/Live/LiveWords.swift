import Names

/// What the live page says about an answer, in one language.
///
/// An object, for the engine of a page would grow by half if so many words were copied as a value.
final class LiveWords: Sendable {
  let say: Sentences

  init(_ say: Sentences) { self.say = say }

  static func of(_ language: Language) -> LiveWords {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = LiveWords(.english)
  private static let japanese = LiveWords(.japanese)
}

extension LiveWords {
  struct Sentences: Sendable {
    var empty: String
    var unread: @Sendable (_ text: String) -> String
    var notFinite: String
    var said: @Sendable (_ text: String) -> String
    var nothingWritten: String
    var ends: @Sendable (FinishReason) -> String
    var cutPrompt: String
    var without: @Sendable (_ parts: String) -> String
    var remark: @Sendable (Moment.Remark) -> String

    var given: String
    var givenNote: @Sendable (_ tokens: Int) -> String
    var mergeByMerge: String
    var merges: @Sendable (_ count: Int) -> String
    var moreMerges: @Sendable (_ count: Int) -> String

    var answer: String
    var answerNote: String
    var step: @Sendable (_ number: Int, _ token: String) -> String

    var choice: @Sendable (_ number: Int) -> String
    var choiceDescription:
      @Sendable (_ chosen: String, _ probability: String, _ kept: Int) -> String
    var greedy: String
    var drawn: @Sendable (_ stretch: String, _ token: String) -> String
    var forced: String
    var choiceColumns: [(title: String, isNumber: Bool)]
    var kept: String
    var cut: @Sendable (_ filter: SamplingFilter) -> String
    var probability: String
    var road: String
    var take: @Sendable (_ token: String) -> String
    var ownRoad: String

    var parts: String
    var partsNote: String
    var partName: @Sendable (_ part: ModelPart, _ layer: Int, _ head: Int?) -> String
    var isOut: String
    var whole: String
    var tryParts: String
    var stopTrying: String
    var tried: String
    var triedDescription: @Sendable (_ part: String, _ before: String, _ after: String) -> String
    var nothing: String
    var removed: String
    var token: String

    var byHand: String
    var byHandNote: String
    var changeLabel: String
    var changeExample: String
    var changeButton: String
    var takeBack: @Sendable (_ change: String) -> String
    var model: String
    var asLearned: String
    var asChanged: String
    var changed: String
    var changedDescription: @Sendable (_ text: String, _ before: String, _ after: String) -> String

    var looks: @Sendable (_ layer: Int, _ head: Int) -> String
    var looksDescription: @Sendable (_ from: String, _ to: String, _ weight: String) -> String
    var looksColumns: [(title: String, isNumber: Bool)]
    var query: String
    var key: String
    var weight: String
    var pointed: String
    var heads: String

    var lens: String
    var lensDescription: @Sendable (_ after: String, _ token: String) -> String
    var lensColumns: [(title: String, isNumber: Bool)]
    var place: @Sendable (_ block: Int, _ isMiddle: Bool) -> String
    var followed: @Sendable (_ token: String, _ rank: String, _ probability: String) -> String

    var guessFirst: String
    var stopGuessing: String
    var guessing: String
    var guessNote: String
    var guessLabel: String
    var guessButton: String
    var guessColumns: [(title: String, isNumber: Bool)]
    var guessSum: @Sendable (_ yours: String, _ own: String, _ floor: String) -> String
    var pass: String

    var command: String
    var commandNote: String
    var copy: String
    var noCommand: String
  }
}
