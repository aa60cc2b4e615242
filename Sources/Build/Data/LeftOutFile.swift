import Dataset
import Names
import RawData
import Record
import Visible

/// The list of what of the reader's own text did not come to the model as it was, one line each.
///
/// `left-out.tsv` has a head and five columns: what happened (`not read`, `mended`, `dropped`,
/// `changed`), to which file or document, by which rule, and why, in English and Japanese. A rule that
/// changed places has one line with their number, as there may be millions.
public enum LeftOutFile {
  public static let name = "left-out.tsv"

  /// - Returns: lines in the order of collection, those of rules last.
  static func text(_ collection: CollectionRecord, _ result: CleaningResult) -> String {
    var text = line("what", "where", "rule", LocalizedText(en: "why", ja: "理由"))
    for file in collection.rejected { text += line("not read", file.path, "", file.reason) }
    for file in collection.mended ?? [] { text += line("mended", file.path, "", file.notice) }
    for drop in result.dropped {
      text += line("dropped", drop.documentID, drop.rule.commandName, why(drop))
    }
    for effect in result.effects where effect.editCount > 0 {
      let (places, documents) = (effect.editCount, effect.documentCount)
      let name = effect.rule.name
      text += line(
        "changed", "", effect.rule.id.commandName,
        LocalizedText(
          en: "\(name.en): \(places) place\(places == 1 ? "" : "s") in \(documents) "
            + "document\(documents == 1 ? "" : "s")",
          ja: "\(name.ja)：文書\(documents)件の\(places)か所"))
    }
    return text
  }

  /// The rule, and what it found: another document with its similarity, or words and signs.
  private static func why(_ drop: DroppedDocument) -> LocalizedText {
    let name = CleaningRule(drop.rule).name
    if let other = drop.duplicateOf {
      let score = Int((drop.score * 100).rounded())
      return LocalizedText(
        en: "\(name.en), \(score) % like \(other)", ja: "\(name.ja)、\(other)との類似度\(score)%")
    }
    guard !drop.reasons.isEmpty else { return name }
    return LocalizedText(
      en: name.en + ": " + drop.reasons.joined(separator: ", "),
      ja: name.ja + "：" + drop.reasons.joined(separator: "、"))
  }

  /// Tabs and line ends of a name are shown as signs, so that every line has five cells.
  private static func line(
    _ what: String, _ place: String, _ rule: String, _ reason: LocalizedText
  ) -> String {
    [what, place, rule, reason.en, reason.ja].map(VisibleText.line).joined(separator: "\t") + "\n"
  }
}
