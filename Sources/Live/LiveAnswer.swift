import Inference
import Names
import Numerics
import Tokenization
import Transformer

/// What the model wrote to a moment's prompt, choice by choice.
struct LiveAnswer {
  var prompt: [Int32]
  /// Whether tokens at the beginning of the prompt were left out, for there was no room.
  var isCut: Bool
  var choices: [Choice] = []
  var finish = FinishReason.limit
  /// What was guessed at each step.
  var guesses: [Guess] = []

  /// A guess and what the model thinks of it.
  struct Guess {
    var text: String
    /// Of the guessed text's first token, by `softmax(logits)`; nil where nothing was guessed.
    var probability: Double?
  }

  /// The tokens of the answer, the one that ends it left out.
  var written: [Int32] {
    let all = choices.map { $0.chosen }
    return finish == .endToken ? Array(all.dropLast()) : all
  }

  /// `−ln p`, in nats.
  static func surprise(_ probability: Double) -> Double {
    probability > 0 ? -Portable.log(probability) : .infinity
  }
}

extension LiveModel {
  /// Positions that are looked at, at most: each is compared with each in every head.
  var most: Int { min(parameters.configuration.contextLength, 160) }

  /// The language of a text by its letters: a kana or kanji weighs as much as two and a half letters.
  static func language(of text: String) -> Language {
    var balance = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: balance -= 2
      case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF66...0xFF9D: balance += 5
      default: break
      }
    }
    return balance > 0 ? .japanese : .english
  }

  /// The text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let isBlank = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 || scalar.value == 0x3000 }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// What the model is given, in words and as tokens; no tokens for an empty text.
  func prepared(_ moment: Moment) -> (text: String, marked: String, tokens: [Int32], isCut: Bool) {
    guard knowsRoles else {
      let tokens = tokenizer.encodeByRules(moment.text, readsSpecial: false)
      let room = max(1, most * 3 / 4)
      return (moment.text, moment.text, Array(tokens.suffix(room)), tokens.count > room)
    }
    let text = Self.trimmed(moment.text)
    let roles = PromptRoles(moment.kind, Self.language(of: text))
    let own = tokenizer.encode(text)
    let room = max(1, most * 3 / 4 - roles.before.count - roles.after.count)
    let tokens =
      own.isEmpty
      ? []
      : roles.before.map { $0.rawValue } + own.suffix(room) + roles.after.map { $0.rawValue }
    let marked =
      roles.before.map { $0.text }.joined() + text + roles.after.map { $0.text }.joined()
    return (text, marked, tokens, own.count > room)
  }

  /// What of a moment's text the model has no token for, as it is typed; nil where it has all it needs.
  func unread(_ moment: Moment) -> String? {
    let prompt = prepared(moment)
    let count = parameters.configuration.vocabularySize
    guard let token = prompt.tokens.first(where: { $0 < 0 || Int($0) >= count }) else { return nil }
    guard token == Tokenizer.noToken else { return tokenizer.symbol(of: token) }
    let missing =
      knowsRoles
      ? tokenizer.bytesWithoutToken(in: prompt.text)
      : tokenizer.bytesWithoutTokenByRules(in: prompt.text, readsSpecial: false)
    // Where the beginning was cut off, the last one is sure to be in what is left.
    return (prompt.isCut ? missing.last : missing.first).map { String($0.character) }
  }

  private func isEnd(_ token: Int32) -> Bool {
    knowsRoles ? SpecialToken(rawValue: token) != nil : endTokens.contains(token)
  }

  /// Writes token after token, as `nakami ask` does.
  /// - Returns: nil where the prompt is empty.
  func answer(_ moment: Moment) -> LiveAnswer? {
    let prompt = prepared(moment)
    let count = parameters.configuration.vocabularySize
    guard !prompt.tokens.isEmpty, prompt.tokens.allSatisfy({ $0 >= 0 && Int($0) < count }) else {
      return nil
    }
    var answer = LiveAnswer(prompt: prompt.tokens, isCut: prompt.isCut)
    var sampler = Sampler(options: moment.sampling, seed: moment.seed)
    let room = most - prompt.tokens.count
    let limit = max(1, min(moment.limit, room))
    answer.finish = moment.limit <= room ? .limit : .contextFull
    generator.reset()
    var logits = generator.process(prompt.tokens)
    for step in 1...limit {
      // A model whose sums overflow has nothing to say.
      guard logits.allSatisfy({ $0.isFinite }) else {
        answer.choices = []
        break
      }
      if let guesses = moment.guesses, step <= guesses.count {
        answer.guesses.append(guess(guesses[step - 1], logits))
      }
      let choice = sampler.choose(
        logits, recording: 10, keepsAllThatStay: true,
        forcing: moment.forks.first { $0.step == step }?.token)
      answer.choices.append(choice)
      if isEnd(choice.chosen) {
        answer.finish = .endToken
        break
      }
      if let guesses = moment.guesses, step > guesses.count {
        answer.finish = .limit
        break
      }
      if step < limit { logits = generator.process([choice.chosen]) }
    }
    return answer
  }

  /// The first token of a text, with a space before it or without, whichever is likelier.
  private func guess(_ text: String, _ logits: UnsafeBufferPointer<Float>) -> LiveAnswer.Guess {
    guard !text.isEmpty else { return LiveAnswer.Guess(text: text) }
    let shares = Self.softmax(Array(logits))
    // What the model has no token for it can't write.
    let ways = [text, " " + text].map { tokenizer.encode($0) }
      .filter { !$0.contains(Tokenizer.noToken) }.compactMap { $0.first }
      .filter { shares.indices.contains(Int($0)) }
    return LiveAnswer.Guess(
      text: text, probability: ways.map { Double(shares[Int($0)]) }.max() ?? 0)
  }

  static func softmax(_ logits: [Float]) -> [Float] {
    var result = logits
    let largest = logits.max() ?? 0
    for index in result.indices { result[index] -= largest }
    result.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      SoftmaxKernel.forward(base, base, count: buffer.count)
    }
    return result
  }
}
