import Names

/// L1 and L2a: nothing vanishes but what a rule has in its books.
extension Equation {
  static let ofMending: [Equation] = [
    Equation(
      "mended-files-are-told", "L1",
      en: "A file that was mended has something odd, and a line where it begins.",
      ja: "直して読んだファイルには必ず読めないところがあり、それが始まる行もわかっている。"
    ) { run, comparison in
      let mended = run[.collection]?.mended ?? []
      for file in mended {
        let odd = file.lost + file.reread
        comparison.holds(
          odd + file.brokenLines > 0 && (odd > 0) == (file.firstLine > 0) && file.lost >= 0
            && file.reread >= 0 && file.brokenLines >= 0,
          "\(file.path): \(odd) odd places from line \(file.firstLine) on, "
            + "\(file.brokenLines) broken lines")
      }
      comparison.equal(Set(mended.map(\.path)).count, mended.count, "different mended files")
    }
  ]

  static let ofBooks: [Equation] = [
    Equation(
      "characters-balance", "L2a",
      en:
        "Each rule leaves what it found, less what it removed or dropped, with what it put in, to the character; the next one finds that.",
      ja: "どの規則も、受け取った文字数から、取り除いた分と捨てた分を引き、書き入れた分を足した数を残し、次の規則がそれを受け取る。"
    ) { run, comparison in
      guard let ledger = run[.cleaning]?.ledger else { return }
      comparison.equal(ledger.rows.map(\.rule), RuleID.allCases, "rules in their order")
      var count = ledger.before
      for row in ledger.rows {
        comparison.equal(row.before, count, "\(row.rule): characters found and left before it")
        count = row.before - row.removed + row.added - row.dropped
        comparison.equal(row.after, count, "\(row.rule): characters left")
        comparison.holds(
          row.removed >= 0 && row.added >= 0 && row.dropped >= 0 && row.after >= 0,
          "\(row.rule): no count is below 0")
      }
      comparison.equal(ledger.after, count, "characters of the documents that are left")
    },
    Equation(
      "books-are-those-of-the-rules", "L2a",
      en: "A rule without edits removes no character, and one that drops no document drops none.",
      ja: "編集のない規則は文字を取り除かず、文書を捨てない規則は文書の文字を捨てない。"
    ) { run, comparison in
      guard let ledger = run[.cleaning]?.ledger else { return }
      for rule in Self.rules(of: run) {
        guard let row = ledger.rows.first(where: { $0.rule == rule.id }) else { continue }
        comparison.holds(
          (rule.edits > 0) == (row.removed + row.added > 0),
          "\(rule.id): \(rule.edits) edits, \(row.removed) characters removed, \(row.added) added")
        comparison.holds(
          rule.documentsDropped > 0 || row.dropped == 0,
          "\(rule.id): \(rule.documentsDropped) documents dropped, \(row.dropped) characters")
      }
    },
    Equation(
      "strays-are-named", "L2a",
      en: "The invisible characters that are named are all that their rule removed.",
      ja: "名前を挙げた見えない文字を合わせると、その規則が取り除いた文字のすべてになる。"
    ) { run, comparison in
      guard let cleaning = run[.cleaning], let strays = cleaning.strays,
        let row = cleaning.ledger?.rows.first(where: { $0.rule == .controlCharacters })
      else { return }
      comparison.equal(
        strays.reduce(0) { $0 + $1.count }, row.removed, "characters named and removed")
      for stray in strays {
        comparison.holds(
          0 < stray.documents && stray.documents <= stray.count,
          "\(stray.character): \(stray.count) in \(stray.documents) documents")
      }
    },
    Equation(
      "forms-are-judged-once", "L2a",
      en: "The mistakes shown of the table of personal data are all that its counts say.",
      ja: "個人情報の表で見せるまちがいは、数えたまちがいのすべてである。"
    ) { run, comparison in
      guard let forms = run[.cleaning]?.forms else { return }
      comparison.equal(forms.rows.map(\.origin), FormOrigin.allCases, "origins")
      for row in forms.rows {
        comparison.equal(
          forms.mistakes.count { $0.origin == row.origin },
          row.confusion.falsePositives + row.confusion.falseNegatives,
          "\(row.origin): mistakes shown and counted")
      }
      for mistake in forms.mistakes {
        comparison.holds(
          !mistake.result.utf8.elementsEqual(mistake.wanted.utf8),
          "\(mistake.origin): what was wanted is not what came out")
      }
    },
    Equation(
      "rules-left-out-do-nothing", "L2a",
      en: "A rule that the build was told to leave out changed nothing and dropped nothing.",
      ja: "使わないように指定された規則は、何も変えず、何も捨てていない。"
    ) { run, comparison in
      guard run[.cleaning] != nil else { return }
      let leftOut = run.setting.rulesLeftOut ?? []
      comparison.equal(Set(leftOut).count, leftOut.count, "different rules left out")
      for id in leftOut {
        if id == .unsuitable {
          comparison.equal(run[.filter]?.droppedCount ?? 0, 0, "passages of the content filter")
        }
        guard let rule = Self.rules(of: run).first(where: { $0.id == id }) else { continue }
        comparison.equal(rule.edits + rule.documentsDropped, 0, "\(id): edits and drops")
      }
    },
  ]
}
