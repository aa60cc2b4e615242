import Names

@testable import Record

/// Faults in documents and cleaning.
extension Corruption {
  static let data: [Corruption] = [
    Corruption("documents-are-on-shelves") { $0[.collection]?.documentCount += 1 },
    Corruption("bytes-are-on-shelves") { $0[.collection]?.shelves[0].bytes -= 1 },
    Corruption("shelves-differ") {
      $0[.collection]?.shelves[1].kind = .webPage
      $0[.collection]?.shelves[1].language = .english
    },
    Corruption("shelves-differ") { $0[.collection]?.shelves[2].documents = 0 },
    Corruption("examples-stand-on-shelves") { $0[.collection]?.examples.removeLast() },
    Corruption("examples-stand-on-shelves") { $0[.collection]?.examples[0].bytes = 9_999_999 },
    Corruption("samples-speak-different-languages") {
      $0[.collection]?.samples[1].document.language = .english
    },
    Corruption("noise-lies-in-its-text") {
      $0[.collection]?.samples[0].noise[0].range.end = 1_000_000
    },
    Corruption("noise-lies-in-its-text") { $0[.collection]?.samples[0].noise.swapAt(0, 1) },
    Corruption("noise-is-whole-characters") { run in
      guard let text = run[.collection]?.samples[1].text else { return }
      let inside = Array(text.utf8).firstIndex { $0 & 0xC0 == 0x80 } ?? 0
      run[.collection]?.samples[1].noise[0].range.start = inside
    },
    Corruption("collected-documents-are-cleaned") { $0[.cleaning]?.documentsBefore -= 1 },
    Corruption("missing-documents-were-dropped") { $0[.cleaning]?.documentsAfter += 40 },
    Corruption("missing-documents-were-dropped") { run in
      let passages = run[.filter]?.droppedCount ?? 0
      run[.cleaning]?.documentsAfter -= passages
    },
    Corruption("meanings-are-kept") { $0[.normalization]?.meanings?.removeFirst() },
    Corruption("meanings-are-kept") { run in
      guard let plain = run[.normalization]?.meanings?[1].plain else { return }
      run[.normalization]?.meanings?[1].after = plain
    },
    Corruption("mended-files-are-told") {
      $0[.collection]?.mended = [
        .init(
          path: "a.txt", encoding: "UTF-8", lost: 1, reread: 0, firstLine: 0, brokenLines: 0,
          notice: LocalizedText(en: "x", ja: "x"))
      ]
    },
    Corruption("characters-balance") { $0[.cleaning]?.ledger?.before += 1 },
    Corruption("characters-balance") { $0[.cleaning]?.ledger?.rows[3].removed += 1 },
    Corruption("characters-balance") { $0[.cleaning]?.ledger?.after -= 1 },
    Corruption("characters-balance") { $0[.cleaning]?.ledger?.rows.swapAt(0, 1) },
    Corruption("books-are-those-of-the-rules") { run in
      guard let place = run[.cleaning]?.rules.firstIndex(where: { $0.id == .mojibake }) else {
        return
      }
      run[.cleaning]?.rules[place].edits = 0
    },
    Corruption("strays-are-named") { $0[.cleaning]?.strays?[0].count += 1 },
    Corruption("strays-are-named") { $0[.cleaning]?.strays?[0].documents += 1_000 },
    Corruption("forms-are-judged-once") { $0[.cleaning]?.forms?.mistakes.removeLast() },
    Corruption("forms-are-judged-once") { $0[.cleaning]?.forms?.rows.swapAt(0, 1) },
    Corruption("rules-left-out-do-nothing") { $0.setting.rulesLeftOut = [.markup] },
    Corruption("rules-left-out-do-nothing") { $0.setting.rulesLeftOut = [.unsuitable] },
    Corruption("parts-share-what-chance-explains") { run in
      let sampled = run[.dataset]?.sharing?.test.sampled ?? 0
      run[.dataset]?.sharing?.training.found = 0
      run[.dataset]?.sharing?.test.found = sampled
      run[.dataset]?.sharing?.test.groups = 400
      run[.dataset]?.sharing?.test.inLargest = sampled / 400 + 1
      run[.dataset]?.sharing?.training.groups = 400
      let all = run[.dataset]?.sharing?.training.sampled ?? 0
      run[.dataset]?.sharing?.training.inLargest = all / 400 + 1
    },
    Corruption("parts-share-what-chance-explains") {
      $0[.dataset]?.sharing?.validation.found += 10_000_000
    },
    Corruption("missing-bytes-were-removed") { $0[.cleaning]?.bytesAfter += 60_000 },
    Corruption("cleaning-samples-were-collected") { $0[.cleaning]?.samples[0].before += " " },
    Corruption("edits-explain-the-length") { $0[.cleaning]?.samples[0].edits.removeFirst() },
    Corruption("edits-explain-the-length") { $0[.normalization]?.samples[0].after += "x" },
    Corruption("edits-change-something") { run in
      let before = run[.cleaning]?.samples[0].edits[0].before ?? ""
      run[.cleaning]?.samples[0].edits[0].after = before
    },
    Corruption("edits-change-something") { $0[.cleaning]?.samples[0].edits[0].place = 99_999 },
    Corruption("duplicates-share-snippets") { $0[.cleaning]?.duplicates[0].overlap?.all += 1 },
    Corruption("duplicates-share-snippets") {
      $0[.cleaning]?.duplicates[0].literal?.common += 9_999
    },
    Corruption("duplicates-stand-in-order") { $0[.cleaning]?.duplicates.reverse() },
    Corruption("shown-duplicates-were-dropped") { $0[.cleaning]?.duplicates = [] },
    Corruption("exact-documents-are-known") { $0[.cleaning]?.exactDocuments? += 1 },
    Corruption("every-rule-is-listed-once") { $0[.cleaning]?.rules.removeLast() },
    Corruption("every-rule-is-listed-once") { $0[.normalization]?.rules[0].id = .spam },
    Corruption("rules-count-their-documents") { run in
      guard let edits = run[.cleaning]?.rules[0].edits else { return }
      run[.cleaning]?.rules[0].documents = edits + 1
    },
    Corruption("rule-examples-differ") { run in
      guard let example = run[.cleaning]?.rules[0].examples.first else { return }
      run[.cleaning]?.rules[0].examples[0].after = example.before
    },
    Corruption("rule-examples-differ") { $0[.cleaning]?.rules[0].examples[0].rule = .spam },
    Corruption("matrix-counts-every-act") { $0[.cleaning]?.matrix?.rows[1].counts[0] += 1 },
    Corruption("matrix-counts-every-act") { $0[.cleaning]?.matrix?.noises.removeLast() },
    Corruption("filter-acts-are-passages") { $0[.filter]?.droppedCount = 0 },
    Corruption("needless-acts-are-in-the-matrix") {
      $0[.cleaning]?.rules[1].confusion?.falsePositives = 1_000_000
    },
    Corruption("untouched-documents-are-the-rest") { run in
      let all = run[.cleaning]?.documentsBefore ?? 0
      run[.cleaning]?.rules[1].confusion?.trueNegatives = all
    },
    Corruption("whole-documents-are-judged-once") { run in
      guard let index = run[.cleaning]?.rules.firstIndex(where: { $0.id == .nearDuplicate })
      else { return }
      run[.cleaning]?.rules[index].confusion?.truePositives -= 1
    },
    Corruption("dropped-passages-reach-the-threshold") { $0[.filter]?.threshold = 1.2 },
    Corruption("shown-passages-are-counted") { run in
      guard let passage = run[.filter]?.dropped.first else { return }
      run[.filter]?.dropped.insert(contentsOf: Array(repeating: passage, count: 3), at: 0)
    },
    Corruption("threshold-is-in-its-sweep") { $0[.filter]?.droppedCount += 1 },
    Corruption("higher-thresholds-drop-less") { $0[.filter]?.sweep[20].dropped += 1_000 },
    Corruption("higher-thresholds-drop-less") { $0[.filter]?.sweep.swapAt(0, 1) },
    Corruption("sweep-knows-one-truth") { $0[.filter]?.sweep[3].recall? *= 0.98 },
    Corruption("ambiguous-cases-are-part") { run in
      let all = run[.filter]?.confusion?.falseNegatives ?? 0
      run[.filter]?.ambiguous?.falseNegatives = all + 1
    },
    Corruption("shown-cases-are-counted") { run in
      guard let shown = run[.cleaning]?.cases.first else { return }
      run[.cleaning]?.cases.append(shown)
    },
    Corruption("shown-cases-are-counted") { $0[.cleaning]?.cases.removeAll { $0.rule == .spam } },
    Corruption("scores-decide-cases") { run in
      guard let index = run[.cleaning]?.cases.firstIndex(where: { $0.rule == .nearDuplicate })
      else { return }
      let isActed = run[.cleaning]?.cases[index].verdict.isActed == true
      run[.cleaning]?.cases[index].score = isActed ? 0.1 : 0.99
    },
    Corruption("duplicate-threshold-is-in-its-sweep") {
      $0[.cleaning]?.duplicateSweep[4].dropped += 1
    },
    Corruption("all-similarities-seek-the-same-copies") {
      $0[.cleaning]?.duplicateSweep.swapAt(0, 1)
    },
    Corruption("all-similarities-seek-the-same-copies") {
      $0[.cleaning]?.duplicateSweep[1].dropped += 1
    },
    Corruption("normalization-changes-its-samples") { run in
      guard let before = run[.normalization]?.samples[0].before else { return }
      run[.normalization]?.samples[0].after = before
    },
  ]
}
