import Inference
import Names
import Numerics
import Tokenization
import Transformer

/// All that a reader asked of the live page: prompt, settings, parts that are taken away, other roads.
///
/// It is written into the address of the page and read from there, so that a moment can be sent, printed
/// and gone back to.
package struct Moment: Sendable, Equatable {
  package var text = ""
  package var kind = PromptKind.question
  package var sampling = SamplingOptions(temperature: 0)
  package var seed: UInt64 = 1
  /// Tokens that are written at most.
  package var limit = 32
  package var removed: [RemovedPart] = []
  /// Changes by hand, as they were typed.
  package var changes: [String] = []
  package var forks: [Fork] = []
  /// The step of the answer that is looked at, from 1.
  package var step = 1
  /// The head that is looked at.
  package var head = RemovedPart(layer: 0, part: .attention, head: 0)
  /// Whether the answer is judged without one part after the other.
  package var triesParts = false
  /// What was guessed, token by token; nil where nobody guesses.
  package var guesses: [String]?
  /// What in the address was impossible and was left out.
  package var remarks: [Remark] = []

  /// Another road at one step.
  package struct Fork: Sendable, Equatable {
    package var step: Int
    package var token: Int32
  }

  /// Something in an address that can't be.
  package enum Remark: Sendable, Equatable {
    case temperature, topK, topP, seed, tokens, part, change, fork, kind
    /// Only so many characters of the text are taken.
    case longText(Int)
  }

  private static let mostChanges = 16
  /// Characters of a text that are taken at most.
  package static let longest = 4000

  package init() {}

  /// - Parameter address: what stands behind `#`.
  package init(_ address: String, for configuration: Configuration) {
    let query = QueryText(address)
    text = query["q"] ?? ""
    if text.unicodeScalars.count > Self.longest {
      text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
      remarks.append(.longText(Self.longest))
    }
    if let name = query["kind"] {
      if let known = PromptKind.allCases.first(where: { $0.rawValue == name }) {
        kind = known
      } else {
        remarks.append(.kind)
      }
    }
    readSampling(query)
    readChanges(query, configuration)
    if let wanted = query["at"].flatMap({ Int($0) }), wanted >= 1 { step = wanted }
    if let wanted = query["head"].flatMap({ RemovedPart($0, in: configuration) }),
      wanted.head != nil
    {
      head = wanted
    }
    triesParts = query["try"] == "1"
    if query["guess"] == "1" { guesses = Array(query.all("g").prefix(64)) }
  }

  private mutating func readSampling(_ query: QueryText) {
    /// A number within bounds; nil where none is given or it is out of them.
    func number(_ key: String, _ remark: Remark, _ isPossible: (Double) -> Bool) -> Double? {
      guard let text = query[key], !text.isEmpty else { return nil }
      if let value = PlainDecimal.value(text), isPossible(value) { return value }
      remarks.append(remark)
      return nil
    }
    if let value = number("t", .temperature, { $0 == 0 || (0.001...100).contains($0) }) {
      sampling.temperature = Float(value)
    }
    if let value = number("k", .topK, { $0 <= 1_000_000 && $0 == $0.rounded() }) {
      sampling.topK = Int(value)
    }
    if let value = number("p", .topP, { $0 >= 0.000_001 && $0 <= 1 }) {
      sampling.topP = Float(value)
    }
    if let text = query["seed"], !text.isEmpty {
      if let value = UInt64(text) { seed = value } else { remarks.append(.seed) }
    }
    if let value = number("n", .tokens, { (1...1000).contains($0) && $0 == $0.rounded() }) {
      limit = Int(value)
    }
  }

  private mutating func readChanges(_ query: QueryText, _ configuration: Configuration) {
    for name in query.all("off") {
      guard let part = RemovedPart(name, in: configuration) else {
        remarks.append(.part)
        continue
      }
      if !removed.contains(part) { removed.append(part) }
    }
    for text in query.all("set") where !text.isEmpty {
      guard changes.count < Self.mostChanges, text.utf8.count <= 200 else {
        remarks.append(.change)
        continue
      }
      if !changes.contains(text) { changes.append(text) }
    }
    for text in query.all("fork") {
      let sides = text.split(separator: "-", maxSplits: 1)
      guard sides.count == 2, let step = Int(sides[0]), let token = Int32(sides[1]), step >= 1,
        step <= 1000, token >= 0, Int(token) < configuration.vocabularySize,
        !forks.contains(where: { $0.step == step })
      else {
        remarks.append(.fork)
        continue
      }
      forks.append(Fork(step: step, token: token))
    }
  }

  /// The address, without what is as it is when nothing is asked for.
  package var address: String {
    let usual = Moment()
    var query = QueryText()
    query.add("q", text)
    if kind != usual.kind { query.add("kind", kind.rawValue) }
    if sampling.temperature != 0 { query.add("t", PlainDecimal.text(sampling.temperature)) }
    if sampling.topK != 0 { query.add("k", String(sampling.topK)) }
    if sampling.topP != 1 { query.add("p", PlainDecimal.text(sampling.topP)) }
    if seed != usual.seed { query.add("seed", String(seed)) }
    if limit != usual.limit { query.add("n", String(limit)) }
    for part in removed { query.add("off", part.name) }
    for change in changes { query.add("set", change) }
    for fork in forks { query.add("fork", String(fork.step) + "-" + String(fork.token)) }
    if step != usual.step { query.add("at", String(step)) }
    if head != usual.head { query.add("head", head.name) }
    if triesParts { query.add("try", "1") }
    if let guesses {
      query.add("guess", "1")
      for guess in guesses { query.add("g", guess) }
    }
    return query.text
  }

  /// The moment after a change, as a link.
  package func link(_ change: (inout Moment) -> Void) -> String {
    var other = self
    change(&other)
    return "#" + other.address
  }
}
