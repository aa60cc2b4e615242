import Charts

extension CleaningWording {
  static let english = CleaningWording(
    diffTitle: "One document before and after cleaning",
    diffDescription: { id, edits, before, after in
      "Cleaning made \(edits) in \(id) and took it from \(before) to \(after). Struck-through text "
        + "was removed, underlined text was put in."
    },
    deleted: "removed",
    inserted: "put in",
    editColumns: ["Rule", "#At byte", "Before", "After"],
    leftOut: { " [… \(Numbers.count($0)) characters …] " },
    noSample: "this run kept no document before and after this stage",
    rulesTitle: "What each cleaning rule did",
    rulesAxis: "edits, documents",
    rulesSeries: ["edits", "documents dropped"],
    rulesDescription: { documents, rest, bytes, restBytes in
      "\(documents) (\(bytes)) went in, \(rest) (\(restBytes)) came out. Each bar counts how often a "
        + "rule changed something or dropped a document."
    },
    ruleColumns: ["Rule", "Why", "#Edits", "#Documents", "#Dropped", "#Bytes removed"],
    ruleText: { edits, dropped in
      let counts = [
        edits > 0 ? NameWording.english(edits, "edit") : nil,
        dropped > 0 ? NameWording.english(dropped, "document") + " dropped" : nil,
      ]
      return counts.compactMap { $0 }.joined(separator: ", ")
    },
    confusionTitle: "Was each rule right? Judged against the noise that was put in",
    confusionAxis: "decisions",
    confusionSeries: ["noise found", "noise missed", "clean text touched"],
    confusionText: { precision, recall in "precision \(precision), recall \(recall)" },
    confusionDescription: { rules, worst, share in
      "\(NameWording.english(rules, "rule")) judged. The weakest is “\(worst)”: it found \(share) of "
        + "its noise."
    },
    nothingMissed: { rules in
      "\(NameWording.english(rules, "rule")) judged, and none overlooked any of its noise."
    },
    exact: { exact, known in
      "\(Numbers.count(exact)) of \(Numbers.count(known)) documents came out exactly as the truth says."
    },
    confusionColumns: [
      "Rule", "#Found", "#Missed", "#Wrongly touched", "#Rightly left", "#Precision", "#Recall",
    ],
    matrixTitle: "What was put in, and which rules met it",
    matrixDescription: { marked, unmarked in
      "Rules acted \(marked) times where noise had been put, the busiest first in each row, and "
        + "\(unmarked) times on the ordinary layout of a page, which nobody marks as noise."
    },
    matrixColumns: ["Put in", "Rules that met it, and how often", "#Together"],
    noNoise: "nothing",
    rule: "Rule",
    unsuitableRule: "Unsuitable content",
    noTruth: "nobody recorded where noise lies in these documents, so there is nothing to judge by",
    duplicatesTitle: "Documents that are almost the same",
    duplicatesDescription: { count, first, second, similarity in
      "\(NameWording.english(count, "pair")) shown. The most similar: \(first) repeats \(second), "
        + "similarity \(similarity). What only the original says is struck through, what only the "
        + "copy says is underlined."
    },
    duplicateLabel: { first, second, similarity in
      "\(first) repeats \(second): similarity \(similarity)"
    },
    duplicateColumns: ["Dropped", "Kept", "#Similarity"],
    noDuplicates: "no near duplicates were found in this run",
    droppedTitle: "Sentences that were found unsuitable",
    droppedDescription: { dropped, threshold in
      "\(dropped) dropped because the score reached the threshold of \(threshold). Some of them, with "
        + "score and reason:"
    },
    droppedColumns: ["Document", "Passage", "#Score", "Reason"],
    nothingDropped: "the filter found nothing unsuitable in this run",
    filterConfusionTitle: "The filter's decisions against the truth",
    filterConfusionDescription: { right, wrong, missed, kept in
      "Unsuitable: \(Numbers.count(right)) dropped, \(Numbers.count(missed)) missed. Suitable: "
        + "\(Numbers.count(kept)) rightly kept, \(Numbers.count(wrong)) wrongly dropped."
    },
    filterConfusionRows: ["unsuitable", "suitable"],
    filterConfusionColumns: ["dropped", "kept"],
    truthAxis: "truth",
    decisionAxis: "decision",
    thresholdTitle: "What happens if the threshold moves",
    thresholdAxis: "threshold (score)",
    shareAxis: "share (0 to 1)",
    droppedAxis: "passages dropped",
    precision: "precision",
    recall: "recall",
    droppedSeries: "dropped",
    thresholdMark: { "used: \($0)" },
    thresholdDescription: { threshold, dropped in
      "A low threshold drops too much (precision falls), a high one misses things (recall falls). "
        + "The run used \(threshold) and dropped \(dropped)."
    },
    thresholdColumns: ["#Threshold", "#Dropped", "#Precision", "#Recall"],
    noSweep: "this run tried no other thresholds",
    normalizationTitle: "The same characters, one way of writing them",
    normalizationDescription: { rules, edits in
      "\(NameWording.english(rules, "rule")) brought characters to one form, \(edits) in all. Each line "
        + "is a real place: struck through before, underlined after."
    },
    exampleColumns: ["Rule", "Before", "After", "#Edits"],
    noNormalization: "normalization changed nothing in this run"
  )
}
