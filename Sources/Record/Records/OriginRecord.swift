import Names

/// U3: where the probability of the token that is followed comes from, down to one learned parameter and one
/// token that was read.
///
/// Each step is a number with what it is made of; the next step is the operand of it that contributes most.
/// Of a sum that is the part that goes furthest in the direction of the result, of equal ones the first;
/// parameters are passed by as long as anything else is there. Of a product of two computed factors it is
/// the second, of a share the score of its own, of a normalized number the number before.
///
/// The factors of the many parts of step `n` are `usage.{id}.origin.{n}` in the store, `[2, part]`. Those of
/// the first, which is a softmax, are the logits that are kept anyway.
public struct OriginRecord: Codable, Sendable {
  public var steps: [Step]
  /// Where it ends: a learned number, in the row of the token or in that of its position.
  public var parameter: Operand
  /// The token whose row the last sum begins with.
  public var token: TokenPiece

  /// A number by its address, such as `b0.mid[5,17]`; in single precision, as the program has it.
  public struct Operand: Codable, Sendable, Equatable {
    public var address: String
    public var value: Float

    package init(address: String, value: Float) {
      self.address = address
      self.value = value
    }
  }

  public struct Calculation: Codable, Sendable, Equatable {
    public var step: CalculationStep
    public var value: Float

    package init(step: CalculationStep, value: Float) {
      self.step = step
      self.value = value
    }
  }

  public struct Step: Codable, Sendable {
    public var number: Operand
    /// What a sum begins with: bias, residual stream.
    public var start: [Operand]
    /// Numbers that go into it once.
    public var inputs: [Operand]
    /// How many parts are added up after the start.
    public var termCount: Int
    public var calculation: [Calculation]
    /// Address of the operand that contributes most: the number of the next step.
    public var followed: String

    package init(
      number: Operand, start: [Operand] = [], inputs: [Operand] = [], termCount: Int = 0,
      calculation: [Calculation] = [], followed: String
    ) {
      self.number = number
      self.start = start
      self.inputs = inputs
      self.termCount = termCount
      self.calculation = calculation
      self.followed = followed
    }
  }

  package init(steps: [Step], parameter: Operand, token: TokenPiece) {
    self.steps = steps
    self.parameter = parameter
    self.token = token
  }
}
