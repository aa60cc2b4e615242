import Foundation
import Names
import Record

/// What a Japanese reader need not know English for: Latin letters that Japanese pages may show.
package enum JapaneseReader {
  /// Words that stand in Latin letters in Japanese print as well, each with its reason.
  package static let usual: [String: String] = {
    let reasons = [
      "this program's own name, its town and its commands":
        "Nakami Nagi nakami ask build bench shrink check tune learn",
      "options of a command, as they are typed":
        "--json --data --all --recompute FILE --learning-rate --width "
        + "--fork --no-hold --record --report answer.html number --walk --prompt",
      "the name of the other language, as its readers look for it": "English",
      "names of models and of their parts, which Japanese textbooks leave in Latin letters":
        "ChatGPT GPT GPT-2 GPT-3 Llama Qwen Gemma LLM Transformer AI MLP GELU AdamW BPE Q K V",
      "the English term beside the Japanese one, to look it up": "early stopping nat NaN NFKC",
      "formats and encodings":
        "true false JSON HTML Markdown Mermaid safetensors UTF-8 Windows-1252 Windows Mac F32",
      "settings of sampling, as every program calls them": "top-k top-p min-p",
      "units, and what numbers are called": "B kB MB GB ID IDs",
      "mathematics":
        "e ln log tanh max p x y n q k v w g m s u h t o z r f a b c C E P L N T",
      "biases of the model that is worked by hand, by their signs": "bq bk bv bo",
      "places on the map of the flow, as in every chart":
        "L1 L2a L2b L2c L2d L3 L4a L4b L4c L4d L5a L5b "
        + "L5c L5d L6a L6b L6c U1 U2 U3 U4 U5 U6 U7 U8",
      "addresses of numbers inside the model, as they are typed": "final logit probability",
      "keys of the keyboard": "Enter q h l m p t",
      "presets": "trial tiny standard large",
    ]
    var usual: [String: String] = [:]
    for (reason, words) in reasons {
      for word in words.split(separator: " ") { usual[String(word)] = reason }
    }
    return usual
  }()

  /// Words in Latin letters that are neither usual nor among those that may be quoted.
  package static func foreignWords(in text: String, quoted: Set<String> = []) -> [String] {
    words(of: text).filter { word in
      word.contains { $0.isASCII && $0.isLetter } && usual[word] == nil && !isSign(word)
        && !quoted.contains(word)
    }
  }

  /// The words of a text in Latin letters and digits, as they stand between other characters.
  package static func words(of text: String) -> [String] {
    text.split { !isPartOfAWord($0) }.map { word in
      String(word.drop { ".'-_/#".contains($0) && !word.hasPrefix("--") }).trimmed
    }
  }

  /// Words that neither are usual nor stand in a recording: of a place that shows data as it is. A line
  /// may end inside a word, so parts of words count.
  package static func foreignWords(in text: String, besides recorded: Set<String>) -> [String] {
    foreignWords(in: text, quoted: recorded).filter { word in
      !recorded.contains { $0.hasPrefix(word) || $0.hasSuffix(word) }
    }
  }

  /// The text without what it quotes from a recording: 「Where does Mira work?」 and “so”, role tokens,
  /// and names with a sign in them (`h.0.attn.c_attn`, `dialogue/ja-22.jsonl`).
  ///
  /// A quotation counts only if its words are recorded; a program's word in quotes is none.
  package static func withoutQuotations(_ text: String, recorded: Set<String>) -> String {
    let text = text.replacing(/<\|\w+\|>/, with: " ").replacing(/「([^」]*)」|“([^”]*)”/) { match in
      let inner = String(match.output.1 ?? match.output.2 ?? "")
      return foreignWords(in: inner, besides: recorded).isEmpty ? "「」" : String(match.output.0)
    }
    return words(of: text).filter { word in
      !(word.contains { "._/-".contains($0) } && recorded.contains(word))
    }.joined(separator: " ")
  }

  private static func isPartOfAWord(_ character: Character) -> Bool {
    (character.isASCII && (character.isLetter || character.isNumber))
      || "._'-/#".contains(character)
  }

  /// A byte in hexadecimal, a place in a matrix (`W1`), a head (`L0H1`), the address of a number
  /// (`b0.h1.score`), a date or a version.
  private static func isSign(_ word: String) -> Bool {
    let letters = word.count { $0.isLetter }
    return (word.count <= 2 && word.allSatisfy(\.isHexDigit)) || letters <= 1
      // Marks and strokes of a chart in a terminal.
      || (word.allSatisfy { "ox".contains($0) })
      || word.wholeMatch(
        of: /L\d+H\d+|b\d+\.(h\d+\.)?[a-z0-9.]+|MLP\d+|W[a-z0-9]|[A-Za-z]\d+|MLP\d+|\d+x\d+/) != nil
  }

  /// A text without the members of JSON objects in it, which stand there as they are written for other
  /// programs: their names, and what they hold if that is a text.
  package static func withoutJSON(_ text: String) -> String {
    text.replacing(#/"\w+" : ("[^"\n]*")?/#, with: "")
  }

  /// All strings of a recording that are data: texts, tokens, names of tensors. What only a program
  /// reads is left out: names of fields, and of cases (`learningRate`, `quotes`, `heldOutPhrasing`).
  package static func recordedText(of run: Run) throws -> String {
    let folder = NSTemporaryDirectory() + "nakami-japanese-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try RunStore.write(run, to: folder)
    var strings: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".json") {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      collect(try JSONSerialization.jsonObject(with: data), &strings)
    }
    strings += run.tensors.names
    // Recorded token by token, and words only when they are put together.
    strings += (run[.usage]?.answers ?? []).flatMap { answer in
      (answer.knockouts?.removals ?? []).compactMap { $0.written?.text }
    }
    return strings.filter { !cases.contains($0) }.joined(separator: "\n")
  }

  /// The raw values of what a recording classifies by.
  private static let cases: Set<String> = {
    func names<Case: RawRepresentable<String> & CaseIterable>(_ type: Case.Type) -> [String] {
      type.allCases.map(\.rawValue)
    }
    return Set(
      names(RuleID.self) + names(CleaningStage.self) + names(DocumentKind.self)
        + names(NoiseKind.self)
        + names(Hyperparameter.self) + names(SweepKnob.self) + names(Preset.self)
        + names(Split.self)
        + names(QuestionPhrasing.self) + names(PromptKind.self) + names(PromptStep.self)
        + names(ModelPart.self) + names(Language.self) + names(ImprovementStory.self)
        + names(ImprovementMeasure.self) + names(ImprovementWay.self)
        + names(VersionVerdict.self))
  }()

  private static func collect(_ value: Any, _ strings: inout [String]) {
    switch value {
    case let text as String: strings.append(text)
    case let list as [Any]: for value in list { collect(value, &strings) }
    case let object as [String: Any]:
      // Words that the program has for English readers are not data either.
      for (name, value) in object where !(name == "en" && object["ja"] != nil) {
        collect(value, &strings)
      }
    default: break
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, ".'-_/#".contains(last) { text.removeLast() }
    return text
  }
}
