import Diagrams
import Markup
import Names
import Record

/// The frame around every page: head, header, breadcrumbs, place on the flow, footer.
struct Page {
  struct Crumb {
    var name: String
    var address: Address?
  }

  /// A neighbour in the order of the flow.
  struct Neighbour {
    var title: String
    var address: Address
  }

  var address: Address
  var title: String
  /// For search results and link previews.
  var summary: String
  var run: Run
  var crumbs: [Crumb] = []
  /// The map of the flow with the place of the page; nil for the map itself.
  var place: Place?
  var previous: Neighbour?
  var next: Neighbour?
  /// The next lesson of the short path, where the page is one of it and that is not the next page.
  var onward: Neighbour?
  /// What it may do more in a browser that runs scripts.
  var scripts: [Script] = []
  /// Whether it runs the engine.
  var runsEngine = false
  var content: [Markup]

  private var language: Language { address.language }
  private var wording: SiteWording { .of(language) }

  func html() -> String {
    tag("html", ["lang": language.rawValue]) {
      head
      tag("body", ["class": place == nil ? "page-wide" : "page-station"]) {
        tag("a", ["class": "skip", "href": "#content"], wording.skip)
        header
        if crumbs.count > 1 { breadcrumbs }
        tag("div", ["class": "columns"]) {
          if let place { place.markup() }
          tag("main", ["id": "content", "tabindex": "-1"], content)
        }
        if previous != nil || next != nil { neighbours }
        footer
      }
    }.htmlDocument()
  }

  private var head: Markup {
    tag("head") {
      tag("meta", ["charset": "utf-8"])
      ContentPolicy.page(hasScript: !scripts.isEmpty, runsEngine: runsEngine)
      tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      tag("title", address == .map(language) ? "Nakami: \(title)" : "\(title) – Nakami")
      tag("meta", ["name": "description", "content": summary])
      tag("meta", ["name": "color-scheme", "content": "light dark"])
      tag("link", ["rel": "stylesheet", "href": address.link(to: "style.css")])
      tag("link", ["rel": "icon", "type": "image/svg+xml", "href": address.link(to: "icon.svg")])
      tag(
        "link",
        [
          "rel": "alternate", "hreflang": address.twin.language.rawValue,
          "href": address.link(to: address.twin),
        ])
      for script in scripts.isEmpty ? [] : [.page] + scripts { element(of: script) }
    }
  }

  private var header: Markup {
    tag("header", ["class": "site-header"]) {
      tag("a", ["class": "brand", "href": address.link(to: .map(language))]) {
        "Nakami "
        tag("span", ["lang": "ja"], "中身")
      }
      tag("nav", ["aria-label": wording.mainNavigation]) {
        tag("ul") {
          navigationItem(.map(language), wording.map)
          navigationItem(.lessonList(language), wording.lessons)
        }
      }
      tag(
        "a",
        [
          "class": "language", "lang": address.twin.language.rawValue,
          "hreflang": address.twin.language.rawValue, "href": address.link(to: address.twin),
        ], wording.otherLanguage)
    }
  }

  private func navigationItem(_ target: Address, _ name: String) -> Markup {
    tag("li") {
      tag(
        "a",
        [
          "href": address.link(to: target), "aria-current": target == address ? "page" : nil,
        ], name)
    }
  }

  private var breadcrumbs: Markup {
    tag("nav", ["class": "crumbs", "aria-label": wording.breadcrumbs]) {
      tag("ol") {
        for crumb in crumbs {
          tag("li") {
            if let target = crumb.address {
              tag("a", ["href": address.link(to: target)], crumb.name)
            } else {
              tag("span", ["aria-current": "page"], crumb.name)
            }
          }
        }
      }
    }
  }

  private func element(of script: Script) -> Markup {
    var attributes: Attributes = ["defer": "", "src": address.link(to: script.path)]
    for (name, word) in words(of: script) { attributes["data-" + name] = word }
    return tag("script", attributes)
  }

  /// What a script says in the language of the page.
  private func words(of script: Script) -> KeyValuePairs<String, String> {
    switch script {
    case .page, .film, .place, .engine: [:]
    case .present:
      [
        "present": wording.present, "leave": wording.leave, "back": wording.previous,
        "next": wording.next, "answers": wording.showAnswers, "hide": wording.hideAnswers,
        "notes": wording.notes, "page": address.link(to: .notes(language)),
      ]
    case .notes: ["answers": wording.showAnswers, "then": wording.notesThen]
    case .save: ["save": wording.save, "failed": wording.saveFailed]
    case .ask: askWords
    case .train: trainWords
    }
  }

  private var askWords: KeyValuePairs<String, String> {
    let words = LivePageWording.of(language)
    let cleans = address == .clean(language)
    return [
      "live": address.link(to: LiveContent.path), "loading": words.loading,
      "ready": cleans ? CleanPageWording.of(language).ready : words.ready, "failed": words.failed,
      // Which of the engine's functions is asked.
      "part": cleans ? "clean" : "show",
    ]
  }

  private var trainWords: KeyValuePairs<String, String> {
    let (words, own) = (LivePageWording.of(language), TrainPageWording.of(language))
    return [
      "live": address.link(to: LiveContent.path), "loading": words.loading, "failed": words.failed,
      "go": own.go, "pause": own.pause,
    ]
  }

  private var neighbours: Markup {
    tag("nav", ["class": "neighbours", "aria-label": wording.previousAndNext]) {
      if let previous { neighbour(previous, wording.previous, "prev") }
      if let onward { neighbour(onward, wording.onward, "onward") }
      if let next { neighbour(next, wording.next, "next") }
    }
  }

  private func neighbour(_ neighbour: Neighbour, _ word: String, _ relation: String) -> Markup {
    tag(
      "a",
      [
        "class": relation, "rel": relation == "onward" ? nil : relation,
        "href": address.link(to: neighbour.address),
      ]
    ) {
      tag("span", ["class": "direction"], word)
      tag("span", ["class": "name"], neighbour.title)
    }
  }

  private var footer: Markup {
    tag("footer", ["class": "site-footer"]) {
      tag(
        "p",
        run.setting.recordedFrom.map(wording.recordedFooter)
          ?? run.setting.importedFrom.map(wording.importedFooter)
          ?? wording.footer(run.setting.preset?.rawValue ?? "", run.setting.seed))
    }
  }
}
