import Plain
import Testing
import Tokenization

@Suite("The plain tokenizer")
struct PlainTokenizerTests {
  static let english = """
    The harbour wakes before the town. It's early, and Mira bakes her bread; they'll sell 120 loaves
    by nine o'clock, and the gulls know it.  "We've never had so many," she says. She'd rather bake
    than talk, but the talk of the town is about the bread, the bread, the bread.
    """
  static let japanese = """
    港は町より早く目を覚まします。ミラはパン屋で働いていて、朝の4時からパンを焼きます。
    「パンはいくつ焼けましたか。」「120個です。」カモメも、パンの時間を知っています。
    ミラはパン屋で働いています。ミラはパンが好きです。
    """
  /// What makes trouble: runs of one sign, white space of all kinds, signs outside the first plane.
  static let odd =
    "aaaa aaa aa\n\n\n  x\t\t y 's't're'll'd'x ''s １２３ ½Ⅷ ñandú e\u{301} 🦅🦅 \u{3000}終\u{A0}\n"

  @Test(
    "learns the engine's merges", arguments: [[english], [japanese], [odd], [english, japanese]])
  func merges(texts: [String]) {
    let (engine, plain) = learn(texts)
    #expect(engine.merges.count > 10)
    #expect(plain.merges.map { Int32($0.left) } == engine.merges.map(\.left))
    #expect(plain.merges.map { Int32($0.right) } == engine.merges.map(\.right))
    #expect(plain.vocabularySize == engine.vocabularySize)
    for id in 0..<plain.vocabularySize {
      #expect(plain.bytes(of: id) == engine.bytes(of: Int32(id)))
    }
  }

  @Test("encodes as the engine does, and back", arguments: [english, japanese, odd, ""])
  func encoding(text: String) {
    for texts in [[Self.english], [Self.japanese], [Self.odd]] {
      let (engine, plain) = learn(texts)
      let tokens = plain.encode(text)
      #expect(tokens == engine.encode(text).map { Int($0) })
      #expect(plain.decode(tokens) == text)
    }
  }

  @Test("of pairs equally frequent joins the one with the lower ids")
  func ties() {
    var plain = PlainTokenizer(reserved: 0)
    plain.learn(["ba", "ab", "cd"], mergeCount: 2)
    #expect(
      plain.merges.map { plain.bytes(of: $0.left) + plain.bytes(of: $0.right) }
        == [Array("ab".utf8), Array("ba".utf8)])
  }

  @Test("goes on learning where it stopped")
  func continuation() {
    var (once, twice) = (PlainTokenizer(), PlainTokenizer())
    once.learn([Self.english], mergeCount: 30)
    twice.learn([Self.english], mergeCount: 12)
    twice.learn([Self.english], mergeCount: 30)
    #expect(once.merges == twice.merges)
  }

  @Test("stops when no pair is left")
  func end() {
    var plain = PlainTokenizer()
    plain.learn(["ab"], mergeCount: 9)
    #expect(plain.merges.count == 1)
    #expect(plain.encode("abab ab").count == 4)
  }

  private func learn(_ texts: [String]) -> (engine: Tokenizer, plain: PlainTokenizer) {
    var learner = TokenizerLearner(vocabularySize: Int(Tokenizer.firstMergedToken) + 60)
    for text in texts { learner.add(text) }
    var plain = PlainTokenizer()
    plain.learn(texts, mergeCount: 60)
    return (learner.learn().tokenizer, plain)
  }
}
