import Names

/// Why no dataset can be made of a collection.
public enum DatasetError: ReadableError, Equatable {
  /// Cleaning left nothing.
  case nothingLeft(documents: Int)
  /// Fewer independent documents than the three parts of a split need.
  case tooFewDocuments(Int)

  public func text(_ language: Language) -> String {
    let text =
      switch self {
      case .nothingLeft(let documents):
        LocalizedText(
          en:
            "nothing is left of \(documents) documents after cleaning: add English or Japanese text",
          ja: "クリーニングのあと、\(documents)件の文書が一つも残りませんでした。英語か日本語の文章を足してください")
      case .tooFewDocuments(let count):
        LocalizedText(
          en: "\(count) distinct documents are too few to split into training, validation and test "
            + "(at least \(SplitPlan.fewestGroups) are needed): add more text, some 2 KB at least",
          ja: "違う文書が\(count)件では、訓練・検証・試験に分けられません（少なくとも\(SplitPlan.fewestGroups)件必要）。"
            + "文章を2 KB以上に増やしてください")
      }
    return text[language]
  }
}
