import Names
import SampleRuns
import Testing

@testable import Record

/// What is shown is chosen by rules; each is tried on records of which a plausible other rule would
/// choose differently.
@Suite struct ExhibitsTests {
  // MARK: One step

  @Test func theStepIsFollowedAtTheTokenOfTheReadersLanguage() throws {
    let run = SampleRun.make()
    let (english, japanese) = (run.exhibits(for: .english), run.exhibits(for: .japanese))
    #expect(english.lossExample?.target.text == "." && japanese.lossExample?.target.text == "。")
    #expect(english.gradientCheck?.weight == 0.02 && japanese.gradientCheck?.weight == 0.03)
    #expect(english.adamStep?.gradient == 0.001 && japanese.adamStep?.gradient == 0.002)
    // The weight of the other language's token is nothing to this reader.
    #expect(english.gradientChecks.map(\.weight) == [0.02, 1])
    #expect(japanese.gradientChecks.map(\.weight) == [0.03, 1])
  }

  @Test func aStepWithOneExampleIsFollowedInBothLanguages() {
    var run = SampleRun.make()
    run[.algorithm]!.exampleInOtherLanguage = nil
    let japanese = run.exhibits(for: .japanese)
    #expect(japanese.lossExample?.target.text == "." && japanese.gradientCheck?.weight == 0.02)
    #expect(japanese.gradientChecks.map(\.weight) == [0.02, 0.03, 1])
  }

  @Test func theMostSurprisingTokenIsOneThatCanBeRead() {
    func batch(_ tokens: [TokenPiece], _ before: [Double]) -> AlgorithmRecord.WatchedBatch {
      .init(
        step: 1,
        texts: [.init(language: .english, tokens: tokens, before: before, after: before)],
        lossBefore: 1, lossAfter: 1)
    }
    let tokens = [
      SampleRun.piece(1, "a"), TokenPiece(id: 2, bytes: [0xE3], text: "‹E3›"),
      SampleRun.piece(3, "<|end|>"), SampleRun.piece(4, "b"), SampleRun.piece(5, "c"),
      SampleRun.piece(6, "d"),
    ]
    let mixed = batch(tokens, [0.1, 0.2, 0.4, 0.3, 0.3])
    #expect(mixed.mostSurprising() == .init(text: 0, place: 3))
    #expect(mixed.mostSurprising { $0 == .japanese } == nil)
    let unreadable = batch(Array(tokens[..<3]), [0.2, 0.1])
    #expect(unreadable.mostSurprising() == .init(text: 0, place: 1))
    #expect(mixed.predictionCount == 5 && mixed.likelierCount == 0)
  }

  /// Rows that begin in the reader's language, with the numbers that they have in the batch.
  @Test func rowsOfTheBatchAreInTheReadersLanguage() {
    func rows(_ openings: [String], _ language: Language) -> [Int] {
      var run = SampleRun.make()
      run[.dataset]?.rows = openings.map {
        DatasetRecord.BatchRow(
          inputs: [SampleRun.piece(1, $0), SampleRun.piece(9, "x")],
          targets: [SampleRun.piece(9, "x"), SampleRun.piece(10, "y")])
      }
      return run.exhibits(for: language).batchRows.map(\.number)
    }
    let openings = ["<|ja|>", "<|en|>", "x", "<|en|>", "<|en|>"]
    #expect(rows(openings, .english) == [2, 4])
    #expect(rows(openings, .japanese) == [1])
    #expect(rows(["x", "y", "z"], .japanese) == [1, 2])
    #expect(rows([], .english) == [])
  }

  // MARK: Parts of the model

  private static func guess(_ probability: Double) -> KnockoutRecord.Guess {
    KnockoutRecord.Guess(
      probability: probability, likeliest: SampleRun.piece(9, "x"),
      greatest: max(probability, 0.5))
  }

  private static func removal(
    _ layer: Int, _ head: Int?, _ part: ModelPart, _ shares: [Double]
  ) -> KnockoutRecord.Removal {
    .init(layer: layer, part: part, head: head, guesses: shares.map(guess))
  }

  private static let words = ["Oren", " works", " at", " the", " post", " office", "."]

  /// L0H1 ruins the name, L1H0 harms every token a little and none much, and both whole attentions do
  /// more than any head. The first MLP ruins the fact.
  private static let knockouts = KnockoutRecord(
    tokens: words.enumerated().map { SampleRun.piece(Int32($0), $1) },
    intact: words.map { _ in guess(0.99) },
    removals: [
      removal(0, nil, .attention, [0.001, 0.5, 0.9, 0.9, 0.2, 0.9, 0.9]),
      removal(0, 0, .attention, [0.99, 0.99, 0.99, 0.99, 0.9, 0.99, 0.99]),
      removal(0, 1, .attention, [0.014, 0.9, 0.99, 0.99, 0.98, 0.99, 0.99]),
      removal(0, nil, .mlp, [0.5, 0.5, 0.5, 0.5, 0.003, 0.5, 0.5]),
      removal(1, nil, .attention, [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]),
      removal(1, 0, .attention, [0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8]),
      removal(1, 1, .attention, [0.99, 0.99, 0.99, 0.99, 0.99, 0.99, 0.99]),
      removal(1, nil, .mlp, [0.99, 0.99, 0.99, 0.99, 0.99, 0.99, 0.99]),
    ])

  private static let run: Run = {
    var run = SampleRun.make()
    var answer = SampleRun.answer(.english)
    answer.prompt = "Where does Oren work?"
    answer.knockouts = knockouts
    run[.usage] = UsageRecord(answers: [SampleRun.answer(.japanese), answer])
    func question(_ text: String, _ subject: String, _ relation: String, _ answers: [Int])
      -> TruthRecord.Question
    {
      .init(
        text: text, language: .english, phrasing: .seen, relation: relation, subject: subject,
        answers: answers)
    }
    run[.truth]!.answers = [
      "Oren works at the post office.", "Ben works at the school.", "Ida works at the post office.",
      "Mira works in the office of the mill.", "Ben loves the post.",
    ]
    run[.truth]!.questions = [
      question("Where does Oren work?", "Oren", "work", [0]),
      question("Where does Ben work?", "Ben", "work", [1]),
      question("Where does Ida work?", "Ida", "work", [2]),
      question("Where does Mira work?", "Mira", "work", [3]),
      // Of another relation, and so no wording of this one.
      question("What does Ben love?", "Ben", "love", [4]),
      question("What does Ida love?", "Ida", "love", [4]),
    ]
    return run
  }()

  private static var shown: Exhibits { run.exhibits(for: .english) }

  @Test func theHeadThatIsFollowedIsTheOneThatTheFollowedTokenMissesMost() throws {
    let head = try #require(Self.shown.followedHead)
    #expect(head.layer == 1 && head.head == 0)
    // And not the one that the whole answer misses most, since other tokens of it do.
    let costliest = try #require(Self.shown.costliestHead)
    #expect(costliest.layer == 0 && costliest.head == 1)
    let ofAll = try #require(Exhibits.followedHead(Self.knockouts, at: nil))
    #expect(ofAll.layer == 0 && ofAll.head == 1)
  }

  @Test func ofHeadsThatAreMissedAlikeTheFirstIsFollowed() throws {
    var alike = Self.run
    alike[.usage]!.answers[1].knockouts!.removals[2].guesses[4] =
      Self.knockouts.removals[5].guesses[4]
    let head = try #require(alike.exhibits(for: .english).followedHead)
    #expect(head.layer == 0 && head.head == 1)
  }

  /// The pieces of 職, which the prompt has, are no fact because no other answer has the sign for a byte.
  @Test func piecesOfACharacterCountAsTheCharacter() {
    func pieces(_ bytes: [UInt8]) -> TokenPiece {
      TokenPiece(
        id: 0, bytes: bytes,
        text: String(validating: bytes, as: UTF8.self)
          ?? bytes.map { "‹\(String($0, radix: 16))›" }.joined())
    }
    let tokens = [
      pieces(Array("オレン".utf8)), pieces(Array("さんの".utf8)), pieces([0xE8]), pieces([0x81]),
      pieces([0xB7]),
      pieces(Array("場".utf8)), pieces(Array("は".utf8)), pieces(Array("郵便局".utf8)),
      pieces(Array("です".utf8)),
    ]
    let others = [["ベンさんは灯台で働いています。", "ベンさんの職場は灯台です。"]]
    #expect(Exhibits.factPlace(tokens, prompt: "オレンさんの職場はどこですか？", others: others) == 7)
    // Where the fact itself is in pieces its first one is followed.
    let inPieces = Array(tokens[..<7]) + Array("郵".utf8).map { pieces([$0]) } + Array(tokens[8...])
    #expect(Exhibits.factPlace(inPieces, prompt: "オレンさんの職場はどこですか？", others: others) == 7)
    // Half a character at the end is nothing.
    #expect(Exhibits.factPlace([pieces([0xE8])], prompt: "", others: others) == 0)
  }

  @Test func aTokenIsCarriedByTheWholePartThatItMissesMost() throws {
    let fact = try #require(Self.shown.part(carrying: 4))
    #expect(fact.layer == 0 && fact.part == .mlp && fact.head == nil)
    let name = try #require(Self.shown.part(carrying: 0))
    #expect(name.layer == 0 && name.part == .attention && name.head == nil)
    #expect(try #require(Self.shown.head(carrying: 4)).layer == 1)
  }

  @Test func theTokenThatIsFollowedIsTheFactAndNotTheCopiedName() {
    // “ post” and “ office” are both rare; “ office” stands in one answer more.
    #expect(Self.shown.followedToken == 4)
    #expect(Self.shown.copiedToken == 0)
  }

  @Test func withoutOtherAnswersTheFirstTokenThatIsNotCopiedIsFollowed() {
    var unknown = Self.run
    unknown[.truth]!.questions = []
    #expect(unknown.exhibits(for: .english).followedToken == 1)
    unknown[.usage]!.answers[1].prompt = "Oren works at"
    #expect(unknown.exhibits(for: .english).followedToken == 3)
  }

  @Test func factsAreFoundWhereWordsHaveNoSpaces() {
    let tokens = ["オレン", "さんは", "郵便", "局", "で", "働いています", "。"].enumerated()
      .map { SampleRun.piece(Int32($0), $1) }
    let others = [["ベンさんは学校で働いています。"], ["イーダさんは薬局で働いています。"]]
    #expect(
      Exhibits.factPlace(tokens, prompt: "オレンさんはどこで働いていますか。", others: others) == 2)
  }

  @Test func aTableOfRemovalsHasTheWorstAndStaysInTheOrderOfTheModel() {
    let shown = Self.shown.shownRemovals(1)
    // Of the whole parts the first MLP leaves least of the answer, of the heads L0H1.
    #expect(shown.map(\.layer) == [0, 0] && shown.map(\.head) == [1, nil])
    #expect(shown[1].part == .mlp)
    #expect(Self.shown.shownRemovals(9).count == 8)
  }

  @Test func whatAPictureShowsOfAnAnswerHasTheTokenThatIsFollowed() {
    #expect(Self.shown.shownPlaces(9) == 0..<7)
    #expect(Self.shown.shownPlaces(5) == 0..<5)
    #expect(Self.shown.shownPlaces(3) == 2..<5)
  }

  // MARK: Merges

  private static func merge(
    _ left: TokenPiece, _ right: TokenPiece, _ result: TokenPiece
  ) -> TokenizationRecord.MergeRecord {
    .init(left: left, right: right, result: result, count: 9, lengthBefore: 99, lengthAfter: 90)
  }

  private static let merges: [TokenizationRecord.MergeRecord] = {
    func half(_ bytes: [UInt8], _ text: String) -> TokenPiece {
      TokenPiece(id: 1, bytes: bytes, text: text)
    }
    let (e3, x81, ru) = (
      half([0xE3], "‹E3›"), half([0x81], "‹81›"), half([0xE3, 0x82, 0x8B], "る")
    )
    let piece = { SampleRun.piece(2, $0) }
    return [
      merge(e3, x81, half([0xE3, 0x81], "‹E3 81›")), merge(half([0xE3, 0x82], "‹E3 82›"), x81, ru),
      merge(piece(" "), piece(" "), piece("  ")), merge(piece("t"), piece("h"), piece("th")),
      merge(piece("ま"), piece("す"), piece("ます")), merge(piece("e"), piece("r"), piece("er")),
      merge(piece("で"), piece("す"), piece("です")),
    ]
  }()

  @Test func mergesAreToldInTheReadersScriptAndNeverAsBytes() {
    var run = SampleRun.make()
    run[.tokenization]!.merges = Self.merges
    let (english, japanese) = (run.exhibits(for: .english), run.exhibits(for: .japanese))
    #expect(english.readableMerges.map(\.number) == [4, 6])
    #expect(english.merges.first?.merge.result.text == "th" && english.merges.last?.number == 6)
    #expect(japanese.readableMerges.map(\.number) == [5, 7])
    #expect(japanese.merges.second?.merge.result.text == "です")
    run[.tokenization]!.merges = Array(Self.merges.prefix(3))
    // None in any script: those that are characters at least. None of those either: all.
    #expect(run.exhibits(for: .japanese).readableMerges.map(\.number) == [3])
    run[.tokenization]!.merges = Array(Self.merges.prefix(2))
    #expect(run.exhibits(for: .english).readableMerges.map(\.number) == [1, 2])
  }

  @Test func theFirstMergesAreShownAndLaterOnesUpToTheLast() {
    var run = SampleRun.make()
    run[.tokenization]!.merges = (0..<100).flatMap { _ in [Self.merges[0], Self.merges[3]] }
    let shown = run.exhibits(for: .english).shownMerges(first: 3, later: 3).map(\.number)
    #expect(shown.count == 6 && shown.prefix(3) == [2, 4, 6] && shown.last == 200)
    #expect(shown == shown.sorted() && Set(shown).count == 6)
    #expect(run.exhibits(for: .english).shownMerges(first: 90, later: 10).count == 100)
  }

  // MARK: Edits

  @Test func theEditThatIsToldIsOneOfNormalizationThatCanBeSeen() {
    var run = SampleRun.make()
    func edit(_ rule: RuleID, _ before: String, _ after: String) -> EditRecord {
      EditRecord(rule: rule, place: 0, before: before, after: after)
    }
    var rule = SampleRun.rule
    rule.id = .quotes
    run[.normalization]!.rules = [rule]
    run[.normalization]!.samples[1].edits = [
      edit(.markup, "<b>", "x"), edit(.quotes, "\u{7}", "a"), edit(.quotes, "\u{200B}", "\u{200D}"),
      edit(.quotes, "\u{3000}", " "), edit(.quotes, "‘", "'"), edit(.quotes, "“", "\""),
    ]
    run[.normalization]!.samples[0].edits = [edit(.markup, "１２", "12")]
    #expect(run.exhibits(for: .english).normalizationEdit?.before == "‘")
    // The Japanese sample has none of its own.
    #expect(run.exhibits(for: .japanese).normalizationEdit?.before == "‘")
  }
}
