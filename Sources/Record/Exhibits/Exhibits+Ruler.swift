import Names

/// A loss on the one ruler that all losses lie on.
public struct RulerMark: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// All bytes equally likely, all tokens equally likely.
    case bytes, tokens
    case untrained
    /// The n-gram model of an order.
    case counting(Int)
    /// The model that was kept, on one part.
    case model(Split)
    /// The surprise that is in the text itself.
    case floor
  }

  public var kind: Kind
  /// Nats.
  public var perByte: Double
  public var perToken: Double

  public init(_ kind: Kind, perByte: Double, perToken: Double) {
    self.kind = kind
    self.perByte = perByte
    self.perToken = perToken
  }
}

extension Exhibits {
  /// Everything that guesses, from chance to the floor, all on whole documents and in one unit. But for the
  /// model's other two parts, each is judged on the test part.
  public var ruler: [RulerMark] {
    guard let record = run[.evaluation], record.tokens > 0, record.bytes > 0 else { return [] }
    let bytesPerToken = Double(record.bytes) / Double(record.tokens)
    // Eight bits, in nats.
    let byte = 8 * 0.693_147_180_559_945_3
    var marks = [RulerMark(.bytes, perByte: byte, perToken: byte * bytesPerToken)]
    if let uniform = run[.initialization]?.uniformLoss {
      marks.append(RulerMark(.tokens, perByte: uniform / bytesPerToken, perToken: uniform))
    }
    let untrained = record.untrained
    marks.append(
      RulerMark(.untrained, perByte: untrained.lossPerByte, perToken: untrained.loss))
    marks += record.baselines.map {
      RulerMark(.counting($0.order), perByte: $0.lossPerByte, perToken: $0.loss)
    }
    marks += record.parts.map {
      RulerMark(.model($0.part), perByte: $0.lossPerByte, perToken: $0.loss)
    }
    if let floor = record.floorPerByte {
      marks.append(RulerMark(.floor, perByte: floor, perToken: floor * bytesPerToken))
    }
    return marks
  }

  /// By how much the test loss lies above the floor, as a share of the floor: what is left to be learned.
  public var aboveFloor: Double? {
    run[.evaluation].flatMap { record in
      record.floorPerByte.map { record.lossPerByte / $0 - 1 }
    }
  }
}
