import Charts
import Record

/// One answer with the numbers from inside the model, as the figures of U1 to U6 need it.
struct UsageContext {
  let context: FigureContext
  let answer: AnswerRecord

  var layerCount: Int {
    get throws(FigureError) { try context[.architecture].layerCount }
  }

  /// The reader's own answer: in their language and with activations where there is one.
  init(_ context: FigureContext, needsActivations: Bool = false) throws(FigureError) {
    let exhibits = context.exhibits
    guard let answer = needsActivations ? exhibits.innerAnswer : exhibits.answer else {
      throw context.missing(
        exhibits.answer == nil
          ? context.wording.reasons.noAnswer : context.wording.reasons.noActivations)
    }
    self.context = context
    self.answer = answer
  }

  /// This very answer.
  init(_ context: FigureContext, answer: AnswerRecord) {
    self.context = context
    self.answer = answer
  }

  /// An activation by its TransformerLens name.
  func tensor(_ name: String, rank: Int) throws(FigureError) -> RecordedTensor {
    guard let tensor = context.run.tensors["usage.\(answer.id).\(name)"],
      tensor.shape.count == rank, tensor.shape.allSatisfy({ $0 > 0 })
    else { throw context.missing(context.wording.reasons.noActivations) }
    return tensor
  }

  /// The vectors of one head of a `[position, head, headWidth]` tensor, as rows.
  static func head(_ head: Int, of tensor: RecordedTensor) -> [[Float]] {
    let (positions, heads, width) = (tensor.shape[0], tensor.shape[1], tensor.shape[2])
    return (0..<positions).map { position in
      let start = (position * heads + head) * width
      return Array(tensor.values[start..<(start + width)])
    }
  }

  /// The head that is followed.
  func head() throws(FigureError) -> (layer: Int, head: Int) {
    guard let head = context.exhibits.followedHead else {
      throw context.missing(context.wording.reasons.noActivations)
    }
    return head
  }

  /// The way of the token that is followed.
  func followed() throws(FigureError) -> FollowedPass {
    guard let pass = context.exhibits.followedPass else {
      throw context.missing(context.wording.reasons.noActivations)
    }
    return pass
  }

  /// Labels of the positions of which activations are kept: the prompt, and of the answer what stands
  /// before the token that is followed.
  var labels: [String] { answer.readTokens.map { AttentionRows.label($0) } }

  /// A label beside a drawing, where a long token is cut.
  func label(_ position: Int, within columns: Int = 14) -> String {
    let place = place(position)
    return TerminalText.truncated(text(position), to: columns - place.count) + place
  }

  /// The whole token, for sentences and tables; one that stands at several places has its place below it.
  func token(_ position: Int) -> String { text(position) + place(position) }

  private func text(_ position: Int) -> String {
    let tokens = answer.readTokens
    return tokens.indices.contains(position) ? tokens[position].shown : String(position)
  }

  /// The place from 0 in small digits, which tells a token from others like it; empty where there are none.
  private func place(_ position: Int) -> String {
    let tokens = answer.readTokens
    guard tokens.indices.contains(position),
      tokens.count(where: { $0.shown == tokens[position].shown }) > 1
    else { return "" }
    return String(
      String.UnicodeScalarView(String(position).utf8.map { Unicode.Scalar(0x2050 + UInt32($0))! }))
  }

  /// Whether some token stands at several places.
  var hasRepeatedTokens: Bool {
    let tokens = answer.readTokens.map(\.shown)
    return Set(tokens).count < tokens.count
  }

  /// The last position, where the followed token is predicted.
  var lastToken: String {
    answer.readTokens.isEmpty ? "" : token(answer.readTokens.count - 1)
  }

  static func eight(_ values: [Float]) -> String {
    values.prefix(8).map { Numbers.fixed(Double($0), 2) }.joined(separator: "  ")
  }

  static func length(_ values: [Float]) -> Double {
    values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
}
