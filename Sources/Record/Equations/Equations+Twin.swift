import Names

/// L5c: two models that differ in documents which one never read.
extension Equation {
  static let twin: [Equation] = [
    Equation(
      "a-twin-never-reads-it", "L5c",
      en:
        "Nothing that stood in the twin's batches tells what was left out; in the other's it is told.",
      ja: "双子のバッチに入った文章は、除いたことを一つも語らない。もう一方のバッチには、語る文章がある。"
    ) { run, comparison in
      guard let record = run[.twin] else { return }
      comparison.equal(record.twin.telling, 0, "texts of the twin that tell it")
      comparison.holds(record.whole.telling > 0, "\(record.whole.telling) texts tell it")
    },
    Equation(
      "a-twin-reads-all-else", "L5c",
      en:
        "The twin reads fewer texts, at least by those that tell it, and fewer tokens, at least one a text.",
      ja: "双子の読む文章は、少なくとも語る文章の数だけ少ない。トークンは、少なくとも1文章に一つ少ない。"
    ) { run, comparison in
      guard let record = run[.twin] else { return }
      let texts = record.whole.texts - record.twin.texts
      comparison.holds(texts >= record.whole.telling, "\(texts) texts fewer")
      let targets = record.whole.targets - record.twin.targets
      comparison.holds(targets >= texts, "\(targets) tokens fewer")
      comparison.holds(record.twin.texts > 0, "\(record.twin.texts) texts are read")
      comparison.holds(
        record.whole.targets
          <= record.shape.steps * record.shape.batchSize * record.shape.contextLength,
        "\(record.whole.targets) tokens fit into the batches")
    },
    Equation(
      "left-out-documents-are-on-shelves", "L5c",
      en:
        "As many documents are left out as the shelves say, and those are the ones on which both are compared.",
      ja: "除いた文書の数は、棚ごとの数の合計。二つのモデルは、その文書で比べられている。"
    ) { run, comparison in
      guard let record = run[.twin] else { return }
      for shelf in record.shelves {
        comparison.holds(
          0 <= shelf.leftOut && shelf.leftOut <= shelf.documents,
          "\(shelf.kind) \(shelf.language): \(shelf.leftOut) of \(shelf.documents)")
        if let own = run.part(.training)?.shelves.first(where: {
          $0.kind == shelf.kind && $0.language == shelf.language
        }) {
          comparison.holds(
            shelf.documents <= own.documents,
            "\(shelf.kind) \(shelf.language): \(shelf.documents) of \(own.documents)")
        }
      }
      for loss in record.losses where loss.text == .leftOut {
        comparison.equal(
          loss.documents, record.shelves.reduce(0) { $0 + $1.leftOut }, "documents left out")
      }
    },
    Equation(
      "left-out-sentences-tell-it", "L5c",
      en: "Each sentence of the list holds what was left out, and no document is without one.",
      ja: "一覧の文には、どれも除いたことが含まれる。文のない文書はない。"
    ) { run, comparison in
      guard let record = run[.twin] else { return }
      let words = record.told
      for sentence in record.sentences {
        let text = sentence.text.lowercased()
        comparison.holds(
          words.contains { text.contains($0) } && sentence.documents > 0,
          "“\(sentence.text)” holds one of \(words)")
      }
      comparison.equal(
        Set(record.sentences.map(\.text)).count, record.sentences.count, "sentences, each once")
      comparison.holds(
        record.sentences.reduce(0) { $0 + $1.documents }
          >= record.shelves.reduce(0) { $0 + $1.leftOut }, "a sentence for each document")
    },
    Equation(
      "twins-are-asked-the-same", "L5c",
      en:
        "Both twins state a probability of each value; none is below 0, and together they are at most 1.",
      ja: "どちらの双子も、ありうる答えのそれぞれに確率を出す。0より小さいものはなく、合わせて1を超えない。"
    ) { run, comparison in
      guard let record = run[.twin] else { return }
      let count = record.fact?.values.count ?? 1
      for asked in record.asked {
        for (name, reply) in [("whole", asked.whole), ("twin", asked.twin)] {
          comparison.equal(reply.probabilities.count, count, "\(name): values of “\(asked.prompt)”")
          comparison.holds(
            reply.probabilities.allSatisfy { (0...1 + 1e-6).contains($0) }
              && reply.probabilities.reduce(0, +) <= 1 + 1e-6,
            "\(name): probabilities after “\(asked.prompt)”")
        }
      }
    },
    Equation(
      "answers-of-twins-are-judged-by-truth", "L5c",
      en:
        "An answer of either twin is right exactly if it is one of those that are true of the town.",
      ja: "双子の答えが正しいのは、町について正しい答えの一つであるとき、そのときだけ。"
    ) { run, comparison in
      guard let record = run[.twin] else { return }
      let truth = run[.truth]
      for asked in record.asked where asked.kind == .question {
        for reply in [asked.whole, asked.twin] {
          comparison.equal(
            reply.isRight, asked.accepted.contains(reply.answer),
            "“\(reply.answer)” to “\(asked.prompt)”")
        }
        let known = truth?.questions.first {
          $0.text == asked.prompt && $0.language == asked.language
            && $0.relation == record.fact?.relation && $0.subject == record.fact?.subject
        }
        if let truth, let known {
          comparison.equal(
            asked.accepted, truth.accepted(known), "right answers to “\(asked.prompt)”")
        }
      }
    },
    Equation(
      "twins-take-the-whole-exam", "L5c",
      en:
        "Together the groups hold the evaluation's questions about those of whom both read, and no more are "
        + "right than were asked.",
      ja: "組を合わせると、二つが読んだ人についての、評価の質問の数になる。正解が出題より多い組はない。"
    ) { run, comparison in
      guard let record = run[.twin] else { return }
      for group in record.groups {
        comparison.holds(
          (0...max(0, group.asked)).contains(group.whole)
            && (0...max(0, group.asked)).contains(group.twin),
          "\(group.kind): \(group.whole) and \(group.twin) of \(group.asked)")
      }
      guard let evaluation = run[.evaluation], let truth = run[.truth] else { return }
      // Of each kind the evaluation asks all, or as many as it may.
      let asked = evaluation.questionScores.reduce(0) { sum, score in
        let known = truth.questions.count {
          $0.language == score.language && $0.phrasing == score.phrasing
            && (record.people?.contains($0.subject) ?? true)
        }
        return sum + min(known, score.asked)
      }
      comparison.equal(record.groups.reduce(0) { $0 + $1.asked }, asked, "questions")
    },
    Equation(
      "the-course-ends-with-the-answer", "L5c",
      en:
        "The photographs follow each other, and the last one has the probability that is stated in the end.",
      ja: "途中の記録は順に並び、最後の記録は、終わりに出した確率と同じ。"
    ) { run, comparison in
      guard let record = run[.twin] else { return }
      for language in Language.allCases {
        let course = record.course.filter { $0.language == language }
        comparison.rising(course.map(\.step), "steps of \(language)")
        guard let last = course.last,
          let asked = record.asked.first(where: { $0.language == language && $0.isTaught })
        else { continue }
        let place = record.fact?.place ?? 0
        guard asked.whole.probabilities.indices.contains(place),
          asked.twin.probabilities.indices.contains(place)
        else { continue }
        comparison.equal(last.step, record.shape.steps, "last step of \(language)")
        comparison.close(
          last.whole, asked.whole.probabilities[place], within: 1e-9, "\(language), whole")
        comparison.close(
          last.twin, asked.twin.probabilities[place], within: 1e-9, "\(language), twin")
      }
    },
  ]
}

extension TwinRecord {
  /// What a sentence that tells it holds, in small letters and without an article.
  fileprivate var told: [String] {
    if let text { return [text.lowercased()] }
    guard let value = fact?.value else { return [] }
    return Language.allCases.map { language in
      let words = value[language]
      let article = ["a ", "an ", "the "].first { words.hasPrefix($0) }
      return words.dropFirst(article?.count ?? 0).lowercased()
    }
  }
}
