import Names

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
    public var kind: ShrinkingMethod
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
      case .pruned: "pruned\(prunedPercent ?? 0)"
      case .quantized: "int\(bits)"
      case .full, .cut, .distilled, .alone: kind.rawValue
      }
    }

    /// Questions answered rightly, all languages.
    public var right: Int { questions.reduce(0) { $0 + $1.right } }
    public var asked: Int { questions.reduce(0) { $0 + $1.asked } }

    package init(
      kind: ShrinkingMethod, prunedPercent: Int? = nil, bits: Int, parameterCount: Int,
      zeroCount: Int, byteCount: Int, loss: Double, questions: [QuestionCount],
      multiplications: Int, bytesPerToken: Int
    ) {
      self.kind = kind
      self.prunedPercent = prunedPercent
      self.bits = bits
      self.parameterCount = parameterCount
      self.zeroCount = zeroCount
      self.byteCount = byteCount
      self.loss = loss
      self.questions = questions
      self.multiplications = multiplications
      self.bytesPerToken = bytesPerToken
    }
  }

  public struct QuestionCount: Codable, Sendable {
    public var language: Language
    public var right: Int
    public var asked: Int

    package init(language: Language, right: Int, asked: Int) {
      self.language = language
      self.right = right
      self.asked = asked
    }
  }

  /// One question and what each variant answers.
  public struct SamePrompt: Codable, Sendable {
    public var language: Language
    public var prompt: String
    /// Answers that count as right; empty where no truth is known.
    public var accepted: [String]
    /// In the order of the variants.
    public var answers: [String]

    package init(language: Language, prompt: String, accepted: [String], answers: [String]) {
      self.language = language
      self.prompt = prompt
      self.accepted = accepted
      self.answers = answers
    }
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

    package init(
      parameter: String, column: Int, firstRow: Int, weights: [Float], largest: Float,
      scale8: Float, scale4: Float, whole8: [Int], whole4: [Int]
    ) {
      self.parameter = parameter
      self.column = column
      self.firstRow = firstRow
      self.weights = weights
      self.largest = largest
      self.scale8 = scale8
      self.scale4 = scale4
      self.whole8 = whole8
      self.whole4 = whole4
    }
  }

  /// What pruning did to one matrix.
  public struct PrunedMatrix: Codable, Sendable {
    public var parameter: String
    public var percent: Int
    public var count: Int
    public var zeroCount: Int
    /// The largest magnitude among the weights that were set to zero.
    public var threshold: Float

    package init(parameter: String, percent: Int, count: Int, zeroCount: Int, threshold: Float) {
      self.parameter = parameter
      self.percent = percent
      self.count = count
      self.zeroCount = zeroCount
      self.threshold = threshold
    }
  }

  /// The first blocks of the learned model, which learn on with and without it as a teacher: from the
  /// same start and on the same batches.
  public struct Distillation: Codable, Sendable {
    public var layerCount: Int
    public var headCount: Int
    public var width: Int
    public var steps: Int
    public var temperature: Double
    /// Of the loss, how much comes from the teacher.
    public var share: Double
    /// Validation loss before the first step and while learning, on batches of the validation split.
    public var taught: [TuningRecord.Point]
    public var alone: [TuningRecord.Point]

    package init(
      layerCount: Int, headCount: Int, width: Int, steps: Int, temperature: Double, share: Double,
      taught: [TuningRecord.Point], alone: [TuningRecord.Point]
    ) {
      self.layerCount = layerCount
      self.headCount = headCount
      self.width = width
      self.steps = steps
      self.temperature = temperature
      self.share = share
      self.taught = taught
      self.alone = alone
    }
  }

  public func variant(_ id: String) -> Variant? { variants.first { $0.id == id } }

  package init(
    variants: [Variant], validationDocuments: Int, validationTokens: Int, prompts: [SamePrompt],
    quantized: QuantizedColumn, pruned: [PrunedMatrix], distillation: Distillation
  ) {
    self.variants = variants
    self.validationDocuments = validationDocuments
    self.validationTokens = validationTokens
    self.prompts = prompts
    self.quantized = quantized
    self.pruned = pruned
    self.distillation = distillation
  }
}
