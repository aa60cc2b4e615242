import Names

/// The recorded way of one number to its roots, each step with all its parts.
public struct OriginWay: Sendable {
  public typealias Operand = (quantity: Quantity, value: Float)

  public let answer: AnswerRecord
  public let steps: [Step]
  /// Where it ends.
  public let parameter: Operand
  /// The token whose row the last sum begins with, and its position.
  public let token: TokenPiece
  public let position: Int

  /// One number, and what it is made of.
  public struct Step: Sendable {
    public var quantity: Quantity
    public var value: Float
    public var start: [Operand]
    public var inputs: [Operand]
    /// First and second factor of each part; the second is missing where a part is made of one number.
    public var left: [Float]
    public var right: [Float]?
    public var calculation: [OriginRecord.Calculation]
    /// The operand that contributes most.
    public var followed: Quantity
    let headWidth: Int

    /// The address of the first factor of a part.
    public func left(_ place: Int) -> Quantity? {
      let (layer, head, position) = (quantity.layer, quantity.head, quantity.indices[0])
      return switch quantity.kind {
      case .probability: Quantity(.logit, [position, place])
      case .logit: Quantity(.finalNormalized, [position, place])
      case .output: Quantity(.neuron, layer: layer, [position, place])
      case .neuronSum: Quantity(.secondNormalized, layer: layer, [position, place])
      case .middle:
        Quantity(
          .mixed, layer: layer, head: place / headWidth, [position, place % headWidth])
      case .mixed: Quantity(.weight, layer: layer, head: head, [position, place])
      case .query, .key, .value: Quantity(.firstNormalized, layer: layer, [position, place])
      default: nil
      }
    }

    /// The address of the factor of a part that one would follow.
    public func followed(_ place: Int) -> Quantity? {
      quantity.kind == .mixed
        ? Quantity(
          .value, layer: quantity.layer, head: quantity.head, [place, quantity.indices[1]])
        : left(place)
    }

    /// The part that is followed; nil where it is no part.
    public var followedPart: Int? { left.indices.first { followed($0) == followed } }

    public func calculated(_ step: CalculationStep) -> Float? {
      calculation.first { $0.step == step }?.value
    }
  }

  /// - Returns: nil where none was recorded, or what was recorded has not the form of one.
  init?(_ answer: AnswerRecord, _ run: Run) {
    guard let record = answer.origin, let model = run[.architecture], model.headCount > 0,
      model.headWidth > 0, let parameter = Self.operand(record.parameter), !record.steps.isEmpty
    else { return nil }
    let prefix = "usage.\(answer.id)."
    var steps: [Step] = []
    for (number, step) in record.steps.enumerated() {
      guard let own = Self.operand(step.number), !own.quantity.indices.isEmpty,
        let followed = Quantity(address: step.followed)
      else { return nil }
      let start = step.start.compactMap(Self.operand)
      let inputs = step.inputs.compactMap(Self.operand)
      guard start.count == step.start.count, inputs.count == step.inputs.count else { return nil }
      var left: [Float] = []
      var right: [Float]?
      if own.quantity.kind == .probability {
        let name = answer.followed == nil ? "logits" : "followed.logits"
        left = run.tensors[prefix + name]?.values ?? []
      } else if step.termCount > 0 {
        let factors = run.tensors[prefix + "origin.\(number)"]
        guard let factors, factors.shape == [2, step.termCount] else { return nil }
        left = Array(factors.values.prefix(step.termCount))
        right = Array(factors.values.suffix(step.termCount))
      }
      guard left.count == step.termCount else { return nil }
      steps.append(
        Step(
          quantity: own.quantity, value: own.value, start: start, inputs: inputs, left: left,
          right: right, calculation: step.calculation, followed: followed,
          headWidth: model.headWidth))
    }
    guard let position = steps.last?.quantity.indices.first else { return nil }
    self.answer = answer
    self.steps = steps
    self.parameter = parameter
    self.position = position
    token = record.token
  }

  private static func operand(_ operand: OriginRecord.Operand) -> Operand? {
    Quantity(address: operand.address).map { ($0, operand.value) }
  }
}

extension Exhibits {
  /// Where the probability of the followed token comes from.
  public var origin: OriginWay? { innerAnswer.flatMap { OriginWay($0, run) } }
}
