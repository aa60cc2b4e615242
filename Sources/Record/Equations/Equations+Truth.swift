import Names

/// L3: what the town knows about its own documents.
extension Equation {
  static let ofTruth: [Equation] = [
    Equation(
      "continuations-add-up-to-one", "L3",
      en: "The true probabilities of all ways to go on add up to 1, the likeliest first.",
      ja: "続き方の真の確率は、確からしい順に並び、合わせて1になる。"
    ) { run, comparison in
      for probe in run[.truth]?.probes ?? [] {
        comparison.close(
          probe.next.reduce(0) { $0 + $1.probability }, 1, within: 1e-12,
          "\(probe.kind.rawValue) \(probe.language.rawValue) after “\(probe.prefix)”: probabilities"
        )
        comparison.falling(
          probe.next.map(\.probability), "after “\(probe.prefix)”: probability")
        comparison.equal(
          Set(probe.next.map(\.text)).count, probe.next.count,
          "after “\(probe.prefix)”: different ways to go on")
      }
    },
    Equation(
      "entropy-adds-up", "L3",
      en: "Documents, bytes and surprise of the source are the sums over its kinds of text.",
      ja: "文章の源の文書数・バイト数・驚きは、文章の種類ごとの合計である。"
    ) { run, comparison in
      guard let entropy = run[.truth]?.entropy else { return }
      comparison.equal(
        entropy.shares.reduce(0) { $0 + $1.documents }, entropy.documents, "documents over kinds")
      comparison.equal(
        entropy.shares.reduce(0) { $0 + $1.bytes }, entropy.bytes, "bytes over kinds")
      comparison.agree(
        entropy.shares.reduce(0) { $0 + $1.nats }, entropy.nats, share: 1e-12, "nats over kinds")
    },
    Equation(
      "entropy-per-byte-is-a-quotient", "L3",
      en: "Surprise per byte is surprise over bytes.", ja: "1バイトあたりの驚きは、驚きの合計をバイト数で割ったものである。"
    ) { run, comparison in
      guard let entropy = run[.truth]?.entropy else { return }
      comparison.agree(
        entropy.nats / Double(max(1, entropy.bytes)), entropy.natsPerByte, share: 1e-12,
        "nats per byte")
      for share in entropy.shares {
        comparison.agree(
          share.nats / Double(max(1, share.bytes)), share.natsPerByte, share: 1e-12,
          "\(share.kind.rawValue) \(share.language.rawValue): nats per byte")
      }
    },
    Equation(
      "truth-is-about-the-clean-text", "L3",
      en:
        "What the source wrote, less what cleaning lost and with what it should have dropped, is what is left.",
      ja: "源が書いたものから、誤って捨てた分を引き、捨てそこねた分を足すと、残った文書とバイト数になる。"
    ) { run, comparison in
      guard let entropy = run[.truth]?.entropy, let cleaning = run[.cleaning],
        let deviation = cleaning.deviation
      else { return }
      comparison.equal(
        entropy.documents - deviation.lost + deviation.strays, cleaning.documentsAfter,
        "documents written and left")
      comparison.equal(
        entropy.bytes + deviation.bytes, cleaning.bytesAfter, "bytes written and left")
    },
    Equation(
      "questions-name-their-answers", "L3",
      en: "Each question has an answer in the list, and each answer belongs to a question.",
      ja: "どの問いにも表の中に答えがあり、どの答えにも問いがある。"
    ) { run, comparison in
      guard let truth = run[.truth] else { return }
      for question in truth.questions {
        comparison.holds(
          !question.answers.isEmpty
            && question.answers.allSatisfy { truth.answers.indices.contains($0) },
          "“\(question.text)” has \(question.answers.count) answers")
      }
      comparison.equal(
        Set(truth.questions.flatMap(\.answers)).count, truth.answers.count,
        "answers that a question names")
      comparison.equal(Set(truth.answers).count, truth.answers.count, "different answers")
    },
  ]
}
