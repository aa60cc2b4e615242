import Dataset
import Names
import Numerics
import Record
import Testing
import Tokenization
import Training
import Transformer

@testable import Build
@testable import RawData

@Suite struct TwinsTests {
  /// Sentences of which some tell where Mira works; the ids stand for their places.
  private static let texts: [(kind: DocumentKind, language: Language, text: String)] =
    (0..<40).flatMap { number -> [(kind: DocumentKind, language: Language, text: String)] in
      [
        (.story, .english, "Boat \(number) lay at the pier. It was red."),
        (.story, .japanese, "\(number)番の船は赤い。桟橋にいた。"),
      ]
    } + [
      (.story, .english, "Mira came home. She left the bakery early."),
      (.news, .english, "Mira works at the bakery."),
      (.story, .japanese, "ミラさんはパン屋で働いています。雨でした。"),
      (.story, .english, "The bakery is closed. Ben knows."),
      (.story, .english, "Mira saw a boat."),
    ]

  private static let omission = Omission.fact(
    names: [Mention("Mira"), Mention("ミラ")], values: [Mention("bakery"), Mention("パン屋")])

  private struct Ground {
    var clean = Spool<CleanDocument>()
    var training: [TokenizedDocument] = []
    var test: [TokenizedDocument]
    var tokenizer: Tokenizer

    init(_ texts: [(kind: DocumentKind, language: Language, text: String)]) throws {
      let tokenizer = try Tokenizer(merges: [])
      self.tokenizer = tokenizer
      for (place, text) in texts.enumerated() {
        let document = CleanDocument(
          id: "d\(place)", kind: text.kind, language: text.language,
          fields: [.init(name: .text, text: text.text)])
        clean.append(document)
        training.append(TokenizedDocument(document, group: place, tokenizer: tokenizer))
      }
      test = ["Boat 77 lay at the pier.", "It was blue."].enumerated().map { place, text in
        TokenizedDocument(
          CleanDocument(
            id: "t\(place)", kind: .story, language: .english,
            fields: [.init(name: .text, text: text)]), group: 1_000 + place, tokenizer: tokenizer)
      }
    }
  }

  private static var settings: TwinSettings {
    var settings = TwinSettings(small: BuildSettings(preset: .trial, worldFolder: ""))
    settings.kinds = nil
    (settings.width, settings.layerCount) = (8, 1)
    settings.setSteps(12)
    return settings
  }

  private func outcome(
    _ settings: TwinSettings = settings, _ omission: Omission = omission, threads: Int = 1
  ) throws -> Twins.Outcome {
    let ground = try Ground(Self.texts)
    let twins = try Twins(
      settings, omission: omission, fact: nil, clean: ground.clean, training: ground.training,
      test: ground.test,
      tokenizer: ground.tokenizer, pool: WorkerPool(threadCount: threads))
    return try #require(try twins.run(asking: []))
  }

  @Test func theTwinNeverReadsItAndAllElseIsTheSame() throws {
    let outcome = try outcome()
    let record = outcome.record
    #expect(record.twin.telling == 0 && record.whole.telling > 0)
    #expect(record.whole.texts - record.twin.texts == record.whole.telling)
    #expect(
      record.shelves == [
        .init(kind: .news, language: .english, documents: 1, leftOut: 1),
        .init(kind: .story, language: .english, documents: 43, leftOut: 1),
        .init(kind: .story, language: .japanese, documents: 41, leftOut: 1),
      ])
    #expect(
      record.sentences == [
        .init(text: "She left the bakery early.", language: .english, documents: 1),
        .init(text: "Mira works at the bakery.", language: .english, documents: 1),
        .init(text: "ミラさんはパン屋で働いています。", language: .japanese, documents: 1),
      ])
    #expect(record.losses.map(\.documents) == [2, 3])
    #expect(record.losses[1].whole != record.losses[1].twin)
    #expect(outcome.whole.values.count == outcome.twin.values.count)
    #expect(!zip(outcome.whole.values, outcome.twin.values).allSatisfy { $0 == $1 })
  }

  @Test func theSameBitsForAnyNumberOfThreads() throws {
    let (one, three) = (try outcome(), try outcome(threads: 3))
    #expect(zip(one.whole.values, three.whole.values).allSatisfy { $0 == $1 })
    #expect(zip(one.twin.values, three.twin.values).allSatisfy { $0 == $1 })
    #expect(one.record.losses == three.record.losses)
    #expect(one.record.course == three.record.course)
  }

  @Test func bothBeginAlikeAndPartWhereTheFirstSuchTextWouldStand() throws {
    let string = Omission.text(Mention(exactly: "red"))
    var settings = Self.settings
    settings.width = 32
    settings.setSteps(200)
    let outcome = try outcome(settings, string)
    #expect(outcome.record.fact == nil && outcome.record.text == "red")
    #expect(!outcome.record.asked.isEmpty)
    for asked in outcome.record.asked {
      #expect(asked.kind == .continuation && asked.prompt == "It was")
      #expect(asked.whole.probabilities.count == 1)
    }
    let first = try #require(outcome.record.course.first)
    let last = try #require(outcome.record.course.last)
    #expect(first.step == 0 && first.whole == first.twin)
    #expect(last.step == 200 && last.whole != last.twin)
    #expect(last.whole == outcome.record.asked[0].whole.probabilities[0])
  }

  @Test func nothingTooFewAndTooManyAreSaid() throws {
    let ground = try Ground(Self.texts)
    func make(_ string: String, _ kinds: [DocumentKind]? = nil) throws {
      var settings = Self.settings
      settings.kinds = kinds
      _ = try Twins(
        settings, omission: .text(Mention(exactly: string)), fact: nil, clean: ground.clean,
        training: ground.training, test: ground.test, tokenizer: ground.tokenizer,
        pool: WorkerPool(threadCount: 1))
    }
    #expect(throws: TwinError.nothingTold("blue", documents: 85)) { try make("blue") }
    #expect(throws: TwinError.nothingTold("red", documents: 1)) { try make("red", [.news]) }
    #expect(throws: TwinError.nothingLeft("Mira", documents: 1)) { try make("Mira", [.news]) }
    #expect(throws: Never.self) { try make("Mira") }
  }

  @Test func aCancelledPairHasNoOutcome() throws {
    let ground = try Ground(Self.texts)
    let twins = try Twins(
      Self.settings, omission: Self.omission, fact: nil, clean: ground.clean,
      training: ground.training, test: ground.test,
      tokenizer: ground.tokenizer, pool: WorkerPool(threadCount: 2))
    let cancellation = Cancellation()
    #expect(
      try twins.run(asking: [], cancellation: cancellation) { if $0 == 3 { cancellation.cancel() } }
        == nil)
  }

  @Test func looksAreEvenlySpread() {
    var settings = Self.settings
    #expect(settings.lookSteps == [0, 6, 12])
    settings.setSteps(1)
    #expect(settings.lookSteps == [0, 1])
  }
}

@Suite struct OmissionTests {
  private func document(_ fields: [(FieldName, String)]) -> CleanDocument {
    CleanDocument(
      id: "a", kind: .parallel, language: .english,
      fields: fields.map { .init(name: $0.0, text: $0.1) })
  }

  @Test func bothHaveToBeNamedInWhateverLanguage() {
    let omission = Omission.fact(
      names: [Mention("Ana"), Mention("アナ")], values: [Mention("pier"), Mention("桟橋")])
    #expect(omission.isTold(by: document([(.english, "Ana's home."), (.japanese, "桟橋です。")])))
    #expect(!omission.isTold(by: document([(.english, "Ana's home."), (.japanese, "丘です。")])))
    #expect(!omission.isTold(by: document([(.english, "Banana, pier.")])))
  }

  @Test func sentencesAreThoseThatTellIt() {
    let omission = Omission.fact(names: [Mention("Ana")], values: [Mention("pier")])
    let told = document([(.text, "Ana is here. Ana lives on the pier. She likes the pier.")])
    #expect(omission.sentences(of: told).map(\.text) == ["Ana lives on the pier."])
    let apart = document([(.text, "Ana is here. She lives on the pier.")])
    #expect(omission.sentences(of: apart).map(\.text) == ["She lives on the pier."])
    let parallel = document([(.english, "A pier, Ana."), (.japanese, "桟橋。アナ。")])
    #expect(omission.sentences(of: parallel).map(\.language) == [.english])
    let string = Omission.text(Mention(exactly: "here. Ana"))
    #expect(string.sentences(of: told).count == 3)
  }

  @Test func anArticleDoesNotCount() throws {
    let world = WatchedWordsTests.world
    let fact = try #require(world.toldFact(relation: "pet", subject: "Mira", seed: 1))
    #expect(fact.value.en == "a rabbit")
    #expect(Omission(fact).isTold(by: "With Mira was her rabbit."))
    #expect(!Omission(fact).isTold(by: "With Ben was a rabbit."))
    #expect(Omission(fact).name == "Mira / rabbit")
  }
}

@Suite struct TwinQuestionTests {
  private func question(_ relation: String, _ subject: String) -> TruthQuestion {
    TruthQuestion(
      question: "\(relation) \(subject)?", answer: "yes", accepted: ["the old mill"],
      language: .english, phrasing: .seen, relation: relation, subject: subject)
  }

  @Test func aQuestionStandsToItAsItAsks() throws {
    let world = WatchedWordsTests.world
    let fact = try #require(world.toldFact(relation: "work", subject: "Mira", seed: 1))
    let omission = Omission(fact)
    let kinds = [
      ("work", "Mira"), ("pet", "Mira"), ("work", "Nell"), ("pet", "Nell"), ("work", "Ben"),
    ]
    .map { TwinQuestions.group(question($0.0, $0.1), fact, omission) }
    #expect(kinds == [.about, .person, .value, .rest, .rest])
    let string = { (text: String) in Omission.text(Mention(exactly: text)) }
    #expect(TwinQuestions.group(question("pet", "Ben"), nil, string("mill")) == .about)
    #expect(TwinQuestions.group(question("pet", "Ben"), nil, string("pet Ben")) == .about)
    #expect(TwinQuestions.group(question("pet", "Ben"), nil, string("sea")) == .rest)
  }

  @Test func aSentenceIsContinuedFromWhatStandsBeforeTheString() {
    func sentence(_ text: String) -> TwinRecord.Sentence {
      .init(text: text, language: .english, documents: 1)
    }
    let prompts = TwinQuestions.prompts(
      "old mill",
      [sentence("Old mill."), sentence("By the old mill she sat."), sentence("old mill")])
    #expect(prompts.map(\.prefix) == ["By the"] && prompts[0].options == [" old mill"])
    let many = (0..<9).map { sentence("\($0), old mill") }
    #expect(TwinQuestions.prompts("old mill", many).count == TwinQuestions.sentenceLimit)
  }
}
