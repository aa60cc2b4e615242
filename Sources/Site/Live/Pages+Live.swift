import Charts
import Diagrams
import Figures
import Markdown
import Markup
import Names
import Record

extension Pages {
  /// The page in which the model runs. Without scripts, or where the engine does not start, it shows the
  /// recorded walk and says what it would need.
  func live(_ content: LiveContent) throws(SiteError) -> Page {
    let address = Address.live(language)
    let words = LivePageWording.of(language)
    var blocks = BlockMarkup(page: address, course: course, run: run)
    let walk = try blocks.markup(
      [walk].compactMap { $0 }.map { Block(line: 1, content: .figure(name: $0, caption: [])) })
    let isLive = content.hasModel
    var page = isLive ? running(content, words) : [tag("p", Self.reason(content, words))]
    if !walk.isEmpty {
      page.append(recorded(words.recorded, [tag("p", words.recordedNote)] + walk))
    }
    return living(
      address, .inferenceProgram, title: words.title,
      lead: isLive ? words.lead : words.leadElsewhere, blocks,
      runs: isLive ? .ask : nil, page)
  }

  /// What such a page shows without its engine: something that was recorded.
  func recorded(_ title: String, _ content: [Markup]) -> Markup {
    tag("section", ["class": "live-recorded", "id": "recorded"]) {
      tag("h2", title)
      for part in content { part }
    }
  }

  /// A page at a station that may run the engine.
  /// - Parameter script: which asks the engine; nil where there is none to ask.
  func living(
    _ address: Address, _ node: FlowNode, title: String, lead: String, _ blocks: BlockMarkup,
    runs script: Script?, _ content: [Markup]
  ) -> Page {
    let head: [Markup] = [
      tag("p", ["class": "eyebrow"], node.name(in: language)), tag("h1", title),
      tag("p", ["class": "lead"], lead),
    ]
    return Page(
      address: address, title: title, summary: lead, run: run, crumbs: crumbs(node, title),
      place: Place(
        address: address, node: node, nodes: course.nodes(in: language),
        lessons: course.lessons(of: node, in: language).map {
          Place.Stop(title: $0.title, address: .lesson($0.id, language), stage: $0.stage)
        }),
      scripts: (blocks.hasFilm || address == .clean(language) ? [.film] : []) + [.place]
        + (script.map { [.engine, $0] } ?? []) + (blocks.hasFigure ? [.save] : []),
      runsEngine: script != nil, content: head + content)
  }

  /// A figure of a recorded answer: its way through the model in few words, for the whole of it is a lesson's;
  /// its choices, or its tokens; nil where nothing is recorded.
  private var walk: String? {
    ["layer-guesses", "choice-film", "prompt-tokens"].first {
      (try? FigureCatalog.figure($0, run: run, language: language)) != nil
    }
  }

  /// The way to a page at a station, which may have no page itself.
  func crumbs(_ node: FlowNode, _ title: String) -> [Page.Crumb] {
    let station = Page.Crumb(name: node.name(in: language), address: .node(node, language))
    return [Page.Crumb(name: wording.map, address: .map(language))]
      + (course.nodes(in: language).contains(node) ? [station] : []) + [Page.Crumb(name: title)]
  }

  private static func reason(_ content: LiveContent, _ words: LivePageWording) -> String {
    guard case .tooLarge(let bytes) = content else { return words.failed }
    return words.tooLarge(Numbers.bytes(bytes), Numbers.bytes(LiveContent.most))
  }

  /// What the script shows once the model is asked for. Everything that it fills is empty until then.
  private func running(_ content: LiveContent, _ words: LivePageWording) -> [Markup] {
    [
      tag("p", ["id": "live-needs", "class": "live-needs"], words.needs),
      starter(words.start, content, words),
      tag("form", ["id": "live-form", "class": "live-form", "hidden": ""]) {
        field("q", words.prompt) { id in
          tag(
            "textarea", ["id": id, "name": "q", "rows": "2", "maxlength": "4000"], prompt)
        }
        // A model from elsewhere goes on with what it is given, and knows no other kind.
        if run.setting.importedFrom == nil {
          field("kind", words.kind) { id in
            tag("select", ["id": id, "name": "kind"]) {
              for kind in words.kinds { tag("option", ["value": kind.id.rawValue], kind.name) }
            }
          }
        }
        tag("fieldset") {
          tag("legend", words.settings)
          number("t", words.temperature, "0", "0", "5", "0.1")
          number("k", words.topK, "0", "0", "100000", "1")
          number("p", words.topP, "1", "0.01", "1", "0.01")
          number("seed", words.seed, "1", "0", "1000000", "1")
          number("n", words.longest, "32", "1", "128", "1")
        }
      },
      tag("p", ["id": "live-said", "class": "live-said", "role": "status"]),
      tag("div", ["id": "live-result"]),
      ruler(words),
      tag("p", ["id": "live-address", "class": "meta", "hidden": ""], words.address),
    ]
  }

  /// What a reader's guesses are compared with, as it was measured on the test documents.
  private func ruler(_ words: LivePageWording) -> Markup {
    let marks = run.exhibits(for: language).ruler
    func nats(_ kind: RulerMark.Kind) -> String? {
      marks.first { $0.kind == kind }.map { Numbers.fixed($0.perToken, 2) }
    }
    guard let random = nats(.tokens), let model = nats(.model(.test)) else { return .empty }
    let counted = run.exhibits(for: language).bestBaseline
    return tag(
      "p", ["class": "meta"],
      words.ruler(random, counted.flatMap { nats(.counting($0.order)) }, model, nats(.floor)))
  }

  /// The recorded question as the model was given it, for the reader to change.
  private var prompt: String {
    guard let answer = run.exhibits(for: language).answer else { return "" }
    let step = answer.preprocessing.last { [.normalization, .recast, .cut].contains($0.name) }
    return step?.after ?? answer.prompt
  }

  /// What loads engine and model; the script shows it.
  func starter(_ name: String, _ content: LiveContent, _ words: LivePageWording) -> Markup {
    tag("div", ["id": "live-start", "class": "live-start", "hidden": ""]) {
      tag("button", ["type": "button", "id": "live-button"], name)
      tag("p", ["class": "meta"], words.weight(Numbers.bytes(content.weight)))
    }
  }

  func field(_ name: String, _ label: String, _ control: (String) -> Markup) -> Markup {
    let id = "live-field-" + name
    return tag("div", ["class": "live-field"]) {
      tag("label", ["for": id], label)
      control(id)
    }
  }

  func number(
    _ name: String, _ label: String, _ value: String, _ least: String, _ most: String,
    _ step: String
  ) -> Markup {
    field(name, label) { id in
      tag(
        "input",
        [
          "id": id, "name": name, "type": "number", "value": value, "min": least, "max": most,
          "step": step, "inputmode": "decimal",
        ])
    }
  }

  /// Leads to the live page; nothing where there is none.
  func liveLink(from address: Address) -> Markup {
    guard hasLivePage else { return .empty }
    let words = LivePageWording.of(language)
    return tag("p", ["class": "live-link"]) {
      tag(
        "a", ["href": address.link(to: .live(language))],
        modelRuns ? words.link : words.linkElsewhere)
    }
  }

  /// Leads to the page in which a small model learns; nothing where there is none.
  func trainLink(from address: Address) -> Markup {
    guard hasTrainPage else { return .empty }
    return tag("p", ["class": "live-link"]) {
      tag("a", ["href": address.link(to: .train(language))], TrainPageWording.of(language).link)
    }
  }
}
