import Names

/// How one number was made: the numbers that went into it, every product and the sum so far.
///
/// All of it is in the engine's own single precision and in its order, so that `result` has the very bits
/// of the number that the pass left behind.
public struct Derivation: Sendable {
  /// A number that went into it.
  public struct Operand: Sendable, Equatable {
    public var quantity: Quantity
    public var value: Float
  }

  /// One of many parts that are added up.
  public struct Term: Sendable, Equatable {
    public var left: Operand
    /// What multiplies it; nil where the part is made of one number.
    public var right: Operand?
    /// What it adds: a product, a square, a power of e, or the number itself.
    public var part: Float
    /// The sum so far: of all parts, or of those in its column (see ``columns``).
    public var sum: Float

    /// The factor that one would follow.
    var followed: Operand {
      guard let right else { return left }
      if left.quantity.isGradient != right.quantity.isGradient {
        return left.quantity.isGradient ? left : right
      }
      return right.quantity.isRoot ? left : right
    }
  }

  public struct Step: Sendable, Equatable {
    public var kind: CalculationStep
    public var value: Float
  }

  public let quantity: Quantity
  /// As the pass left it.
  public let value: Float
  /// What the sum begins with: biases, and the residual stream.
  public internal(set) var start: [Operand] = []
  public internal(set) var terms: [Term] = []
  /// Where the parts are added in sixteen columns side by side, part n in column n mod 16: the sum of each.
  public internal(set) var columns: [Float] = []
  /// Numbers that go into it once.
  public internal(set) var inputs: [Operand] = []
  public internal(set) var steps: [Step] = []
  /// What comes out of all this.
  public internal(set) var result: Float
  /// Whether it is 0 because a token does not look at later ones or, of a slope, because nothing that is
  /// asked for depends on it.
  public internal(set) var isMasked = false

  init(_ quantity: Quantity, value: Float) {
    self.quantity = quantity
    self.value = value
    result = value
  }

  /// Whether it comes out to the last bit.
  public var isExact: Bool { result.bitPattern == value.bitPattern }

  /// Nothing lies below: a parameter, a token, or what the mask hides.
  public var isRoot: Bool { operands.isEmpty }

  /// Everything that went into it, in the order of the calculation.
  public var operands: [Operand] {
    start + inputs + terms.flatMap { [$0.left] + ($0.right.map { [$0] } ?? []) }
  }

  /// The operand that contributes most, by which one follows a number to its roots.
  ///
  /// Of a sum that is the part that goes furthest in the direction of the result, of equal ones the first;
  /// parameters are passed by as long as anything else is there. Of a product it is the computed factor; of
  /// two computed ones the slope, or the one that is looked at, not the one that looks. Of a share it is the score of its
  /// own, of a normalized number the number before.
  public var followed: Operand? {
    quantity.isGradient ? followedOfSlope : followedOfNumber
  }

  private var followedOfNumber: Operand? {
    switch quantity.kind {
    case .firstStandard, .secondStandard, .finalStandard, .loss: inputs.first
    case .probability, .weight, .firstNormalized, .secondNormalized, .finalNormalized, .score,
      .neuron:
      inputs.first
    case .token, .parameter, .target: nil
    case .input: Self.furthest(start.map { ($0.value, $0) }, toward: result)
    default: followedOfSum
    }
  }

  /// Of what comes back beside a normalization and through it, the one that goes further.
  private var followedOfSlope: Operand? {
    guard terms.isEmpty, let own = inputs.first else { return followedOfSum }
    let branch = steps.first { $0.kind == .branch }.map { ($0.value, own) }
    return branch.flatMap { Self.furthest(start.map { ($0.value, $0) } + [$0], toward: result) }
      ?? own
  }

  private var followedOfSum: Operand? {
    if quantity.isGradient, quantity.kind == .logit { return inputs.first }
    let begun = start.filter { !$0.quantity.isRoot }.map { ($0.value, $0) }
    let parts = terms.map { ($0.part, $0.followed) }
    return Self.furthest(begun + parts, toward: result)
  }

  private static func furthest(
    _ parts: [(amount: Float, operand: Operand)], toward result: Float
  ) -> Operand? {
    var best: (amount: Float, operand: Operand)?
    for part in parts {
      let amount = result < 0 ? -part.amount : part.amount
      if best.map({ amount > $0.amount }) ?? true { best = (amount, part.operand) }
    }
    return best?.operand
  }
}
