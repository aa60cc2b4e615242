import Names

/// L1: the documents as they were gathered.
extension Equation {
  static let ofCollection: [Equation] = [
    Equation(
      "documents-are-on-shelves", "L1", en: "The documents of all shelves are all documents.",
      ja: "すべての棚の文書を合わせると、文書全体になる。"
    ) { run, comparison in
      guard let record = run[.collection] else { return }
      comparison.equal(
        record.shelves.reduce(0) { $0 + $1.documents }, record.documentCount,
        "documents over shelves")
    },
    Equation(
      "bytes-are-on-shelves", "L1", en: "The bytes of all shelves are all bytes.",
      ja: "すべての棚のバイト数を合わせると、全体のバイト数になる。"
    ) { run, comparison in
      guard let record = run[.collection] else { return }
      comparison.equal(
        record.shelves.reduce(0) { $0 + $1.bytes }, record.byteCount, "bytes over shelves")
    },
    Equation(
      "shelves-differ", "L1",
      en: "Each kind of text in each language has one shelf, and no shelf is empty.",
      ja: "文章の種類と言語の組ごとに棚はひとつで、空の棚はない。"
    ) { run, comparison in
      guard let record = run[.collection] else { return }
      let names = record.shelves.map { Self.name($0.kind, $0.language) }
      comparison.equal(Set(names).count, names.count, "different shelves")
      for (shelf, name) in zip(record.shelves, names) {
        comparison.holds(shelf.documents > 0, "\(name): \(shelf.documents) documents > 0")
      }
    },
    Equation(
      "examples-stand-on-shelves", "L1",
      en: "The documents shown of a shelf are the first two of it, or all that it has.",
      ja: "棚の例として見せる文書は、その棚の初めの二つ（少なければ全部）である。"
    ) { run, comparison in
      guard let record = run[.collection] else { return }
      for shelf in record.shelves {
        let name = Self.name(shelf.kind, shelf.language)
        let examples = record.examples.filter { Self.name($0.kind, $0.language) == name }
        comparison.equal(examples.count, min(2, shelf.documents), "\(name): documents shown")
        let bytes = examples.reduce(0) { $0 + $1.bytes }
        comparison.holds(
          bytes <= shelf.bytes, "\(name): \(bytes) bytes shown ≤ \(shelf.bytes) bytes")
      }
      let shelves = Set(record.shelves.map { Self.name($0.kind, $0.language) })
      for example in record.examples {
        let name = Self.name(example.kind, example.language)
        comparison.holds(shelves.contains(name), "\(example.id) stands on a shelf (\(name))")
      }
    },
    Equation(
      "samples-speak-different-languages", "L1",
      en: "No two raw documents are shown in one language.",
      ja: "生の文書の見本は、ひとつの言語にひとつだけである。"
    ) { run, comparison in
      guard let record = run[.collection], !record.samples.isEmpty else { return }
      let languages = record.samples.map { $0.document.language?.rawValue ?? "unknown" }
      comparison.equal(Set(languages).count, languages.count, "different languages of samples")
    },
    Equation(
      "noise-lies-in-its-text", "L1",
      en: "Each mark of noise covers some bytes of its text, and marks stand in reading order.",
      ja: "ノイズの印はどれも文章の中の何バイトかを囲み、読む順に並んでいる。"
    ) { run, comparison in
      for sample in run[.collection]?.samples ?? [] {
        let length = sample.text.utf8.count
        for noise in sample.noise {
          let range = noise.range
          comparison.holds(
            0 <= range.start && range.start < range.end && range.end <= length,
            "\(sample.document.id): 0 ≤ \(range.start) < \(range.end) ≤ \(length)")
        }
        let starts = sample.noise.map(\.range.start)
        comparison.falling(
          starts.reversed(), "\(sample.document.id): starts of noise, from the end")
      }
    },
    Equation(
      "noise-is-whole-characters", "L1",
      en: "No mark of noise begins or ends inside a character.",
      ja: "ノイズの印が文字の途中で始まったり終わったりすることはない。"
    ) { run, comparison in
      for sample in run[.collection]?.samples ?? [] {
        let bytes = Array(sample.text.utf8)
        for noise in sample.noise {
          for place in [noise.range.start, noise.range.end] where bytes.indices.contains(place) {
            comparison.holds(
              bytes[place] & 0xC0 != 0x80, "\(sample.document.id): a character begins at \(place)")
          }
        }
      }
    },
  ]

  private static func name(_ kind: DocumentKind, _ language: Language?) -> String {
    kind.rawValue + " " + (language?.rawValue ?? "?")
  }
}
