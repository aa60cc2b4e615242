import Names

/// What commands that learn say of their way, whichever they are.
struct ProgressWording: Sendable {
  var learning:
    @Sendable (_ step: Int, _ steps: Int, _ loss: String, _ validation: String?) -> String
  var speed: @Sendable (_ tokensPerSecond: Int) -> String
  var left: @Sendable (_ seconds: Int) -> String
  var runs: @Sendable (_ finished: Int, _ count: Int) -> String
  var finishedRun:
    @Sendable (_ finished: Int, _ count: Int, _ name: String, _ outcome: String) -> String
  var validation: @Sendable (_ loss: String) -> String
  var best: @Sendable (_ loss: String, _ name: String) -> String
  var failed: @Sendable (_ step: Int) -> String
  var notJudged: String

  static func of(_ language: Language) -> ProgressWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = ProgressWording(
    learning: { step, steps, loss, validation in
      "step \(step)/\(steps)  loss \(loss)" + (validation.map { "  validation \($0)" } ?? "")
    },
    speed: { "\($0) tokens/s" },
    left: { "\($0) s left" },
    runs: { "\($0)/\($1) runs" },
    finishedRun: { "run \($0)/\($1)  \($2)  \($3)" },
    validation: { "validation \($0)" },
    best: { "best \($0) (\($1))" },
    failed: { "failed after step \($0)" },
    notJudged: "not judged")

  private static let japanese = ProgressWording(
    learning: { step, steps, loss, validation in
      "ステップ\(step)/\(steps)  損失\(loss)" + (validation.map { "  検証\($0)" } ?? "")
    },
    speed: { "毎秒\($0)トークン" },
    left: { "残り\($0)秒" },
    runs: { "実行\($0)/\($1)" },
    finishedRun: { "実行\($0)/\($1)  \($2)  \($3)" },
    validation: { "検証\($0)" },
    best: { "最良\($0)（\($1)）" },
    failed: { "ステップ\($0)のあと発散" },
    notJudged: "検証なし")
}
