import Foundation
import Names
import Testing

@testable import Record

@Suite struct UsageEquationTests {
  @Test(arguments: corruptions)
  func aCorruptedRunViolatesIt(_ corruption: Damage) throws {
    try demand(corruption)
  }

  static let corruptions: [Damage] =
    prompt + inside + choices + delivery + Damage.asking
    + Damage.exam + Damage.origin + Damage.causalMap + Damage.headLabels + Damage.feedback
    + Damage.improvement + Damage.partings
    + guesses

  /// A fault in the first answer, a greedy one whose inside was kept.
  private static func greedy(
    _ equation: String, _ change: @escaping @Sendable (inout AnswerRecord) -> Void
  ) -> Damage {
    Damage(equation, .usage) { change(&$0.answers[0]) }
  }

  /// A fault in what is followed of that answer.
  private static func followed(
    _ equation: String, _ change: @escaping @Sendable (inout FollowedRecord) -> Void
  ) -> Damage {
    greedy(equation) { change(&$0.followed!) }
  }

  /// A fault in the first answer that was drawn.
  private static func drawn(
    _ equation: String, _ change: @escaping @Sendable (inout AnswerRecord) -> Void
  ) -> Damage {
    Damage(equation, .usage) { usage in
      change(&usage.answers[usage.answers.firstIndex { $0.temperature > 0 }!])
    }
  }

  private static let prompt: [Damage] = [
    Damage("prompt-fits-into-the-context", .architecture) { $0.contextLength = 4 },
    greedy("preprocessing-begins-with-the-prompt") { $0.preprocessing[1].before += " " },
    greedy("preprocessing-begins-with-the-prompt") { $0.preprocessing[1].after = "xx" },
    greedy("preprocessing-begins-with-the-prompt") { $0.preprocessing[2].after += "<|end|>" },
    greedy("tokens-spell-the-prompt") { $0.tokens.swapAt(3, 4) },
    greedy("language-scores-decide") { $0.languageScores[0].value -= 0.1 },
    greedy("language-scores-decide") { $0.language = .japanese },
    greedy("role-tokens-stand-around-the-prompt") { $0.tokens.swapAt(0, 1) },
    greedy("role-tokens-stand-around-the-prompt") { $0.tokens[0].id = 2 },
  ]

  private static let inside: [Damage] = [
    Damage("activations-have-their-shapes") {
      $0.tensors["usage.en.blocks.1.mlp.hook_post"] = nil
    },
    Damage("embeddings-are-rows-of-the-table", tensor: "usage.en.hook_embed", at: 3) {
      $0 + 1e-6
    },
    Damage("stream-begins-with-token-and-place", tensor: "usage.en.hook_pos_embed", at: 40) {
      $0 + 1e-3
    },
    Damage(
      "attention-adds-to-the-stream", tensor: "usage.en.blocks.1.hook_attn_out", at: 40
    ) { $0 + 1e-3 },
    Damage("mlp-adds-to-the-stream", tensor: "usage.en.blocks.0.hook_resid_post", at: 5) {
      $0 + 1e-3
    },
    Damage("blocks-hand-on-the-stream", tensor: "usage.en.blocks.1.hook_resid_pre", at: 5) {
      $0 + 1e-5
    },
    Damage("gelu-is-recomputed", tensor: "usage.en.blocks.1.mlp.hook_post", at: 9) {
      $0 + 1e-4
    },
    Damage("gelu-is-recomputed") { run in
      // ReLU in its place.
      run.tensors["usage.en.blocks.1.mlp.hook_post"]!.values =
        run.tensors["usage.en.blocks.1.mlp.hook_pre"]!.values.map { max(0, $0) }
    },
    Damage(
      "normalization-scale-is-deviation", tensor: "usage.en.blocks.1.ln2.hook_scale", at: 2
    ) { 1 / $0 },
    Damage(
      "normalized-values-are-scaled-and-shifted", tensor: "usage.en.ln_final.hook_normalized",
      at: 50
    ) { $0 + 0.01 },
    Damage(
      "scores-are-query-times-key", tensor: "usage.en.blocks.0.attn.hook_attn_scores", at: 0
    ) { $0 * 4 },
    Damage(
      "mask-hides-later-tokens", tensor: "usage.en.blocks.0.attn.hook_attn_scores", at: 1
    ) { _ in 0 },
    Damage(
      "mask-hides-later-tokens", tensor: "usage.en.blocks.0.attn.hook_attn_scores", at: 0
    ) { _ in .nan },
    Damage("pattern-is-softmax-of-scores") { run in
      // One head's attention in place of another's.
      let size = run[.usage]!.answers[0].tokens.count
      let pattern = run.tensors["usage.en.blocks.1.attn.hook_pattern"]!.values
      run.tensors["usage.en.blocks.1.attn.hook_pattern"]!.values =
        Array(pattern[(size * size)...] + pattern[..<(size * size)])
    },
    Damage(
      "attention-rows-sum-to-one", tensor: "usage.en.blocks.0.attn.hook_pattern", at: 0
    ) { _ in 0.9 },
    Damage("heads-mix-values", tensor: "usage.en.blocks.0.attn.hook_z", at: 70) { $0 + 1e-3 },
    followed("followed-token-is-the-next") { $0.read.append($0.token) },
    followed("followed-token-is-the-next") { $0.token.id += 1 },
    followed("followed-token-is-the-next") { $0.head = ($0.head + 1) % 2 },
    Damage("normalization-is-recomputed", tensor: "weights.ln_final.w", at: 5) { $0 + 1e-2 },
    Damage("normalization-is-recomputed") { run in
      // The bias of the next channel.
      let name = "weights.blocks.\(run.followed.layer).ln1.b"
      run.tensors[name]!.values.append(run.tensors[name]!.values.removeFirst())
    },
    Damage("normalization-is-recomputed") { run in
      run.tensors["weights.blocks.\(run.followed.layer).ln2.w"] = nil
    },
    Damage("queries-pass-their-matrix") { run in
      run.tensors["weights.blocks.\(run.followed.layer).attn.W_Q"]!.values[3] += 0.01
    },
    Damage("queries-pass-their-matrix") { run in
      run.tensors["weights.blocks.\(run.followed.layer).attn.b_Q"]!.values[1] += 1e-3
    },
    Damage("heads-pass-the-output-matrix") { run in
      let name = "weights.blocks.\(run.followed.layer).attn.W_O"
      run.tensors[name]!.values[3] += 0.01
    },
    Damage("heads-and-bias-are-the-attention") { run in
      let name = "weights.blocks.\(run.followed.layer).attn.b_O"
      run.tensors[name]!.values[2] += 1e-3
    },
    Damage("heads-and-bias-are-the-attention") { run in
      // What the heads add, but of the wrong block.
      let name = "usage.en.blocks.\(run.followed.layer).attn.hook_result"
      run.tensors[name]!.values = run.tensors[name]!.values.map { $0 + 1e-3 }
    },
    Damage("logits-are-row-times-table", tensor: "usage.en.followed.table", at: 7) { $0 + 0.1 },
    followed("logits-are-row-times-table") { $0.rows.swapAt(0, 1) },
    followed("logits-are-row-times-table") { $0.candidates[0].token.id = 9 },
    followed("followed-candidates-are-softmax") { $0.candidates.swapAt(0, 1) },
    followed("followed-candidates-are-softmax") { $0.candidates[1].probability += 1e-5 },
    Damage("followed-candidates-are-softmax") { run in
      // The logits of the first choice in place of those of the followed one.
      run.tensors["usage.en.followed.logits"] = run.tensors["usage.en.logits"]
    },
    followed("neurons-push-tokens") { $0.neurons.swapAt(0, 1) },
    followed("neurons-push-tokens") { $0.neurons[2].tokens[0].amount *= -1 },
    followed("neurons-push-tokens") { $0.neurons[1].push += 1e-3 },
    followed("neurons-push-tokens") { $0.push += 0.01 },
    Damage("neurons-push-tokens", tensor: "usage.en.followed.mean", at: 0) { $0 + 1 },
    Damage("candidates-have-the-last-logits") { run in
      // The logits of another position.
      run.tensors["usage.en.logits"]!.values.reverse()
    },
    Damage("greedy-takes-the-largest-logit", .usage) { usage in
      usage.answers[0].choices[0].chosen = usage.answers[0].choices[0].candidates[3].token
    },
    greedy("probabilities-are-softmax-of-logits") {
      $0.choices[0].candidates[0].probability += 2e-4
    },
    greedy("entropy-is-of-the-logits") { $0.choices[0].entropy /= log(2) },
    Damage("cut-keeps-the-fewest", .usage, in: .ownText) {
      $0.answers[0].choices[0].keptCount -= 1
    },
    Damage("cut-keeps-the-fewest", .usage, in: .ownText) {
      $0.answers[0].choices[0].keptCount += 1
    },
    Damage("cut-keeps-the-fewest", .usage, in: .ownText) { $0.answers[0].minP = 0.9999 },
    greedy("greedy-takes-the-largest-logit") { answer in
      // Whatever stands in the prompt costs, and so would the first have.
      answer.repetitionPenalty = 50
      answer.tokens[1].id = answer.choices[0].chosen.id
    },
    greedy("removing-nothing-changes-nothing") { $0.knockouts!.intact[0].greatest -= 2e-4 },
    greedy("removing-nothing-changes-nothing") { answer in
      answer.knockouts!.intact = answer.knockouts!.removals[0].guesses
    },
    greedy("every-part-is-removed-once") { $0.knockouts!.removals.swapAt(1, 2) },
    greedy("every-part-is-removed-once") { $0.knockouts!.removals[3].guesses.removeLast() },
    greedy("knockouts-are-probabilities") { $0.knockouts!.removals[0].guesses[0].greatest = 1.1 },
    greedy("knockouts-are-probabilities") { $0.knockouts!.removals[2].guesses[1].probability = -1 },
    greedy("a-damaged-model-writes-what-it-expects") { answer in
      for place in answer.knockouts!.removals.indices {
        answer.knockouts!.removals[place].guesses[0].greatest = 0.75
        answer.knockouts!.removals[place].written!.tokens[0].id += 1
      }
    },
    greedy("a-damaged-model-writes-what-it-expects") { answer in
      let written = answer.knockouts!.removals[0].written!
      answer.knockouts!.removals[0].written!.finish =
        written.finish == .endToken ? .limit : .endToken
    },
    greedy("the-right-answer-is-judged") { $0.knockouts!.tokens.swapAt(0, 1) },
    greedy("layer-guesses-end-with-the-choice") { $0.layerGuesses.removeLast() },
    greedy("layer-guesses-end-with-the-choice") { answer in
      answer.layerGuesses[2].candidates = answer.layerGuesses[1].candidates
    },
    greedy("layer-guesses-end-with-the-choice") { $0.middleGuesses!.swapAt(0, 1) },
    greedy("layer-guesses-are-softmax") { $0.middleGuesses![0].candidates.swapAt(0, 2) },
    greedy("layer-guesses-are-softmax") { $0.layerGuesses[1].candidates.swapAt(0, 2) },
    greedy("layer-guesses-are-softmax") {
      $0.layerGuesses[0].candidates[1].probability *= 1.0001
    },
  ]

  /// Faults in what the model would say on the way, and in how the followed token stands there.
  private static let guesses: [Damage] = [
    greedy("guesses-are-read-from-the-stream") { answer in
      // What attention left is read after the MLP.
      answer.middleGuesses![0].candidates = answer.layerGuesses[1].candidates
      answer.middleGuesses![0].standing = answer.layerGuesses[1].standing
    },
    greedy("guesses-are-read-from-the-stream") { answer in
      for place in answer.middleGuesses![1].candidates.indices {
        answer.middleGuesses![1].candidates[place].logit += 0.01
      }
    },
    greedy("guesses-are-read-from-the-stream") { $0.layerGuesses[0].standing!.logit += 0.01 },
    Damage("guesses-are-read-from-the-stream") { run in
      // The row of the next token.
      let width = run[.architecture]!.width
      let name = "usage.en.followed.table"
      let values = run.tensors[name]!.values
      run.tensors[name]!.values = Array(values[width...] + values[..<width])
    },
    Damage("guesses-are-read-from-the-stream") { run in
      let positions = run[.usage]!.answers[0].readTokens.count
      let name = "usage.en.blocks.0.hook_resid_mid"
      let width = run[.architecture]!.width
      for channel in 0..<width / 2 {
        run.tensors[name]!.values[(positions - 1) * width + channel] += 0.25
      }
    },
    followed("guesses-are-read-from-the-stream") { followed in
      for place in followed.rows.indices { followed.rows[place] += 1 }
    },
    greedy("standings-agree-with-the-guesses") { answer in
      let guess = answer.middleGuesses![0]
      answer.middleGuesses![0].standing!.rank =
        guess.candidates.contains { $0.token.id == guess.standing!.token.id } ? 1_000 : 1
    },
    greedy("standings-agree-with-the-guesses") { answer in
      answer.middleGuesses![0].standing!.probability *= 1.001
    },
    greedy("standings-agree-with-the-guesses") { $0.layerGuesses[1].standing!.logit -= 1e-3 },
    greedy("standings-agree-with-the-guesses") { $0.layerGuesses[1].standing!.token.id += 1 },
    greedy("the-last-standing-is-the-choice") { $0.layerGuesses[2].standing!.rank += 3 },
    greedy("the-last-standing-is-the-choice") {
      $0.layerGuesses[2].standing!.probability += 2e-4
    },
    greedy("the-last-standing-is-the-choice") { answer in
      answer.layerGuesses[2].standing = answer.layerGuesses[0].standing
    },
  ]

  private static let choices: [Damage] = [
    Damage("answers-fit-into-the-context", .usage) {
      $0.answers[0].choices += Array(repeating: $0.answers[0].choices[0], count: 64)
    },
    greedy("candidates-are-sorted") { $0.choices[0].candidates.swapAt(1, 4) },
    drawn("candidates-are-softmax") { $0.choices[1].candidates[2].probability *= 1.001 },
    drawn("chosen-token-is-a-kept-candidate") { answer in
      let chosen = answer.choices[0].chosen
      answer.choices[0].candidates.removeAll { $0.token == chosen }
    },
    drawn("kept-candidates-are-the-first") { $0.choices[0].candidates[0].isKept = false },
    drawn("kept-candidates-are-the-first") { $0.choices[0].keptCount = 0 },
    greedy("greedy-draws-nothing") { $0.choices[0].draw = 0.5 },
    greedy("greedy-draws-nothing") { $0.choices[0].keptCount = 2 },
    drawn("greedy-draws-nothing") { $0.choices[0].draw = nil },
    drawn("adjusted-follows-temperature") { $0.temperature = 1 },
    greedy("adjusted-follows-temperature") { $0.choices[0].candidates[1].adjusted = 0.1 },
    greedy("kept-candidates-sum-to-one") { $0.choices[0].candidates[0].adjusted = 0.9 },
    drawn("draw-falls-on-the-chosen") { answer in
      // A draw of the other end, and no chosen token behind all others.
      let draw = answer.choices[0].draw!
      answer.choices[0].draw = draw > 0.5 ? -0.1 : 1.1
    },
    drawn("entropy-is-within-bounds") { $0.choices[0].entropy = -0.001 },
    drawn("entropy-is-within-bounds") { $0.choices[0].entropy = 6 },
    drawn("scaled-is-logit-by-temperature") { $0.choices[1].candidates[0].scaled! += 0.01 },
    drawn("scaled-is-logit-by-temperature") { answer in
      let candidate = answer.choices[1].candidates[0]
      answer.choices[1].candidates[0].scaled = candidate.logit
    },
    greedy("repetition-costs-what-was-written") { $0.repetitionPenalty = 1.5 },
    drawn("cuts-name-their-filter") { answer in
      answer.choices[0].candidates[0].cut = .topP
    },
    greedy("cuts-name-their-filter") { $0.choices[0].candidates[1].cut = .topK },
    greedy("cuts-name-their-filter") { $0.choices[0].candidates[1].cut = nil },
    drawn("kept-candidates-pass-every-filter") { $0.choices[0].keptShare = 0.5 },
    drawn("kept-candidates-pass-every-filter") { $0.topP = 0.3 },
    drawn("kept-candidates-pass-every-filter") { answer in
      answer.minP = 1.01
    },
    Damage("compared-answers-obey-their-settings", .usage) {
      $0.comparisons![0].answers[0].temperature = 1
    },
    Damage("compared-answers-obey-their-settings", .usage) { usage in
      let place = usage.comparisons![0].answers.firstIndex { $0.topK > 0 }!
      usage.comparisons![0].answers[place].tokens[0].keptCount = 6
    },
    Damage("another-way-parts-at-its-step", .usage) { $0.comparisons![0].fork!.step += 1 },
    Damage("another-way-parts-at-its-step", .usage) { usage in
      usage.comparisons![0].fork!.answer = usage.comparisons![0].answers[0]
    },
  ]

  private static let delivery: [Damage] = [
    greedy("raw-text-is-the-tokens") { $0.rawText += "s" },
    Damage("only-the-last-token-closes", .usage) { usage in
      usage.answers[0].choices[0].chosen.bytes = []
    },
    Damage("postprocessing-goes-from-raw-to-text", .usage) { $0.answers[1].text += "s" },
    Damage("postprocessing-goes-from-raw-to-text", .usage) { usage in
      let number = usage.answers.firstIndex { !$0.postprocessing.isEmpty }!
      usage.answers[number].postprocessing[0].before += "s"
    },
    greedy("answer-is-right-by-the-truth") { $0.isRight!.toggle() },
    greedy("answer-is-right-by-the-truth") { $0.isRight = nil },
    greedy("finish-follows-from-the-tokens") { $0.finish = .limit },
    greedy("finish-follows-from-the-tokens") { answer in
      answer.choices.removeLast()
    },
    greedy("finish-follows-from-the-tokens") { $0.finish = .stopString },
    greedy("held-answers-are-unsure") { answer in
      answer.postprocessing.append(.init(rule: .heldBack, before: answer.text, after: "?"))
    },
    greedy("held-answers-are-unsure") { answer in
      let sure = answer.choices[0].own!.probability
      answer.hold = .init(threshold: 0, tokenCount: 1, confidence: sure - 0.01, isHeld: false)
    },
    greedy("held-answers-are-unsure") { answer in
      let sure = answer.choices[0].own!.probability
      answer.hold = .init(threshold: 0, tokenCount: 1, confidence: sure, isHeld: true)
    },
    Damage("rules-stand-in-their-order", .usage) {
      $0.answers[0].postprocessing = [
        .init(rule: .spacing, before: "a", after: "b"),
        .init(rule: .whiteSpace, before: "b", after: "c"),
      ]
    },
    Damage("rules-stand-in-their-order", .usage) {
      $0.answers[0].postprocessing = [.init(rule: .unsuitableWords, before: "a", after: "b")]
    },
    greedy("delivered-text-is-clean") { $0.text += " " },
    greedy("delivered-text-is-clean") { $0.text += "\u{FFFD}." },
    greedy("answers-have-their-own-names") { $0.id = "ja" },
    greedy("answers-have-their-own-names") { $0.hasActivations = false },
  ]
}

extension Run {
  /// What is followed of the first answer.
  fileprivate var followed: FollowedRecord { self[.usage]!.answers[0].followed! }
}
