import Numerics
import Transformer

/// How well a model predicts documents, each read from its start in windows of the context length.
///
/// The first token of a document (its language) is given, every later one is predicted from what
/// precedes it in its window; windows follow one another without overlap, each beginning with the
/// last token of the one before.
public struct DocumentEvaluation: Sendable, Equatable, Codable {
  /// Tokens that were predicted, and bytes of text that they stand for.
  public internal(set) var tokens = 0
  public internal(set) var bytes = 0
  /// Summed surprise, nats.
  public internal(set) var nats = 0.0
  /// Predictions whose most likely token was the right one.
  public internal(set) var right = 0
  public internal(set) var calibration = Calibration()

  /// Mean cross-entropy, nats per token.
  public var loss: Double { tokens == 0 ? 0 : nats / Double(tokens) }
  /// Nats per byte of text: comparable between tokenizers and with the entropy of the source.
  public var lossPerByte: Double { bytes == 0 ? 0 : nats / Double(bytes) }
  /// `e^loss`: among how many equally likely tokens the model is undecided.
  public var perplexity: Double { Portable.exp(loss) }
  /// Share of tokens whose most likely guess was right.
  public var accuracy: Double { tokens == 0 ? 0 : Double(right) / Double(tokens) }

  /// Evaluates a model.
  /// - Parameters:
  ///   - documents: token ids of each document.
  ///   - byteCount: bytes of text that all documents hold.
  ///   - batch: windows that are read at once.
  public init(
    parameters: Parameters, documents: [[Int32]], byteCount: Int, batch: Int = 16, pool: WorkerPool
  ) {
    bytes = byteCount
    let windows = Self.windows(
      of: documents, context: parameters.configuration.contextLength)
    guard let longest = windows.first?.count else { return }
    let model = Model(
      parameters: parameters, batch: batch, positions: longest, pool: pool, keepsGradients: false)
    var inputs = [Int32](repeating: 0, count: batch * longest)
    for start in stride(from: 0, to: windows.count, by: batch) {
      let rows = Array(windows[start..<min(start + batch, windows.count)])
      let positions = rows[0].count
      for (row, window) in rows.enumerated() {
        for place in 0..<positions {
          inputs[row * positions + place] = place < window.count ? documents[window, place] : 0
        }
      }
      inputs.withUnsafeBufferPointer { inputs in
        _ = model.forward(
          inputs: .init(rebasing: inputs[0..<rows.count * positions]), targets: nil,
          batch: rows.count, positions: positions)
      }
      add(rows, of: documents, positions: positions, logits: model.logits, pool: pool)
    }
  }

  /// Takes in the predictions of a batch; `logits` is `[rows, positions, vocabulary]`.
  private mutating func add(
    _ rows: [Window], of documents: [[Int32]], positions: Int, logits: UnsafeBufferPointer<Float>,
    pool: WorkerPool
  ) {
    let vocabulary = logits.count / (rows.count * positions)
    let summaries = UnsafeMutableBufferPointer<LogitSummary>.allocate(
      capacity: rows.count * positions)
    defer { summaries.deallocate() }
    pool.run(rows.count) { row in
      for place in 0..<rows[row].count {
        let index = row * positions + place
        let values = logits[index * vocabulary..<(index + 1) * vocabulary]
        summaries.initializeElement(
          at: index,
          to: LogitSummary(.init(rebasing: values), target: documents[rows[row], place + 1]))
      }
    }
    for (row, window) in rows.enumerated() {
      for place in 0..<window.count { add(summaries[row * positions + place]) }
    }
  }

  mutating func add(_ prediction: LogitSummary) {
    tokens += 1
    nats += prediction.surprise
    let isRight = prediction.best == prediction.target
    if isRight { right += 1 }
    calibration.add(confidence: prediction.bestProbability, isRight: isRight)
  }

  /// A stretch of a document whose tokens are inputs; the token after each is its target.
  struct Window: Equatable { var document: Int, start: Int, count: Int }

  /// The windows of all documents, the longest first so that rows of a batch are of like length.
  static func windows(of documents: [[Int32]], context: Int) -> [Window] {
    var windows: [Window] = []
    for (number, document) in documents.enumerated() {
      for start in stride(from: 0, to: document.count - 1, by: context) {
        let count = min(context, document.count - 1 - start)
        windows.append(Window(document: number, start: start, count: count))
      }
    }
    return windows.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }
}

extension [[Int32]] {
  subscript(window: DocumentEvaluation.Window, place: Int) -> Int32 {
    self[window.document][window.start + place]
  }
}
