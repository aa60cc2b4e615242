import Inference
import Markup
import Names
import Numerics
import Tokenization
import Transformer
import Visible

/// The line that lets `nakami ask` show the same in a terminal.
struct LiveCommand {
  let reply: LiveReply
  let answer: LiveAnswer

  func markup() -> Markup {
    let words = reply.words
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.command)
      if let line = Self.line(reply.moment, reply.model) {
        tag("p", words.say.commandNote)
        tag("pre", ["tabindex": "0"]) { tag("code", ["id": "live-command"], line) }
        tag("p") { tag("button", ["type": "button", "data-copy": "live-command"], words.say.copy) }
      } else {
        tag("p", words.say.noCommand)
      }
    }
  }

  /// - Returns: nil where the text has what a command line reads as a special token, or signs that steer.
  static func line(_ moment: Moment, _ model: LiveModel) -> String? {
    let prepared = model.prepared(moment)
    let special = model.tokenizer.specialTokens.map { $0.text }
    let typed = moment.changes.joined() + prepared.text
    guard !special.contains(where: { holds(prepared.text, $0) }),
      !typed.unicodeScalars.contains(where: { VisibleText.isUnsafe($0) })
    else { return nil }
    let usual = Moment()
    var line = "nakami ask " + quoted(prepared.marked) + " --special --no-hold"
    if moment.sampling.temperature != 0 {
      line += " --temperature " + PlainDecimal.text(moment.sampling.temperature)
    }
    if moment.sampling.topK > 0 { line += " --top-k " + String(moment.sampling.topK) }
    if moment.sampling.topP < 1 { line += " --top-p " + PlainDecimal.text(moment.sampling.topP) }
    if moment.seed != usual.seed { line += " --seed " + String(moment.seed) }
    line += " --tokens " + String(moment.limit)
    for fork in moment.forks {
      line += " --fork '" + String(fork.step) + "=#" + String(fork.token) + "'"
    }
    for change in moment.changes { line += " --set " + quoted(change) }
    for part in moment.removed { line += " --knock-out " + part.name }
    return line
  }

  /// Whether a text holds another, byte for byte.
  private static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard !part.isEmpty, text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      part.indices.allSatisfy { text[start + $0] == part[$0] }
    }
  }

  /// As a shell takes it as one word, whatever it holds.
  private static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'\\''" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }
}

extension LiveModel {
  /// What a page shows of the moment that an address asks for: a line to be read aloud, a line break, HTML.
  package func reply(to address: String, in language: Language) -> String {
    var moment = Moment(address, for: parameters.configuration)
    let changes = made(of: &moment)
    let learned =
      changes.isEmpty ? nil : damaged(moment.removed) { LiveChanges.Learned(moment, self) }
    return damaged(moment.removed, changes) {
      LiveReply(model: self, moment: moment, language: language, learned: learned).text()
    }
  }

  /// The changes that a moment asks for; what can't be read, or this model has not, leaves the moment.
  private func made(of moment: inout Moment) -> [ParameterChange] {
    var changes: [ParameterChange] = []
    for text in moment.changes {
      if let change = ParameterChange(text, in: parameters.configuration, tokenizer) {
        changes.append(change)
      } else {
        moment.changes.removeAll { $0 == text }
        moment.remarks.append(.change)
      }
    }
    return changes
  }
}
