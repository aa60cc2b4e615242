import Names
import Record

extension FigureCatalog {
  /// The head that the figures of attention show for the reader's answer: the sharpest one.
  ///
  /// Texts beside those figures take it from here, so that their numbers stand in the picture.
  public static func attentionHead(
    run: Run, language: Language
  ) -> (answer: AnswerRecord, layer: Int, head: Int)? {
    let context = FigureContext(name: "attention-pattern", run: run, language: language)
    guard let usage = try? UsageContext(context, needsActivations: true),
      let best = try? usage.sharpestHead()
    else { return nil }
    return (usage.answer, best.layer, best.head)
  }
}
