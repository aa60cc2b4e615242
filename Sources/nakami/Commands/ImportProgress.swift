import Build
import Names

/// Says what an import is at, in one line that is redrawn; nothing where nobody watches.
struct ImportProgress {
  private let isShown: Bool

  init(isQuiet: Bool) { isShown = !isQuiet && Console.canRedraw }

  func show(_ stage: ImportStage.Stage) {
    let words =
      switch stage {
      case .saving: LocalizedText(en: "storing the model …", ja: "モデルを保存しています…")
      case .comparing: LocalizedText(en: "comparing both files …", ja: "元のモデルと比べています…")
      case .recording:
        LocalizedText(
          en: "recording the prompt's way through the model …",
          ja: "プロンプトがモデルを通るようすを記録しています…")
      }
    if isShown { Console.redraw(words.forReader) }
  }

  func showPages() {
    guard isShown else { return }
    Console.redraw(LocalizedText(en: "drawing the pages …", ja: "ページを描いています…").forReader)
  }

  func end() { if isShown { Console.redraw("") } }
}
