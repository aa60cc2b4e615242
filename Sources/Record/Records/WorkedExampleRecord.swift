import Names

/// L4d: one training example on a model small enough to print, line by line.
///
/// Each line can be typed into a pocket calculator: rounded to `digits` significant digits, the result is
/// exactly what stands there.
public struct WorkedExampleRecord: Codable, Sendable {
  /// The model's vocabulary; two of it go in (`inputs`), one is to come out (`target`).
  public var names: [String]
  public var inputs: [Int]
  public var target: Int
  public var digits: Int
  public var learningRate: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double
  public var weightDecay: Double
  public var weights: [Weights]
  public var sheets: [Sheet]
  /// As it stands on paper, nats.
  public var loss: Double
  /// As the program computes it without rounding, before and after the step.
  public var exactLoss: Double
  public var exactLossAfter: Double

  /// One matrix under the short sign of the formulas and the name of its tensor in a file.
  public struct Weights: Codable, Sendable {
    public var sign: String
    public var tensor: String
    public var rows: [[Double]]

    package init(sign: String, tensor: String, rows: [[Double]]) {
      self.sign = sign
      self.tensor = tensor
      self.rows = rows
    }
  }

  public struct Sheet: Codable, Sendable {
    public var id: String
    public var groups: [Group]

    package init(id: String, groups: [Group]) {
      self.id = id
      self.groups = groups
    }
  }

  public struct Group: Codable, Sendable {
    public var id: String
    public var formula: String
    public var lines: [Line]

    package init(id: String, formula: String, lines: [Line]) {
      self.id = id
      self.formula = formula
      self.lines = lines
    }
  }

  /// Stored as a row of three, for there are hundreds.
  public struct Line: Codable, Sendable {
    public var name: String
    public var calculation: String
    public var result: Double

    public init(name: String, calculation: String, result: Double) {
      self.name = name
      self.calculation = calculation
      self.result = result
    }

    public init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      name = try row.decode(String.self)
      calculation = try row.decode(String.self)
      result = try row.decode(Double.self)
    }

    public func encode(to encoder: any Encoder) throws {
      var row = encoder.unkeyedContainer()
      try row.encode(name)
      try row.encode(calculation)
      try row.encode(result)
    }
  }

  public var weightCount: Int { weights.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.count } } }

  public var lineCount: Int {
    sheets.reduce(0) { $0 + $1.groups.reduce(0) { $0 + $1.lines.count } }
  }

  /// The result of a line, by its sheet and name.
  public func result(_ sheet: String, _ name: String) -> Double? {
    sheets.first { $0.id == sheet }?.groups.lazy.flatMap(\.lines).first { $0.name == name }?.result
  }

  package init(
    names: [String], inputs: [Int], target: Int, digits: Int, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double, weightDecay: Double, weights: [Weights], sheets: [Sheet],
    loss: Double, exactLoss: Double, exactLossAfter: Double
  ) {
    self.names = names
    self.inputs = inputs
    self.target = target
    self.digits = digits
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.weights = weights
    self.sheets = sheets
    self.loss = loss
    self.exactLoss = exactLoss
    self.exactLossAfter = exactLossAfter
  }
}
