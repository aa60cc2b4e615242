import Foundation

/// A list of sentences that was written before the detector of languages was tried on it.
struct BlindSentences {
  struct Sentence {
    var label: String
    var text: String

    /// What the detector is to say.
    var verdict: String { ["en", "ja"].contains(label) ? label : "neither" }
  }

  var sentences: [Sentence] = []

  var labels: Set<String> { Set(sentences.map(\.label)) }

  /// - Parameter name: of a file in `Blind`: a label such as `[de]`, then a sentence a line.
  init(_ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Blind/\(name).txt")
    var label = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let word = line.dropFirst().dropLast()
      if line.first == "[", line.last == "]", word.allSatisfy({ $0.isASCII && $0.isLowercase }) {
        label = String(word)
      } else {
        sentences.append(Sentence(label: label, text: String(line)))
      }
    }
  }
}
