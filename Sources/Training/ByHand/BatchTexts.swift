import Dataset
import Numerics
import Plain

/// The texts of a batch one by one, as the plain model reads them: what follows a separator in a row
/// is a text of its own.
public struct BatchTexts: Sendable, Equatable {
  public struct Text: Sendable, Equatable {
    /// Where its first input stands in the batch.
    public let row: Int
    public let start: Int
    public let inputs: [Int32]
    /// The token that is to be predicted after each input.
    public let targets: [Int32]
  }

  /// In the order of the batch; a stretch that asks for nothing is none.
  public private(set) var texts: [Text] = []

  /// - Parameter separator: ends a text; nil where each row is one.
  public init(_ batch: Batch, separator: Int32?) {
    for (row, inputs) in batch.inputs.enumerated() {
      var start = 0
      for place in inputs.indices.dropFirst()
      where separator != nil && inputs[place - 1] == separator && inputs[place] != separator {
        add(batch, row, start..<place)
        start = place
      }
      add(batch, row, start..<inputs.count)
    }
  }

  private mutating func add(_ batch: Batch, _ row: Int, _ places: Range<Int>) {
    // What only fills the row comes last and is seen by nothing before it.
    let targets = batch.targets[row][places].prefix { $0 >= 0 }
    precondition(
      batch.targets[row][places].dropFirst(targets.count).allSatisfy { $0 < 0 },
      "row \(row) asks for something behind a place that asks for nothing")
    guard !targets.isEmpty else { return }
    texts.append(
      Text(
        row: row, start: places.lowerBound,
        inputs: Array(batch.inputs[row][places].prefix(targets.count)), targets: Array(targets)))
  }

  /// Tokens that are to be predicted.
  public var predictionCount: Int { texts.reduce(0) { $0 + $1.targets.count } }

  /// The mean surprise of a model at all that is to be predicted, nats a token, in double precision.
  public func loss(of model: PlainModel, pool: WorkerPool) -> Double {
    var sums = [Double](repeating: 0, count: texts.count)
    sums.withUnsafeMutableBufferPointer { sums in
      pool.run(texts.count) { index in
        let text = texts[index]
        let mean = model.forward(
          inputs: text.inputs.map { Int($0) }, targets: text.targets.map { Int($0) }
        ).loss
        sums[index] = mean * Double(text.targets.count)
      }
    }
    return sums.reduce(0, +) / Double(max(1, predictionCount))
  }
}
