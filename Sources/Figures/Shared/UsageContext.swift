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
    TerminalText.truncated(token(position), to: columns)
  }

  /// The whole token, for sentences and tables.
  func token(_ position: Int) -> String {
    let tokens = answer.readTokens
    return tokens.indices.contains(position) ? tokens[position].shown : String(position)
  }

  /// The last position, where the followed token is predicted.
  var lastToken: String { answer.readTokens.last.map { $0.shown } ?? "" }

  static func eight(_ values: [Float]) -> String {
    values.prefix(8).map { Numbers.fixed(Double($0), 2) }.joined(separator: "  ")
  }

  static func length(_ values: [Float]) -> Double {
    values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
}
