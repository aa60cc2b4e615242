import Numerics

/// Predicts the next token by counting, the strongest classical baseline: interpolated Kneser-Ney.
///
/// For a history `h` and its shortening `h'` (without the oldest token)
///
///     P(w | h) = max(a(hw) − D, 0) / a(h·)  +  D · types(h·) / a(h·) · P(w | h')
///
/// where `a` is how often the n-gram occurred (longest order) or in how many different left
/// contexts (shorter orders; an occurrence at the start of a document, which has no left context,
/// counts as one), `a(h·)` its sum over `w`, `types(h·)` how many different `w` followed, and
/// `D = n₁ / (n₁ + 2·n₂)` the discount of that order from the n-grams with `a` of 1 and 2. Below
/// one token stands the uniform distribution, so every token has a probability above 0 and each
/// distribution sums to 1.
/// - Complexity: `O(order)` table lookups for a token, in learning and in predicting.
/// - SeeAlso: Kneser & Ney 1995; Chen & Goodman 1999, section 2.7; Heafield et al. 2013 (document
///   starts).
public struct KneserNeyModel: Sendable {
  /// How many tokens an n-gram has: 1 looks at no history, 5 at four tokens.
  public let order: Int
  public let vocabularySize: Int
  /// `D` by order, unigrams first.
  public let discounts: [Double]
  private let trie: NGramTrie
  /// `a` of each node, `a(h·)` and `types(h·)` of each node as a history.
  private let adjustedCount: [Int32]
  private let followerTotal: [Int32]
  private let followerTypes: [Int32]

  /// Counts the documents. No n-gram reaches across the border between two of them.
  /// - Parameters:
  ///   - documents: token ids, each below `vocabularySize`.
  ///   - predictsFirst: whether the first token of a document is something to predict; a model that
  ///     is always given that token (as ours is given the language) should not learn from it.
  public init(
    documents: some Sequence<[Int32]>, order: Int, vocabularySize: Int, predictsFirst: Bool = false
  ) {
    precondition(order >= 1, "order \(order) is below 1")
    precondition(vocabularySize >= 1, "vocabulary of \(vocabularySize) tokens")
    self.order = order
    self.vocabularySize = vocabularySize
    var counter = NGramCounter(order: order)
    for document in documents {
      counter.add(document, predictsFirst: predictsFirst)
    }
    trie = counter.trie
    adjustedCount = counter.adjustedCount
    (followerTotal, followerTypes) = counter.followers()
    discounts = counter.discounts()
  }

  /// `P(token | history)`; only the last `order − 1` tokens of the history matter.
  public func probability(of token: Int32, after history: some RandomAccessCollection<Int32>)
    -> Double
  {
    var probability = 1 / Double(vocabularySize)
    for length in 0..<order where length <= history.count {
      guard let context = node(of: history.suffix(length)) else { break }
      let total = Double(followerTotal[Int(context)])
      guard total > 0 else { break }
      let found = trie.child(of: context, token: token)
      let count = found == NGramTrie.none ? 0 : Double(adjustedCount[Int(found)])
      let discount = discounts[length]
      let backoff = discount * Double(followerTypes[Int(context)]) / total
      probability = max(count - discount, 0) / total + backoff * probability
    }
    return probability
  }

  /// Mean surprise over the documents, from the second token of each on.
  /// - Returns: nats in all and how many tokens were predicted.
  public func surprise(of documents: some Sequence<[Int32]>) -> (nats: Double, tokens: Int) {
    var nats = 0.0
    var tokens = 0
    for document in documents {
      for place in document.indices.dropFirst() {
        let history = document[max(0, place - order + 1)..<place]
        nats -= Portable.log(probability(of: document[place], after: history))
        tokens += 1
      }
    }
    return (nats, tokens)
  }

  private func node(of tokens: some Sequence<Int32>) -> Int32? {
    var node = NGramTrie.root
    for token in tokens {
      node = trie.child(of: node, token: token)
      if node == NGramTrie.none { return nil }
    }
    return node
  }
}

/// Counts the n-grams of documents up to one order in a single pass.
private struct NGramCounter {
  let order: Int
  var trie = NGramTrie(capacity: 1 << 16)
  var adjustedCount: [Int32] = [0]
  var parent: [Int32] = [NGramTrie.none]
  var length: [UInt8] = [0]

  init(order: Int) { self.order = order }

  mutating func add(_ document: [Int32], predictsFirst: Bool) {
    // ending[k] is the node of the k tokens that end before this place.
    var ending = [Int32](repeating: NGramTrie.none, count: order + 1)
    ending[0] = NGramTrie.root
    for (place, token) in document.enumerated() {
      var next = ending
      let counts = place > 0 || predictsFirst
      for k in 1...order where k <= place + 1 {
        let (node, isNew) = trie.insertChild(of: ending[k - 1], token: token)
        if isNew {
          adjustedCount.append(0)
          parent.append(ending[k - 1])
          length.append(UInt8(k))
        }
        // One more left context of the n-gram that is shorter by its first token.
        if isNew && k > 1 && counts { adjustedCount[Int(next[k - 1])] += 1 }
        // The longest order counts occurrences; so does an n-gram with nothing to its left.
        if counts && (k == order || k == place + 1) { adjustedCount[Int(node)] += 1 }
        next[k] = node
      }
      ending = next
    }
  }

  func followers() -> (total: [Int32], types: [Int32]) {
    var total = [Int32](repeating: 0, count: adjustedCount.count)
    var types = total
    for node in adjustedCount.indices.dropFirst() where adjustedCount[node] > 0 {
      total[Int(parent[node])] += adjustedCount[node]
      types[Int(parent[node])] += 1
    }
    return (total, types)
  }

  /// `n₁ / (n₁ + 2·n₂)` for each order; one half where nothing occurred once, so that unseen tokens
  /// keep a share.
  func discounts() -> [Double] {
    var once = [Int](repeating: 0, count: order)
    var twice = once
    for node in adjustedCount.indices.dropFirst() {
      switch adjustedCount[node] {
      case 1: once[Int(length[node]) - 1] += 1
      case 2: twice[Int(length[node]) - 1] += 1
      default: break
      }
    }
    return zip(once, twice).map { once, twice in
      once == 0 ? 0.5 : Double(once) / Double(once + 2 * twice)
    }
  }
}
