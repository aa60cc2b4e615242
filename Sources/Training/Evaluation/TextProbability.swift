import Inference
import Numerics
import Tokenization
import Transformer

/// The probability that a model goes on with certain texts, however its tokens cut them.
///
/// A word may be written by several rows of tokens, alone or joined to its neighbours (`港`, `で` or
/// `港で`), so the probability of its bytes is the sum over all rows of tokens that spell them:
///
///     P(text starts with b) = Σ over token rows that reach past b, stopped at the first that does
///     P(word | prefix)      = P(prefix + word) / P(prefix)
///
/// The search starts a few tokens before the end of the prefix, because the last of them may join
/// the word, and gives up rows of tokens whose share of the whole falls below ``smallestShare``.
/// - SeeAlso: Cao & Rimell 2021, "You should evaluate your language model on marginal likelihood
///   over tokenisations".
public final class TextProbability {
  /// Rows of tokens less likely than this, given the prefix, are given up.
  public let smallestShare: Double
  /// Tokens at the end of the prefix that may be cut otherwise when more text follows.
  private static let looseTokens = 3

  private let tokenizer: Tokenizer
  private let generator: Generator
  private let contextLength: Int
  /// The bytes of each token; empty for special tokens, which no text spells.
  private let spelling: [[UInt8]]

  public init(
    parameters: Parameters, tokenizer: Tokenizer, smallestShare: Double = 1e-5, pool: WorkerPool
  ) {
    precondition(smallestShare > 0, "a smallest share of \(smallestShare)")
    self.smallestShare = smallestShare
    self.tokenizer = tokenizer
    generator = Generator(parameters: parameters, pool: pool)
    contextLength = parameters.configuration.contextLength
    spelling = (0..<Int32(tokenizer.vocabularySize)).map { id in
      SpecialToken(rawValue: id) == nil ? tokenizer.bytes(of: id) : []
    }
  }

  /// `P(text | opening, prefix)` for each text, as the beginning of what follows.
  ///
  /// Where one text begins with another, the longer one's share is taken off the shorter one's, so
  /// the texts exclude each other and their probabilities sum to at most 1.
  /// - Parameters:
  ///   - prefix: the text so far.
  ///   - opening: tokens before the text, such as the language; at least one.
  /// - Returns: zeros when the prefix is too long for the context.
  public func probabilities(
    of texts: [String], after prefix: String, opening: [Int32]
  ) -> [Double] {
    precondition(!opening.isEmpty, "the text needs an opening token")
    let tokens = tokenizer.encode(prefix)
    let fixed = tokens.prefix(max(0, tokens.count - Self.looseTokens))
    let rest = tokenizer.decode(tokens.dropFirst(fixed.count))
    guard opening.count + tokens.count < contextLength else { return texts.map { _ in 0 } }
    generator.reset()
    let first = distribution(generator.process(opening + fixed))
    // The prefix as the tokenizer cuts it is one way to spell it: the whole is at least that.
    let start = generator.position
    let threshold = smallestShare * probability(of: tokens[fixed.endIndex...], from: first)
    generator.truncate(to: start)
    guard threshold > 0 else { return texts.map { _ in 0 } }
    let whole = spread(over: [rest], from: first, threshold: threshold)[0]
    let spelled = texts.map { rest + Array($0.utf8) }
    var shares = spread(over: spelled, from: first, threshold: threshold)
      .map { $0 / whole }
    let longestFirst = texts.indices.sorted { (-spelled[$0].count, $0) < (-spelled[$1].count, $1) }
    for (place, number) in longestFirst.enumerated() {
      for longer in longestFirst[..<place]
      where spelled[longer].count > spelled[number].count
        && spelled[longer].starts(with: spelled[number])
      {
        shares[number] -= shares[longer]
      }
    }
    return shares.map { max(0, $0) }
  }

  /// The product of the tokens' probabilities, one after the other.
  private func probability(of tokens: ArraySlice<Int32>, from first: [Float]) -> Double {
    var product = 1.0
    var next = first
    for token in tokens {
      product *= Double(next[Int(token)])
      next = distribution(generator.process([token]))
    }
    return product
  }

  /// The probability of spelling each row of bytes from where the generator stands.
  private func spread(
    over bytes: [[UInt8]], from next: [Float], threshold: Double
  ) -> [Double] {
    var totals = bytes.map { $0.isEmpty ? 1.0 : 0 }
    let open = bytes.indices.filter { !bytes[$0].isEmpty }.map { ($0, bytes[$0][...]) }
    follow(open, weight: 1, next: next, threshold: threshold, totals: &totals)
    return totals
  }

  /// Goes on from one row of tokens of probability `weight` to every token that spells a piece of
  /// an open text.
  private func follow(
    _ open: [(number: Int, rest: ArraySlice<UInt8>)], weight: Double, next: [Float],
    threshold: Double, totals: inout [Double]
  ) {
    guard !open.isEmpty else { return }
    let position = generator.position
    for (id, spelled) in spelling.enumerated() where !spelled.isEmpty {
      let reached = weight * Double(next[id])
      guard reached >= threshold else { continue }
      var further: [(number: Int, rest: ArraySlice<UInt8>)] = []
      for (number, rest) in open {
        if spelled.count >= rest.count {
          if spelled.starts(with: rest) { totals[number] += reached }
        } else if rest.starts(with: spelled) {
          further.append((number, rest.dropFirst(spelled.count)))
        }
      }
      guard !further.isEmpty, position + 1 < contextLength else { continue }
      let after = distribution(generator.process([Int32(id)]))
      follow(further, weight: reached, next: after, threshold: threshold, totals: &totals)
      generator.truncate(to: position)
    }
  }

  private func distribution(_ logits: UnsafeBufferPointer<Float>) -> [Float] {
    [Float](unsafeUninitializedCapacity: logits.count) { buffer, count in
      SoftmaxKernel.forward(logits.baseAddress!, buffer.baseAddress!, count: logits.count)
      count = logits.count
    }
  }
}
