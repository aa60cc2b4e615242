import Markup

extension Film {
  /// The frames for a page: a list in their order, each with its place, title, sentence, picture and number.
  ///
  /// Each has an id of its own, `ID.1` for the first, so that a link can lead to it. The words with which a
  /// script steps through them stand in `data-` attributes, since a script has no language.
  func markup(id: String, drawn: (Frame, _ id: String) -> Markup, _ wording: ChartWording) -> Markup
  {
    let words = wording.film
    return tag(
      "ol",
      [
        "class": "film", "data-words": hasWordsBeside ? "beside" : nil, "data-back": words.back,
        "data-next": words.next, "data-play": words.play,
        "data-stop": words.stop, "data-frames": words.frames, "data-print": words.print,
      ]
    ) {
      for (index, frame) in frames.enumerated() {
        tag("li", ["class": "film-frame", "id": "\(id).\(index + 1)"]) {
          tag("p", ["class": "film-title"]) {
            if frames.count > 1 {
              tag("span", ["class": "film-place"], place(index))
              " "
            }
            tag("span", ["class": "film-name"], TerminalText.safe(frame.title))
          }
          tag("p", ["class": "film-sentence"], TerminalText.safe(frame.sentence))
          drawn(frame, "\(id)-\(index + 1)")
          tag("p", ["class": "film-check"], TerminalText.safe(check(index, wording)))
          if let origin = frame.origin {
            tag("p", ["class": "film-links"]) {
              TerminalText.safe(origin.title)
              " "
              tag("a", ["href": origin.link]) { tag("code", TerminalText.safe(origin.address)) }
            }
          }
          if let links = frame.links, !links.targets.isEmpty {
            tag("p", ["class": "film-links"]) {
              TerminalText.safe(links.title)
              for (label, id) in links.targets {
                " "
                tag("a", ["href": "#" + id], TerminalText.safe(label))
              }
            }
          }
        }
      }
    }
  }
}

extension Film {
  /// Whether a wide page shows the words of its frames beside their drawings.
  fileprivate var hasWordsBeside: Bool { frames.allSatisfy { $0.chart.hasWordsBeside } }
}
