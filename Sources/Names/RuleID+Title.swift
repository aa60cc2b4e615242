extension RuleID {
  /// What readers call it, on pages as in reports.
  public var title: LocalizedText {
    switch self {
    case .lineEndings: LocalizedText(en: "Line endings", ja: "改行コード")
    case .markup: LocalizedText(en: "HTML tags", ja: "HTMLのタグ")
    case .boilerplate: LocalizedText(en: "Page furniture", ja: "ページの飾り")
    case .mojibake: LocalizedText(en: "Garbled characters", ja: "文字化けの修復")
    case .controlCharacters: LocalizedText(en: "Invisible characters", ja: "見えない文字")
    case .pageFurniture: LocalizedText(en: "Page numbers and running heads", ja: "ページ番号と柱")
    case .hyphenation: LocalizedText(en: "Hyphenated words", ja: "行末のハイフン")
    case .hardWraps: LocalizedText(en: "Hard line wraps", ja: "途中の改行")
    case .newsLines: LocalizedText(en: "Datelines and agency lines", ja: "配信元の行")
    case .lightMarkup: LocalizedText(en: "Markdown and wiki marks", ja: "Markdownとウィキの記号")
    case .citations: LocalizedText(en: "Citations and reference lists", ja: "出典と参考文献")
    case .forum: LocalizedText(en: "Forum headers and quotes", ja: "掲示板の見出しと引用")
    case .whiteSpace: LocalizedText(en: "White space", ja: "空白")
    case .paragraphs: LocalizedText(en: "Paragraphs", ja: "段落")
    case .compatibility: LocalizedText(en: "Width and compatibility (NFKC)", ja: "全角と半角（NFKC）")
    case .quotes: LocalizedText(en: "Quotation marks and ? !", ja: "引用符と句読点")
    case .personalData: LocalizedText(en: "Personal data", ja: "個人情報")
    case .spam: LocalizedText(en: "Spam", ja: "迷惑な宣伝")
    case .language: LocalizedText(en: "Language check", ja: "言語の確認")
    case .unsuitable: LocalizedText(en: "Unsuitable content", ja: "ふさわしくない内容")
    case .exactDuplicate: LocalizedText(en: "Exact duplicates", ja: "同じ文書")
    case .nearDuplicate: LocalizedText(en: "Near duplicates", ja: "ほとんど同じ文書")
    }
  }
}
