/// L5d: the learned model made smaller in several ways, and what each costs.
///
/// Tensors: `shrinking.before` and `shrinking.pruned{percent}` hold the same corner of one matrix,
/// `[row, column]`.
public struct ShrinkingRecord: Codable, Sendable {
  /// The learned model itself first.
  public var variants: [Variant]
  /// Documents and predicted tokens of the validation split, on which all were judged.
  public var validationDocuments: Int
  public var validationTokens: Int
  public var prompts: [SamePrompt]
  public var quantized: QuantizedColumn
  public var pruned: [PrunedMatrix]
  public var distillation: Distillation

  public struct Variant: Codable, Sendable {
    /// `full`, `pruned`, `quantized`, `distilled`, or `alone` for the small model without a teacher.
    public var kind: String
    /// Share of weights set to zero, in per cent; nil where none were.
    public var prunedPercent: Int?
    /// Bits of a weight of the matrices.
    public var bits: Int
    public var parameterCount: Int
    public var zeroCount: Int
    /// Size as a file.
    public var byteCount: Int
    /// On the validation split, nats per token.
    public var loss: Double
    public var questions: [QuestionCount]
    /// Weights that are multiplied for one token, and bytes of weights that are read for it.
    public var multiplications: Int
    public var bytesPerToken: Int

    /// Unique among the variants, for instance `pruned50` or `int8`.
    public var id: String {
      switch kind {
      case "pruned": "pruned\(prunedPercent ?? 0)"
      case "quantized": "int\(bits)"
      default: kind
      }
    }

    /// Questions answered rightly, all languages.
    public var right: Int { questions.reduce(0) { $0 + $1.right } }
    public var asked: Int { questions.reduce(0) { $0 + $1.asked } }
  }

  public struct QuestionCount: Codable, Sendable {
    public var language: Language
    public var right: Int
    public var asked: Int
  }

  /// One question and what each variant answers.
  public struct SamePrompt: Codable, Sendable {
    public var language: Language
    public var prompt: String
    /// Answers that count as right; empty where no truth is known.
    public var accepted: [String]
    /// In the order of the variants.
    public var answers: [String]
  }

  /// Some weights of one output channel as whole numbers.
  public struct QuantizedColumn: Codable, Sendable {
    public var parameter: String
    public var column: Int
    /// The row of the first weight shown; the largest of the whole column is among those shown.
    public var firstRow: Int
    public var weights: [Float]
    public var largest: Float
    /// `largest / 127` and `largest / 7`.
    public var scale8: Float
    public var scale4: Float
    public var whole8: [Int]
    public var whole4: [Int]
  }

  /// What pruning did to one matrix.
  public struct PrunedMatrix: Codable, Sendable {
    public var parameter: String
    public var percent: Int
    public var count: Int
    public var zeroCount: Int
    /// The largest magnitude among the weights that were set to zero.
    public var threshold: Float
  }

  /// A smaller model with and without a teacher, from the same start and on the same batches.
  public struct Distillation: Codable, Sendable {
    public var layerCount: Int
    public var headCount: Int
    public var width: Int
    public var steps: Int
    public var temperature: Double
    /// Of the loss, how much comes from the teacher.
    public var share: Double
    /// Validation loss while learning, on the validation batches of training.
    public var taught: [TuningRecord.Point]
    public var alone: [TuningRecord.Point]
  }

  public func variant(_ id: String) -> Variant? { variants.first { $0.id == id } }
}
