import Names

/// L2a: the rules one by one, and their acts against the noise that was put in.
extension Equation {
  static let ofRules: [Equation] = [
    Equation(
      "every-rule-is-listed-once", "L2a",
      en:
        "Every rule but the content filter stands in the list of cleaning or of normalization, once.",
      ja: "内容フィルターを除くどの規則も、クリーニングか正規化の表に一度だけ出てくる。"
    ) { run, comparison in
      guard run[.cleaning] != nil, run[.normalization] != nil else { return }
      let ids = rules(of: run).map(\.id)
      for rule in RuleID.allCases {
        comparison.equal(
          ids.count { $0 == rule }, rule == .unsuitable ? 0 : 1, "times that \(rule) is listed")
      }
    },
    Equation(
      "rules-count-their-documents", "L2a",
      en:
        "A rule edits at least once in each document that it counts, and counts no document twice.",
      ja: "規則は、数えた文書ごとに少なくとも一度は編集し、同じ文書を二度は数えない。"
    ) { run, comparison in
      guard let cleaning = run[.cleaning] else { return }
      for rule in rules(of: run) {
        comparison.holds(
          rule.documents <= min(rule.edits, cleaning.documentsBefore)
            && (rule.documents > 0) == (rule.edits > 0),
          "\(rule.id): \(rule.documents) documents, \(rule.edits) edits")
      }
    },
    Equation(
      "rule-examples-differ", "L2a",
      en: "Each example of a rule is its own and changes something; a rule without edits has none.",
      ja: "規則の例はその規則のもので、必ず何かを変えている。編集のない規則に例はない。"
    ) { run, comparison in
      for rule in rules(of: run) {
        comparison.holds(
          rule.examples.count <= min(rule.edits, Language.allCases.count),
          "\(rule.id): \(rule.examples.count) examples of \(rule.edits) edits")
        for example in rule.examples {
          comparison.holds(
            example.rule == rule.id && !example.before.utf8.elementsEqual(example.after.utf8)
              && example.place >= 0, "\(rule.id): its example changes something")
        }
      }
    },
    Equation(
      "matrix-counts-every-act", "L2a",
      en: "In the matrix of noise, each row adds up to the edits and drops of its rule.",
      ja: "ノイズの表のどの行も、合計はその規則の編集と破棄の数になる。"
    ) { run, comparison in
      guard let matrix = run[.cleaning]?.matrix else { return }
      for row in matrix.rows {
        comparison.equal(
          row.counts.count, matrix.noises.count + 1, "\(row.rule): columns and sorts of noise")
        guard let rule = rules(of: run).first(where: { $0.id == row.rule }) else { continue }
        comparison.equal(
          row.counts.reduce(0, +), rule.edits + rule.documentsDropped,
          "\(row.rule): acts in the matrix and acts of the rule")
      }
    },
    Equation(
      "filter-acts-are-passages", "L2a",
      en:
        "The content filter acts no more often than it found passages, and at all where it found some.",
      ja: "内容フィルターのはたらきは見つけた文の数を超えず、見つけた文があれば必ずはたらく。"
    ) { run, comparison in
      guard let filter = run[.filter],
        let row = run[.cleaning]?.matrix?.rows.first(where: { $0.rule == .unsuitable })
      else { return }
      let acts = row.counts.reduce(0, +)
      comparison.holds(
        acts <= filter.droppedCount && (acts > 0) == (filter.droppedCount > 0),
        "\(acts) acts ≤ \(filter.droppedCount) passages")
    },
    Equation(
      "needless-acts-are-in-the-matrix", "L2a",
      en: "A rule was wrong no more often than it acted.",
      ja: "規則が誤った回数は、その規則がはたらいた回数を超えない。"
    ) { run, comparison in
      for rule in rules(of: run) {
        guard let confusion = rule.confusion else { continue }
        let acts = rule.edits + rule.documentsDropped
        comparison.holds(
          0 <= confusion.falsePositives && confusion.falsePositives <= acts,
          "\(rule.id): \(confusion.falsePositives) needless of \(acts) acts")
      }
    },
    Equation(
      "untouched-documents-are-the-rest", "L2a",
      en: "Documents that a rule rightly left alone are all but those with its acts or its noise.",
      ja: "規則が正しく手をつけなかった文書は、はたらいた文書とノイズのある文書を除いた残りである。"
    ) { run, comparison in
      guard let cleaning = run[.cleaning] else { return }
      for rule in rules(of: run) {
        guard let confusion = rule.confusion else { continue }
        let touched = cleaning.documentsBefore - confusion.trueNegatives
        let most =
          rule.documents + rule.documentsDropped + confusion.truePositives
          + confusion.falseNegatives
        comparison.holds(
          max(rule.documents, rule.documentsDropped) <= touched && touched <= most,
          "\(rule.id): \(touched) documents with acts or noise, at most \(most)")
      }
    },
    Equation(
      "whole-documents-are-judged-once", "L2a",
      en: "For a rule that only drops documents, right and wrong drops are all its drops.",
      ja: "文書を捨てるだけの規則では、正しい破棄と誤った破棄を合わせるとすべての破棄になる。"
    ) { run, comparison in
      for rule in rules(of: run) where rule.edits == 0 {
        guard let confusion = rule.confusion, rule.documentsDropped > 0 else { continue }
        comparison.equal(
          confusion.truePositives + confusion.falsePositives, rule.documentsDropped,
          "\(rule.id): drops judged and made")
      }
    },
  ]
}
