import Names

/// The hyperparameters of one run of a sweep.
public struct SweepSetting: Sendable, Equatable, Codable {
  /// The highest learning rate; it ends at a tenth of that.
  public var learningRate: Double
  public var width: Int
  public var layerCount: Int
  public var headCount: Int
  /// Sequences of a batch.
  public var batchSize: Int
  /// Share of activations that is dropped while learning.
  public var dropout: Double

  public init(
    learningRate: Double, width: Int, layerCount: Int, headCount: Int, batchSize: Int,
    dropout: Double
  ) {
    self.learningRate = learningRate
    self.width = width
    self.layerCount = layerCount
    self.headCount = headCount
    self.batchSize = batchSize
    self.dropout = dropout
  }

  /// One of the six as a number; whole numbers are rounded when they are set.
  public subscript(knob: SweepKnob) -> Double {
    get {
      switch knob {
      case .learningRate: learningRate
      case .width: Double(width)
      case .layerCount: Double(layerCount)
      case .headCount: Double(headCount)
      case .batchSize: Double(batchSize)
      case .dropout: dropout
      }
    }
    set {
      switch knob {
      case .learningRate: learningRate = newValue
      case .width: width = Int(newValue.rounded())
      case .layerCount: layerCount = Int(newValue.rounded())
      case .headCount: headCount = Int(newValue.rounded())
      case .batchSize: batchSize = Int(newValue.rounded())
      case .dropout: dropout = newValue
      }
    }
  }
}
