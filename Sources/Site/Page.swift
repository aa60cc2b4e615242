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
  var node: FlowNode?
  /// Those that have a page.
  var nodes: [FlowNode] = FlowNode.allCases
  /// Anchor and name of each part of the page.
  var parts: [(anchor: String, name: String)] = []
  var previous: Neighbour?
  var next: Neighbour?
  /// Whether it holds a film, which its script steps through.
  var hasFilm = false
  var content: [Markup]

  private var language: Language { address.language }
  private var wording: SiteWording { .of(language) }

  func html() -> String {
    tag("html", ["lang": language.rawValue]) {
      head
      tag("body", ["class": node == nil ? "page-wide" : "page-station"]) {
        tag("a", ["class": "skip", "href": "#content"], wording.skip)
        header
        if crumbs.count > 1 { breadcrumbs }
        tag("div", ["class": "columns"]) {
          if let node { aside(node) }
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
      ContentPolicy.page(hasScript: hasFilm)
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
      if hasFilm { tag("script", ["defer": "", "src": address.link(to: FilmScript.path)]) }
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

  private func aside(_ node: FlowNode) -> Markup {
    tag("aside", ["class": "place"]) {
      tag("nav", ["class": "place-map", "aria-label": wording.whereOnTheFlow]) {
        for stage in node.stages {
          tag("p", ["class": "place-stage"], stage.name[language])
          FlowMap(
            Flowchart(stage, in: language), layout: .horizontal, isSmall: true, current: node,
            prefix: "place"
          ) { nodes.contains($0) ? address.link(to: .node($0, language)) : nil }.markup()
        }
        tag("p", ["class": "place-here"]) {
          tag("span", wording.youAreHere)
          tag("strong", node.name(in: language))
        }
      }
      if parts.count > 1 {
        tag("nav", ["class": "place-parts", "aria-label": wording.onThisPage]) {
          tag("p", ["class": "place-stage"], wording.onThisPage)
          tag("ol") {
            for part in parts {
              tag("li") { tag("a", ["href": "#" + part.anchor], part.name) }
            }
          }
        }
      }
    }
  }

  private var neighbours: Markup {
    tag("nav", ["class": "neighbours", "aria-label": wording.previousAndNext]) {
      if let previous { neighbour(previous, wording.previous, "prev") }
      if let next { neighbour(next, wording.next, "next") }
    }
  }

  private func neighbour(_ neighbour: Neighbour, _ word: String, _ relation: String) -> Markup {
    tag(
      "a",
      ["class": relation, "rel": relation, "href": address.link(to: neighbour.address)]
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
