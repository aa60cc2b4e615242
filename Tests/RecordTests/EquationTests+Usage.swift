import Foundation
import Names
import Testing

@testable import Record

@Suite struct UsageEquationTests {
  @Test(arguments: corruptions)
  func aCorruptedRunViolatesIt(_ corruption: Damage) throws {
    try demand(corruption)
  }

  static let corruptions: [Damage] = prompt + inside + choices + delivery + Damage.asking

  /// A fault in the first answer, a greedy one whose inside was kept.
  private static func greedy(
    _ equation: String, _ change: @escaping @Sendable (inout AnswerRecord) -> Void
  ) -> Damage {
    Damage(equation, .usage) { change(&$0.answers[0]) }
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
    greedy("removing-nothing-changes-nothing") { $0.knockouts!.intact[0].greatest -= 2e-4 },
    greedy("removing-nothing-changes-nothing") { answer in
      answer.knockouts!.intact = answer.knockouts!.removals[0].guesses
    },
    greedy("every-part-is-removed-once") { $0.knockouts!.removals.swapAt(1, 2) },
    greedy("every-part-is-removed-once") { $0.knockouts!.removals[3].guesses.removeLast() },
    greedy("knockouts-are-probabilities") { $0.knockouts!.removals[0].guesses[0].greatest = 1.1 },
    greedy("knockouts-are-probabilities") { $0.knockouts!.removals[2].guesses[1].probability = -1 },
    greedy("the-right-answer-is-judged") { $0.knockouts!.tokens.swapAt(0, 1) },
    greedy("layer-guesses-end-with-the-choice") { $0.layerGuesses.removeLast() },
    greedy("layer-guesses-end-with-the-choice") { answer in
      answer.layerGuesses[2].candidates = answer.layerGuesses[1].candidates
    },
    greedy("layer-guesses-are-softmax") { $0.layerGuesses[1].candidates.swapAt(0, 2) },
    greedy("layer-guesses-are-softmax") {
      $0.layerGuesses[0].candidates[1].probability *= 1.0001
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
    greedy("delivered-text-is-clean") { $0.text += " " },
    greedy("delivered-text-is-clean") { $0.text += "\u{FFFD}." },
    greedy("answers-have-their-own-names") { $0.id = "ja" },
    greedy("answers-have-their-own-names") { $0.hasActivations = false },
  ]
}
