import Inference
import Names
import Numerics
import Record
import Tokenization
import Training
import Transformer

/// Looks at one prompt through two versions of a model at once: their answers, the place where these part, which
/// parts of either version carry its next token there, and where all heads look.
///
/// Both versions read the same tokens up to that place, so that everything beside each other is about the same
/// text.
/// - Complexity: two answers, and a forward pass of each version for each head, attention and MLP.
package struct PartingMaker {
  /// A version and its number.
  package struct Version {
    package var id: Int
    /// Are damaged and mended again; hold the same bits afterwards.
    package var parameters: Parameters

    package init(_ id: Int, _ parameters: Parameters) {
      self.id = id
      self.parameters = parameters
    }
  }

  package let old: Version
  package let new: Version
  package let tokenizer: Tokenizer
  package let pool: WorkerPool

  /// - Parameters:
  ///   - old, new: of one shape.
  package init(old: Version, new: Version, tokenizer: Tokenizer, pool: WorkerPool) {
    precondition(
      old.parameters.configuration == new.parameters.configuration, "versions have one shape")
    self.old = old
    self.new = new
    self.tokenizer = tokenizer
    self.pool = pool
  }

  /// - Parameters:
  ///   - prompt: tokens that the model is given; `text` is what a person wrote.
  ///   - limit: tokens that an answer may have.
  ///   - store: gets the patterns of both versions.
  /// - Returns: nil where the prompt fills the context, so that neither can answer.
  package func parting(
    _ prompt: [Int32], text: String, language: Language, id: String,
    limit: Int = AnswerSheet.limit, into store: inout TensorStore
  ) -> PartingRecord.Parting? {
    let before = answer(prompt, old.parameters, limit)
    let after = answer(prompt, new.parameters, limit)
    guard let place = Self.place(before.tokens, after.tokens) else { return nil }
    let own = before.tokens.prefix(place).map(\.token.id)
    let tokens = prompt + own
    var rivals = [before.tokens[place].token, after.tokens[place].token]
    if rivals[0] == rivals[1] { rivals.removeLast() }
    let guess = guesses(tokens, rivals.map(\.id))
    let removals = RemovedPart.all(old.parameters.configuration).map { part in
      PartingRecord.Removal(
        layer: part.layer, part: part.part, head: part.head,
        guess: .init(
          old: part.removed(from: old.parameters) { guess(old.parameters) },
          new: part.removed(from: new.parameters) { guess(new.parameters) }))
    }
    var parting = PartingRecord.Parting(
      id: id, old: old.id, new: new.id, language: language, prompt: text,
      tokens: tokenizer.pieces(tokens), shared: place, before: before, after: after,
      rivals: rivals, whole: .init(old: guess(old.parameters), new: guess(new.parameters)),
      removals: removals, heads: [])
    let (oldPatterns, newPatterns) = (
      patterns(tokens, old.parameters), patterns(tokens, new.parameters)
    )
    parting.heads = heads(oldPatterns, newPatterns)
    store[parting.patternNames.old] = oldPatterns
    store[parting.patternNames.new] = newPatterns
    return parting
  }

  /// The first token in which two answers differ; where they are the same, the one whose probability differs
  /// most, of several the first. Nil where one has no token.
  static func place(
    _ old: [ImprovementRecord.TokenProbability], _ new: [ImprovementRecord.TokenProbability]
  ) -> Int? {
    let both = Array(zip(old, new))
    if let first = both.firstIndex(where: { $0.token != $1.token }) { return first }
    let changes = both.map { ($0.probability - $1.probability).magnitude }
    return changes.firstIndex { $0 == changes.max() }
  }

  private func answer(
    _ prompt: [Int32], _ parameters: Parameters, _ limit: Int
  ) -> PartingRecord.Answer {
    var tokens: [ImprovementRecord.TokenProbability] = []
    let answer = GreedyAnswering.answer(
      to: prompt, reader: Generator(parameters: parameters, pool: pool), limit: limit,
      contextLength: parameters.configuration.contextLength
    ) { logits, token in
      tokens.append(
        .init(
          token: tokenizer.piece(token),
          probability: Portable.exp(-LogitSummary(logits, target: token).surprise)))
    }
    return .init(
      text: trimmed(String(decoding: tokenizer.decode(answer), as: UTF8.self)), tokens: tokens)
  }

  /// What a model thinks of each rival after the tokens.
  private func guesses(
    _ tokens: [Int32], _ rivals: [Int32]
  ) -> (_ parameters: Parameters) -> [Double] {
    let models = [old, new].map {
      Model(
        parameters: $0.parameters, batch: 1, positions: tokens.count, pool: pool,
        keepsGradients: false)
    }
    return { parameters in
      let model = models[parameters === old.parameters ? 0 : 1]
      tokens.withUnsafeBufferPointer {
        _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
      }
      let vocabulary = model.configuration.vocabularySize
      let start = (tokens.count - 1) * vocabulary
      let shares = Distribution.softmax(Array(model.logits[start..<start + vocabulary]))
      return rivals.map { shares[Int($0)] }
    }
  }

  /// The patterns of all heads, `[layer·head, query, key]`.
  private func patterns(_ tokens: [Int32], _ parameters: Parameters) -> RecordedTensor {
    let recorder = ActivationRecorder(
      parameters: parameters, positions: tokens.count, pool: pool)
    recorder.look(at: tokens)
    return recorder.patterns()
  }

  /// `½ Σ |old − new|`, averaged over the rows.
  private func heads(_ old: RecordedTensor, _ new: RecordedTensor) -> [PartingRecord.Head] {
    let (count, size) = (old.shape[0], old.shape[1] * old.shape[2])
    let heads = self.old.parameters.configuration.headCount
    return (0..<count).map { place in
      var sum = 0.0
      for cell in place * size..<(place + 1) * size {
        sum += (Double(old.values[cell]) - Double(new.values[cell])).magnitude
      }
      return .init(
        layer: place / heads, head: place % heads, distance: sum / 2 / Double(old.shape[1]))
    }
  }
}
