import Charts
import Dataset
import Markup
import Names
import Views

/// What the page shows of a text that is cleaned in it: HTML made of the same charts as the pages of a
/// recording.
package struct CleaningReply: DrawsFigures {
  let request: CleaningRequest
  let watched: WatchedText
  let language: Language
  var words: CleaningWords { .of(language) }

  /// What a page shows of the text that an address asks for: a line to be read aloud, a line break, HTML.
  package static func reply(to address: String, in language: Language) -> String {
    let request = CleaningRequest(address)
    let watched = WatchedText(request.document, options: request.options)
    return CleaningReply(request: request, watched: watched, language: language).text()
  }

  private func text() -> String {
    guard !request.text.isEmpty else { return words.say.empty + "\n" }
    let markup = Markup.fragment([remarks(), left(), steps(), findings(), rules(), command()])
    return spoken() + "\n" + markup.html()
  }

  /// What is said aloud.
  private func spoken() -> String {
    if let drop = watched.dropped { return words.say.dropped(title(drop.rule)) }
    let counts = (watched.before.unicodeScalars.count, watched.after.unicodeScalars.count)
    return watched.steps.isEmpty
      ? words.say.clean(counts.0)
      : words.say.cleaned(counts.0, counts.1, Set(watched.steps.map { $0.rule }).count)
  }

  private func title(_ rule: RuleID) -> String { rule.title[language] }

  private func remarks() -> Markup {
    guard !request.remarks.isEmpty else { return .empty }
    return tag("ul", ["class": "live-remarks"]) {
      for remark in request.remarks { tag("li", words.say.remark(remark)) }
    }
  }

  /// What the tokenizer and the model would read, or why they would read nothing.
  private func left() -> Markup {
    tag("section", ["class": "live-part"]) {
      tag("h2", words.say.left)
      if let drop = watched.dropped {
        tag("p", ["class": "live-out"], words.say.drop(title(drop.rule)))
        tag("p", CleaningRule(drop.rule).reason[language])
        if !drop.reasons.isEmpty {
          tag(
            "p",
            words.say.found(TerminalText.safe(drop.reasons.joined(separator: words.say.comma))))
        }
      } else {
        tag("pre", ["class": "live-sample", "id": "live-left", "tabindex": "0"]) {
          tag("code", TerminalText.safe(watched.after))
        }
      }
      tag(
        "p", ["class": "meta"],
        words.say.read(request.isMarkup, watched.language, watched.otherLanguage))
    }
  }

  /// The text on its way, rule by rule.
  private func steps() -> Markup {
    let steps = watched.steps
    guard let first = steps.first, let last = steps.last else { return .empty }
    let changed = steps.map { TextDifference.runs($0.before, $0.after) }
    var frames = [CleaningView.Step(words.say.before, words.say.arrival, [TextRun(first.before)])]
    for (step, runs) in zip(steps, changed) {
      frames.append(
        CleaningView.Step(title(step.rule), CleaningRule(step.rule).reason[language], runs))
    }
    frames.append(
      CleaningView.Step(
        words.say.whole, words.say.together, TextDifference.runs(first.before, last.after)))
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.steps)
      figure(
        "cleaning", words.say.steps, words.say.stepsDescription, words.say.stepColumns,
        zip(steps, changed).map { step, runs in
          [
            title(step.rule), Numbers.count(step.count), count(runs, .deleted),
            count(runs, .inserted), Numbers.count(step.after.unicodeScalars.count),
          ]
        },
        CleaningView.film(
          frames, label: "", keeping: 400,
          CleaningView.Words(
            leftOut: words.say.leftOut, characters: words.say.characters,
            deleted: words.say.deleted, inserted: words.say.inserted)))
    }
  }

  private func count(_ runs: [TextRun], _ role: Role) -> String {
    Numbers.count(runs.reduce(0) { $0 + ($1.role == role ? $1.text.unicodeScalars.count : 0) })
  }

  /// What the content filter thinks of the sentences in which it found something.
  private func findings() -> Markup {
    guard !watched.findings.isEmpty else { return .empty }
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.findings)
      tag("p", words.say.findingsNote(Numbers.fixed(request.options.unsuitableThreshold, 1)))
      tag("div", ["class": "figure-scroll", "tabindex": "0"]) {
        tag("table", ["class": "figure-table", "id": "live-findings"]) {
          tag("thead") {
            tag("tr") {
              for column in words.say.findingColumns { tag("th", ["scope": "col"], column) }
            }
          }
          tag("tbody") {
            for finding in watched.findings.prefix(50) {
              tag("tr") {
                for cell in [
                  finding.sentence, Numbers.fixed(finding.score, 1),
                  finding.terms.joined(separator: words.say.comma),
                  finding.isUnsuitable ? words.say.isTakenOut : words.say.stays,
                ] { tag("td", TerminalText.safe(cell)) }
              }
            }
          }
        }
      }
    }
  }

  /// All rules; each is left out or taken in again by its link.
  private func rules() -> Markup {
    tag("section", ["class": "live-part"]) {
      tag("h2", words.say.rules)
      tag("p", words.say.rulesNote)
      tag("ul", ["class": "live-parts"]) {
        for rule in CleaningRequest.rules {
          let isOut = request.without.contains(rule)
          tag("li") {
            tag(
              "a",
              [
                "class": isOut ? "live-toggle live-removed" : "live-toggle",
                "id": "live-rule-" + rule.commandName, "href": request.toggling(rule),
              ]
            ) {
              title(rule)
              if isOut { tag("small", " " + words.say.isOut) }
            }
          }
        }
      }
    }
  }

  private func command() -> Markup {
    guard request.hasCommand else { return .empty }
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.command)
      tag("p", words.say.commandNote)
      tag("pre", ["tabindex": "0"]) { tag("code", ["id": "live-command"], request.command) }
      tag("p") {
        tag("button", ["type": "button", "data-copy": "live-command"], words.say.copy)
      }
    }
  }
}
