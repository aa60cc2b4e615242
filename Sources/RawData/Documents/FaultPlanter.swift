import Names
import Numerics

/// Adds the documents that cleaning has to drop: duplicates, spam, scolding, other languages.
struct FaultPlanter {
  let teller: Teller
  let world: World
  let heldOut: HeldOut

  private static let badKinds: Set<DocumentKind> = [.webPage, .news, .dialogue, .questionAnswer]
  private static let nearKinds: Set<DocumentKind> = [
    .webPage, .bookChapter, .news, .encyclopedia, .dialogue, .story,
  ]

  /// The documents of one kind and language in the order of their files; a duplicate always comes
  /// after what it repeats.
  func plant(
    among drafts: [Draft], _ kind: DocumentKind, _ language: Language,
    _ random: inout RandomGenerator
  ) -> [(draft: Draft, original: Int?)] {
    var placed: [(key: Double, draft: Draft, index: Int?)] = []
    for (index, draft) in drafts.enumerated() { placed.append((Double(index), draft, index)) }
    let count = drafts.count
    let after = { (index: Int, random: inout RandomGenerator) in
      Double(index) + 0.5 + random.uniformDouble() * Double(count - 1 - index)
    }
    for _ in 0..<share(0.025, of: count) {
      let index = random.below(count)
      var copy = drafts[index]
      copy.fault = .exactDuplicate(of: index)
      copy.corrects = nil
      placed.append((after(index, &random), copy, nil))
    }
    if Self.nearKinds.contains(kind) {
      // A copy of one of two documents that differ in one point would be like both.
      var repeated = Set(drafts.compactMap(\.corrects))
      for index in drafts.indices where drafts[index].corrects != nil { repeated.insert(index) }
      let kept = repeated.count
      let wanted = share(0.025, of: count)
      // Many documents are too short to be changed and still resemble themselves.
      for _ in 0..<40 * wanted where repeated.count < kept + wanted {
        let index = random.below(count)
        guard !repeated.contains(index), var copy = vary(drafts[index], &random) else { continue }
        repeated.insert(index)
        copy.fault = .nearDuplicate(of: index)
        placed.append((after(index, &random), copy, nil))
      }
      let retouched =
        repeated.count + (Corrector.kinds.contains(kind) ? share(0.006, of: count) : 0)
      for _ in 0..<400 where repeated.count < retouched {
        let index = random.below(count)
        guard !repeated.contains(index),
          var copy = Retoucher(grammar: teller.grammar).retouch(drafts[index], &random)
        else { continue }
        repeated.insert(index)
        copy.fault = .nearDuplicate(of: index)
        copy.isDisguised = true
        placed.append((after(index, &random), copy, nil))
      }
    }
    if Self.badKinds.contains(kind) {
      for fault in [Draft.Fault.spam, .wrongLanguage, .unsuitable] {
        for _ in 0..<share(0.014, of: count) {
          let draft = bad(fault, kind, language, &random)
          placed.append((random.uniformDouble() * Double(count), draft, nil))
        }
      }
      // Spam is disguised as news, and people mix languages where they talk.
      let fault: Draft.Fault? =
        kind == .news ? .spam : kind == .dialogue ? .wrongLanguage : nil
      for _ in 0..<(fault == nil ? 0 : share(0.0015, of: count)) {
        let draft = disguised(fault!, kind, language, &random)
        placed.append((random.uniformDouble() * Double(count), draft, nil))
      }
    }
    // Ties cannot happen among the keys of originals, and the order of insertion settles the rest.
    let order = placed.indices.sorted {
      (placed[$0].key, $0) < (placed[$1].key, $1)
    }
    return order.map { (placed[$0].draft, placed[$0].index) }
  }

  private func share(_ rate: Double, of count: Int) -> Int {
    count < 8 ? 0 : max(1, Int(rate * Double(count)))
  }

  /// Spam that sounds like news, or a post that begins in one language and goes on in another.
  private func disguised(
    _ fault: Draft.Fault, _ kind: DocumentKind, _ language: Language,
    _ random: inout RandomGenerator
  ) -> Draft {
    var choices = Choices(random: random)
    var telling = Telling()
    let gap = language.writing.sentenceGap
    func say(_ rule: String) -> String { teller.sentence(rule, Teller.Scope(), &choices) }
    if fault == .spam {
      telling.append(say("headline of spam"))
      telling.beginParagraph()
      telling.append(say("spam quietly") + gap + say("weather in news"))
    } else {
      telling.append(say("mood"))
      telling.beginParagraph()
      telling.append(say("mood") + gap + say("foreign") + " " + say("foreign"))
    }
    random = choices.generator!
    let part = Draft.Part(name: .text, language: language, telling: telling)
    var draft = Draft(kind: kind, language: language, parts: [part], surprisal: 0)
    draft.fault = fault
    draft.isDisguised = true
    return draft
  }

  /// A copy with one sentence added or dropped; nil when it would differ too much or not at all.
  private func vary(_ draft: Draft, _ random: inout RandomGenerator) -> Draft? {
    let language = draft.parts[0].language
    let original = Shingles(draft.cleanFields[0].text, language)
    for _ in 0..<12 {
      var copy = draft
      let post = random.below(copy.parts[0].telling.posts.count)
      let paragraph = random.below(copy.parts[0].telling.posts[post].count)
      var pieces = copy.parts[0].telling.posts[post][paragraph].pieces
      guard pieces.count == 1, case .text(let text) = pieces[0] else { continue }
      let starts = Sentences.starts(in: text, language)
      guard !starts.isEmpty else { continue }
      let bytes = Array(text.utf8)
      let cut = starts[random.below(starts.count)]
      var changed = String(decoding: bytes[..<cut], as: UTF8.self)
      if random.below(2) == 0 {
        let end = starts.first { $0 > cut } ?? bytes.count
        changed += String(decoding: bytes[end...], as: UTF8.self)
        while changed.hasSuffix(" ") { changed.removeLast() }
      } else {
        var choices = Choices(random: random)
        changed += teller.sentence("mood", Teller.Scope(), &choices)
        random = choices.generator!
        changed += language.writing.sentenceGap
        changed += String(decoding: bytes[cut...], as: UTF8.self)
      }
      pieces[0] = .text(changed)
      copy.parts[0].telling.posts[post][paragraph].pieces = pieces
      let similarity = original.similarity(to: Shingles(copy.cleanFields[0].text, language))
      if similarity >= 0.8, similarity < 1, copy.identity != draft.identity { return copy }
    }
    return nil
  }

  private func bad(
    _ fault: Draft.Fault, _ kind: DocumentKind, _ language: Language,
    _ random: inout RandomGenerator
  ) -> Draft {
    let speaker =
      fault == .wrongLanguage
      ? Teller(world: world, language: Grammar.foreignTextLanguage, heldOut: heldOut) : teller
    let rule = fault == .spam ? "spam" : fault == .wrongLanguage ? "wrong" : "unsuitable"
    var choices = Choices(random: random)
    let gap = speaker.language.writing.sentenceGap
    func text(_ count: Int) -> String {
      (0..<count).map { _ in speaker.sentence(rule, Teller.Scope(), &choices) }
        .joined(separator: gap)
    }
    let parts: [Draft.Part]
    if kind == .questionAnswer {
      parts = [
        Draft.part(.question, language, text(1)), Draft.part(.answer, language, text(1)),
      ]
    } else {
      var telling = Telling()
      telling.append(text(1))
      telling.beginParagraph()
      telling.append(text(2))
      // Now and then a decent sentence stands among them.
      if fault == .unsuitable, choices.pick(below: 2) == 0 {
        telling.append(gap + teller.sentence("mood", Teller.Scope(), &choices))
      }
      parts = [Draft.Part(name: .text, language: language, telling: telling)]
    }
    random = choices.generator!
    var draft = Draft(kind: kind, language: language, parts: parts, surprisal: 0)
    draft.fault = fault
    return draft
  }
}
