import Names
import Numerics

/// Puts noise into the paragraphs of a document, each time into plain text that is still whole.
struct NoiseMaker {
  let teller: Teller
  let language: Language
  /// Chance of each sort of noise in a document.
  var rates = Rates()

  struct Rates: Sendable {
    var encoding = 0.04
    var width = 0.04
    var lineBreaks = 0.04
    var unsuitable = 0.03
    /// Of so many addresses and numbers, one is written in words.
    var plainForSpelled = 30
    /// Of so many unkind sentences, one has no unkind word in it.
    var openForQuiet = 16
  }

  /// The paragraphs of a post, with invented personal data in place of what is to be masked.
  func passages(_ paragraphs: [Telling.Paragraph], _ random: inout RandomGenerator) -> [Passage] {
    paragraphs.map { paragraph in
      var passage = Passage(isItem: paragraph.isItem)
      for piece in paragraph.pieces {
        switch piece {
        case .text(let text): passage.fragments.append(.plain(text))
        case .personal(let data):
          // Who fears the machines that collect addresses writes them in words.
          let isSpelled = data != .user && random.below(rates.plainForSpelled) == 0
          let noisy =
            isSpelled
            ? Handles.spell(data, language, &random) : Handles.invent(data, language, &random)
          passage.fragments.append(
            .noise(
              .personalData, noisy: noisy, clean: data.mask, guise: isSpelled ? .disguised : nil))
        case .lookalike(let kind, let text):
          passage.fragments.append(.noise(kind, noisy: text, clean: text, guise: .lookalike))
        }
      }
      return passage
    }
  }

  /// Adds noise to the paragraphs from `first` on.
  /// - Parameter carriesUnicode: false when the file's encoding knows Japanese characters only.
  func soil(
    _ passages: inout [Passage], from first: Int = 0, carriesUnicode: Bool, carriesSentences: Bool,
    _ random: inout RandomGenerator
  ) {
    guard passages.count > first else { return }
    if carriesSentences, random.uniformDouble() < rates.unsuitable {
      for _ in 0...random.below(2) { scold(&passages[pick(passages, first, &random)], &random) }
    }
    if carriesUnicode, random.uniformDouble() < rates.encoding {
      for _ in 0...random.below(2) { garble(&passages[pick(passages, first, &random)], &random) }
    }
    if random.uniformDouble() < rates.width {
      for _ in 0...random.below(3) { widen(&passages[pick(passages, first, &random)], &random) }
    }
    if random.uniformDouble() < rates.lineBreaks {
      for _ in 0...random.below(2) { space(&passages[pick(passages, first, &random)], &random) }
    }
  }

  private func pick(_ passages: [Passage], _ first: Int, _ random: inout RandomGenerator) -> Int {
    first + random.below(passages.count - first)
  }

  /// The longest plain fragment, in which there is the most room.
  private func room(_ passage: Passage) -> (index: Int, text: String)? {
    var best: (index: Int, text: String)?
    for (index, fragment) in passage.fragments.enumerated() {
      if case .plain(let text) = fragment, text.utf8.count > best?.text.utf8.count ?? 3 {
        best = (index, text)
      }
    }
    return best
  }

  private func scold(_ passage: inout Passage, _ random: inout RandomGenerator) {
    guard !passage.isItem, let (index, text) = room(passage) else { return }
    let starts = Sentences.starts(in: text, language)
    guard !starts.isEmpty else { return }
    let isQuiet = random.below(rates.openForQuiet) == 0
    let sentence = unsuitableSentence(isQuiet, &random)
    passage.insert(
      index, at: starts[random.below(starts.count)], .unsuitable,
      sentence + language.writing.sentenceGap, guise: isQuiet ? .disguised : nil)
  }

  private func unsuitableSentence(_ isQuiet: Bool, _ random: inout RandomGenerator) -> String {
    var choices = Choices(random: random)
    let rule = isQuiet ? "unsuitable quietly" : "unsuitable"
    let sentence = teller.sentence(rule, Teller.Scope(), &choices)
    random = choices.generator!
    return sentence
  }

  /// At most once in a paragraph, so that two broken runs never touch.
  private func garble(_ passage: inout Passage, _ random: inout RandomGenerator) {
    let isGarbled = passage.fragments.contains { fragment in
      if case .noise(.encoding, _, _, _) = fragment { true } else { false }
    }
    guard !isGarbled, let (index, text) = room(passage) else { return }
    if random.below(2) == 0 {
      switch Habits.of(language).garbling {
      case .apostrophe:
        if let place = text.utf8.firstRange(of: "'".utf8) {
          let offset = text.utf8.distance(from: text.utf8.startIndex, to: place.lowerBound)
          return passage.replace(
            index, offset..<offset + 1, by: .encoding, Mojibake.garble("\u{2019}"))
        }
      case .sentence:
        let starts = [0] + Sentences.starts(in: text, language) + [text.utf8.count]
        let chosen = random.below(starts.count - 1)
        let range = starts[chosen]..<starts[chosen + 1]
        let sentence = String(decoding: Array(text.utf8)[range], as: UTF8.self)
        if sentence.unicodeScalars.allSatisfy({ $0.value >= 0x80 }), !range.isEmpty {
          return passage.replace(index, range, by: .encoding, Mojibake.garble(sentence))
        }
      }
    }
    let strays = ["\u{7}", "\u{1B}", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{FFFD}", "\u{8B}"]
    let offset = scalarStart(in: text, &random)
    passage.insert(index, at: offset, .encoding, strays[random.below(strays.count)])
  }

  /// A place between two characters, neither at the beginning nor at the end.
  private func scalarStart(in text: String, _ random: inout RandomGenerator) -> Int {
    let bytes = Array(text.utf8)
    var offset = 1 + random.below(bytes.count - 1)
    while bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
      if offset == 0 { return String(text.unicodeScalars.first!).utf8.count }
    }
    return offset
  }

  private func widen(_ passage: inout Passage, _ random: inout RandomGenerator) {
    guard let (index, text) = room(passage) else { return }
    let bytes = Array(text.utf8)
    switch Habits.of(language).widening {
    case .letters:
      if random.below(2) == 0, let quote = bytes.firstIndex(of: UInt8(ascii: "'")) {
        return passage.replace(index, quote..<quote + 1, by: .width, "\u{2019}")
      }
      // A whole word, so that what remains around it is as it was.
      let words = runs(in: bytes) { (65...90).contains($0) || (97...122).contains($0) }
      guard !words.isEmpty else { return }
      let word = words[random.below(words.count)]
      passage.replace(
        index, word, by: .width, Widths.full(String(decoding: bytes[word], as: UTF8.self)))
    case .digitsAndKatakana:
      let digits = runs(in: bytes) { (48...57).contains($0) }
      if let digits = digits.first {
        let wide = Widths.full(String(decoding: bytes[digits], as: UTF8.self))
        return passage.replace(index, digits, by: .width, wide)
      }
      if random.below(3) == 0 {
        for (wide, narrow) in [("？", "?"), ("！", "!")] {
          if let place = text.utf8.firstRange(of: wide.utf8) {
            let offset = text.utf8.distance(from: text.utf8.startIndex, to: place.lowerBound)
            return passage.replace(index, offset..<offset + 3, by: .width, narrow)
          }
        }
      }
      let words = katakanaRuns(text)
      guard !words.isEmpty else { return }
      let word = words[random.below(words.count)]
      guard let narrow = Widths.half(String(decoding: bytes[word], as: UTF8.self)) else { return }
      passage.replace(index, word, by: .width, narrow)
    }
  }

  private func space(_ passage: inout Passage, _ random: inout RandomGenerator) {
    guard let (index, text) = room(passage) else { return }
    let bytes = Array(text.utf8)
    let spaces = bytes.indices.dropFirst().dropLast().filter { bytes[$0] == 32 }
    guard !spaces.isEmpty else { return }
    let place = spaces[random.below(spaces.count)]
    let forms = Habits.of(language).oddBlanks
    passage.replace(index, place..<place + 1, by: .lineBreaks, forms[random.below(forms.count)])
  }

  /// Maximal runs of bytes that satisfy `belongs`.
  private func runs(in bytes: [UInt8], where belongs: (UInt8) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in bytes.indices {
      if belongs(bytes[index]) {
        start = start ?? index
      } else if let begin = start {
        runs.append(begin..<index)
        start = nil
      }
    }
    if let begin = start { runs.append(begin..<bytes.count) }
    return runs
  }

  /// UTF-8 ranges of the katakana words of a text.
  private func katakanaRuns(_ text: String) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var offset = 0
    var start: Int?
    for scalar in text.unicodeScalars {
      let isKatakana = (0x30A1...0x30FC).contains(scalar.value) && scalar != "・"
      if isKatakana { start = start ?? offset }
      if !isKatakana, let begin = start {
        runs.append(begin..<offset)
        start = nil
      }
      offset += String(scalar).utf8.count
    }
    if let begin = start { runs.append(begin..<offset) }
    return runs.filter { $0.count >= 6 }
  }
}
