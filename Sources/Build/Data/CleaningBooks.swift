import Dataset
import Names
import Record

extension CleaningRecord.Ledger {
  init(_ result: CleaningResult) {
    self.init(
      before: result.charactersBefore, after: result.charactersAfter,
      rows: result.effects.map { effect in
        CleaningRecord.LedgerRow(
          rule: effect.rule.id, before: effect.characters.before,
          removed: effect.characters.removed, added: effect.characters.added,
          dropped: effect.characters.dropped, after: effect.characters.after)
      })
  }
}

extension CleaningRecord.Stray {
  init(_ stray: StrayCount) {
    let number = String(stray.scalar.value, radix: 16, uppercase: true)
    self.init(
      character: "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number,
      count: stray.count, documents: stray.documentCount, firstDocumentID: stray.firstDocumentID)
  }
}

extension CleaningRecord.Forms {
  init(_ judged: [PersonalForms.Judged]) {
    self.init(
      rows: FormOrigin.allCases.map { origin in
        let forms = judged.filter { $0.origin == origin }
        func count(_ isPersonal: Bool, _ isRight: Bool) -> Int {
          forms.count { $0.isPersonal == isPersonal && $0.isRight == isRight }
        }
        return CleaningRecord.FormRow(
          origin: origin,
          confusion: ConfusionRecord(
            truePositives: count(true, true), falsePositives: count(false, false),
            falseNegatives: count(true, false), trueNegatives: count(false, true)))
      },
      mistakes: judged.filter { !$0.isRight }.map {
        CleaningRecord.Mistake(
          origin: $0.origin, text: $0.text, result: $0.result, wanted: $0.wanted)
      })
  }
}
