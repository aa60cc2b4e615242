import Record

/// Names of the runs of the sweep.
struct TuningWording: Sendable {
  /// What a trial changes.
  var knob: @Sendable (TuningRecord.Change) -> String
  var base: @Sendable (_ name: String) -> String
  var guessing: @Sendable (_ loss: String) -> String

  static let english = TuningWording(
    knob: { knob in
      switch knob {
      case .base: "base setting"
      case .together: "the best values together"
      case .used: "the values used here"
      default: knob.knob!.name.en
      }
    },
    base: { "\($0) (base)" },
    guessing: { "guessing: \($0)" }
  )

  static let japanese = TuningWording(
    knob: { knob in
      switch knob {
      case .base: "基準の設定"
      case .together: "いちばん良かった値を全部"
      case .used: "本番の値"
      default: knob.knob!.name.ja
      }
    },
    base: { "\($0)（基準）" },
    guessing: { "当てずっぽう：\($0)" }
  )
}
