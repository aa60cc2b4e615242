import Numerics

/// A GPT-2: tokens in, for each position the logits of the next token out; and the way back.
///
/// All memory is taken when the model is made. `forward` leaves every intermediate result in
/// `activations`, `backward` adds to `gradients`. One thread at a time may use a model.
/// - SeeAlso: Radford et al. 2019, "Language models are unsupervised multitask learners".
public final class Model: @unchecked Sendable {
  public let parameters: Parameters
  public let activations: Activations
  /// Gradients of the parameters, in their layout; nil when the model only looks forward.
  public let gradients: Parameters?
  /// Gradients of the activations.
  public let activationGradients: Activations?
  public let pool: WorkerPool

  let embedding: Embedding
  let blocks: [Block]
  let finalNorm: LayerNormalization
  let unembedding: Unembedding
  let tokens: UnsafeMutablePointer<Int32>  // (B, T)
  private let targets: UnsafeMutablePointer<Int32>  // (B, T)
  private let places: UnsafeMutablePointer<Int32>  // (B, T), the position within its text
  private var texts = Texts()
  private let packing: PackingPlan
  private let backwardPass: BackwardPass?
  private var hasTargets = false
  /// What passes again from a part on have left of the last whole pass.
  var progress = PartialPass()
  private var dropoutSeed: UInt64?

  public var configuration: Configuration { parameters.configuration }

  /// - Parameters:
  ///   - batch: the most sequences of one pass.
  ///   - positions: the most positions of each, at most the context length.
  ///   - keepsGradients: whether `backward` will be called; takes about twice the memory.
  ///   - keepsAllGradients: whether those of every layer's inner numbers stay behind as well.
  ///   - reading: where products find the weights; those that are read in place have no way back.
  public init(
    parameters: Parameters, batch: Int, positions: Int, pool: WorkerPool, keepsGradients: Bool,
    keepsAllGradients: Bool = false, reading: WeightReading = .packedEachPass
  ) {
    let configuration = parameters.configuration
    precondition(
      reading == .packedEachPass || !keepsGradients, "weights that are to be learned are packed")
    precondition(
      batch >= 1 && positions >= 1 && positions <= configuration.contextLength,
      "a batch of [\(batch), \(positions)] does not fit a context of \(configuration.contextLength)"
    )
    self.parameters = parameters
    self.pool = pool
    let activations = Activations(
      ActivationPlan.forward(configuration), sequences: batch, positions: positions)
    self.activations = activations
    let table = parameters.pointer("wte.weight")
    let c = configuration.width
    embedding = Embedding(
      width: c, vocabularySize: configuration.vocabularySize, tokenTable: table,
      positionTable: parameters.pointer("wpe.weight"),
      residual: activations.pointer("blocks.0.hook_resid_pre"), dropout: configuration.dropout)
    let packedWeights = PackedWeights(configuration, reading, threads: pool.threadCount)
    blocks = (0..<configuration.layerCount).map {
      Block($0, parameters, activations, packedWeights)
    }
    finalNorm = LayerNormalization(
      width: c, weight: parameters.pointer("ln_f.weight"), bias: parameters.pointer("ln_f.bias"),
      input: activations.pointer("blocks.\(configuration.layerCount - 1).hook_resid_post"),
      mean: activations.pointer("ln_final.mean"), scale: activations.pointer("ln_final.hook_scale"),
      normalized: activations.pointer("ln_final.hook_normalized"))
    if keepsGradients {
      gradients = Parameters(configuration: configuration)
      activationGradients = Activations(
        ActivationPlan.backward(
          configuration, blocksPerSequence: Pass.blocksPerSequence(positions),
          keepsAll: keepsAllGradients),
        sequences: batch, positions: positions)
    } else {
      (gradients, activationGradients) = (nil, nil)
    }
    unembedding = Unembedding(
      map: Linear(
        inputWidth: c, outputWidth: configuration.vocabularySize,
        weight: MatrixView(
          parameters.pointer(configuration.outputTensor), stride: c, isTransposed: true),
        bias: nil, packedWeights, .first),
      normalized: finalNorm.normalized, logits: activations.pointer("logits"),
      losses: activations.pointer("losses"),
      logitsGradient: activationGradients?.pointer("logits_grad"))
    let linears = blocks.flatMap { $0.linears } + [unembedding.map]
    packing = PackingPlan(linears, transposed: false)
    backwardPass =
      if let gradients, let activationGradients {
        BackwardPass(
          embedding, blocks, finalNorm, unembedding, gradients, activationGradients, pool)
      } else {
        nil
      }
    tokens = .allocate(capacity: batch * positions)
    targets = .allocate(capacity: batch * positions)
    places = .allocate(capacity: batch * positions)
    places.initialize(repeating: 0, count: batch * positions)
    tokens.initialize(repeating: 0, count: batch * positions)
    targets.initialize(repeating: 0, count: batch * positions)
  }

  deinit {
    tokens.deallocate()
    targets.deallocate()
    places.deallocate()
  }

  /// Predicts the next token at each position, and scores it where targets are given.
  ///
  /// - Parameters:
  ///   - inputs: `[batch, positions]` token ids.
  ///   - targets: `[batch, positions]`, the ids to predict; a negative one does not count.
  ///   - batch, positions: may be smaller than what the model was made for.
  ///   - separator: a token that ends a text. What follows it does not look at what came before
  ///     and counts its positions from 0, as if it stood in a sequence of its own.
  ///   - dropoutSeed: of this step while training; nil drops nothing.
  /// - Returns: the mean loss over the predictions that count, in nats; 0 without targets.
  @discardableResult
  public func forward(
    inputs: UnsafeBufferPointer<Int32>, targets: UnsafeBufferPointer<Int32>?, batch: Int,
    positions: Int, separator: Int32? = nil, dropoutSeed: UInt64? = nil
  ) -> Float {
    take(inputs, targets, batch, positions, separator)
    self.dropoutSeed = dropoutSeed
    let rows = batch * positions
    var predictions = 0
    if hasTargets { for row in 0..<rows where self.targets[row] >= 0 { predictions += 1 } }
    let weight = 1 / Float(max(predictions, 1))
    let targets = hasTargets ? UnsafePointer(self.targets) : nil
    packing.run(pool)
    progress.beginWhole(blockCount: blocks.count)
    walk { pass in
      embedding.forward(tokens, places, pass)
      for block in blocks { block.forward(pass) }
      pass.forEachStrip(reading: unembedding.map) { strip in
        finalNorm.forward(strip)
        unembedding.forward(targets, weight: weight, strip)
      }
    }
    guard hasTargets else { return 0 }
    return Float(Reductions.total(unembedding.losses, count: rows) / Double(max(predictions, 1)))
  }

  /// Adds the gradient of the last forward pass's loss to `gradients`.
  public func backward() {
    guard let backwardPass else {
      preconditionFailure("a model made with keepsGradients: false has no way back")
    }
    precondition(hasTargets, "backward needs a forward pass with targets before it")
    // The rooms of the weights now hold their transposes.
    progress = PartialPass()
    backwardPass.run(
      tokens, places, sequences: activations.current.sequences,
      positions: activations.current.positions,
      isDropping: dropoutSeed != nil && configuration.dropout > 0, walk)
  }

  /// Sets all gradients of the parameters to 0.
  public func zeroGradients() {
    guard let values = gradients?.values, let base = values.baseAddress else { return }
    let chunk = 1 << 16
    pool.run((values.count + chunk - 1) / chunk) { task in
      let start = task * chunk
      (base + start).update(repeating: 0, count: min(chunk, values.count - start))
    }
  }

  /// What each position expects next, `[batch, positions, vocabulary]`, before the softmax.
  public var logits: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(
      start: unembedding.logits,
      count: activations.current.sequences * activations.current.positions
        * configuration.vocabularySize)
  }

  private func take(
    _ inputs: UnsafeBufferPointer<Int32>, _ targets: UnsafeBufferPointer<Int32>?, _ batch: Int,
    _ positions: Int, _ separator: Int32?
  ) {
    let capacity = activations.capacity
    precondition(
      batch >= 1 && positions >= 1 && batch <= capacity.sequences
        && positions <= capacity.positions,
      "a batch of [\(batch), \(positions)] in a model made for "
        + "[\(capacity.sequences), \(capacity.positions)]")
    let rows = batch * positions
    precondition(
      inputs.count >= rows && (targets?.count ?? rows) >= rows,
      "\(inputs.count) inputs and \(targets?.count ?? rows) targets for [\(batch), \(positions)]")
    for row in 0..<rows {
      precondition(
        inputs[row] >= 0 && Int(inputs[row]) < configuration.vocabularySize,
        "token \(inputs[row]) in a vocabulary of \(configuration.vocabularySize)")
      tokens[row] = inputs[row]
      self.targets[row] = targets?[row] ?? -1
    }
    hasTargets = targets != nil
    let hadSeveral = texts.count > activations.current.sequences
    texts = Texts(tokens, batch: batch, positions: positions, separator: separator)
    for text in texts.rows { for row in text { places[row] = Int32(row - text.lowerBound) } }
    if activations.current.positions != positions || hadSeveral && separator == nil {
      // Weights above the diagonal are never written: their zeros must lie where they now belong.
      let all = capacity.sequences * configuration.headCount * positions * positions
      for block in blocks { block.attention.pattern.update(repeating: 0, count: all) }
    }
    activations.current = (batch, positions)
    activationGradients?.current = (batch, positions)
  }

  /// Walks through the layers with the whole batch, in parts or at once.
  func walk(_ body: (Pass) -> Void) {
    let (batch, positions) = activations.current
    let part = Self.sequencesPerPart(batch: batch, positions: positions, threads: pool.threadCount)
    if let part {
      pool.runNested((batch + part - 1) / part) { task, serial in
        let sequences = task * part..<min((task + 1) * part, batch)
        body(
          Pass(
            sequences: sequences, positions: positions, allTexts: texts, pool: serial,
            dropoutSeed: dropoutSeed))
      }
    } else {
      body(
        Pass(
          sequences: 0..<batch, positions: positions, allTexts: texts, pool: pool,
          dropoutSeed: dropoutSeed))
    }
  }

  /// Sequences of one part, or nil when there had better be no parts: for a single thread, and when
  /// parts would leave a thread without work for more than a tenth of the time. Only speed depends on
  /// it: the larger a part, the less often weights are read; the smaller, the more evenly shared out.
  private static func sequencesPerPart(batch: Int, positions: Int, threads: Int) -> Int? {
    guard threads > 1 else { return nil }
    var part = max(1, 256 / positions)
    while part > 1, !isEven(part) { part -= 1 }
    return isEven(part) ? part : nil

    /// Whether threads work nine tenths of the time, if all sequences take equally long.
    func isEven(_ part: Int) -> Bool {
      let parts = (batch + part - 1) / part
      let rounds = (parts + threads - 1) / threads
      return rounds * threads * part * 9 <= batch * 10
    }
  }
}
