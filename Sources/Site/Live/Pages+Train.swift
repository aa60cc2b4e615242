import Diagrams
import Markdown
import Markup
import Names

extension Pages {
  /// The page in which a very small model learns; without scripts it shows how the large one did.
  func train(_ content: LiveContent) throws(SiteError) -> Page {
    let address = Address.train(language)
    let (words, live) = (TrainPageWording.of(language), LivePageWording.of(language))
    var blocks = BlockMarkup(page: address, course: course, run: run)
    let recorded = try blocks.markup([
      Block(line: 1, content: .figure(name: "loss-curve", caption: []))
    ])
    let page = [
      tag("p", ["class": "eyebrow"], FlowNode.trainingProgram.name(in: language)),
      tag("h1", words.title), tag("p", ["class": "lead"], words.lead),
      tag("p", ["id": "live-needs", "class": "live-needs"], words.needs),
      starter(words.start, content, live),
      tag("form", ["id": "live-form", "class": "live-form", "hidden": ""]) {
        field("q", words.text) { id in
          tag("textarea", ["id": id, "name": "q", "rows": "4", "maxlength": "20000"], words.sample)
        }
        tag("fieldset") {
          tag("legend", words.sizes)
          number("layers", words.layers, "1", "1", "4", "1")
          number("heads", words.heads, "2", "1", "8", "1")
          number("width", words.width, "32", "8", "64", "8")
          number("rate", words.rate, "0.01", "0.0001", "10", "any")
          number("seed", words.seed, "1", "0", "1000000", "1")
          tag("div", ["class": "live-check"]) {
            tag("input", ["id": "live-dead", "type": "checkbox", "name": "dead", "value": "1"])
            tag("label", ["for": "live-dead"], words.dead)
          }
        }
      },
      tag("div", ["id": "train-bar", "hidden": ""]) {
        tag("p", ["class": "train-bar"]) {
          for (id, name) in [
            ("train-run", words.go), ("train-step", words.step), ("train-reset", words.reset),
          ] { tag("button", ["type": "button", "class": "live-button", "id": id], name) }
        }
        tag("p", words.trials)
        tag("ul", ["class": "live-roads"]) {
          for trouble in words.trouble {
            tag("li") {
              tag("a", ["class": "live-button", "href": trouble.address], trouble.name)
            }
          }
        }
      },
      tag("p", ["id": "live-said", "class": "live-said", "role": "status"]),
      tag("div", ["id": "live-result"]),
      tag("section", ["class": "live-recorded", "id": "recorded"]) {
        tag("h2", live.recordedLearning)
        recorded
      },
    ]
    return Page(
      address: address, title: words.title, summary: words.lead, run: run,
      crumbs: crumbs(.trainingProgram, words.title),
      place: Place(
        address: address, node: .trainingProgram, nodes: course.nodes(in: language),
        lessons: course.lessons(of: .trainingProgram, in: language).map {
          Place.Stop(title: $0.title, address: .lesson($0.id, language), stage: $0.stage)
        }),
      scripts: (blocks.hasFilm ? [.film] : []) + [.place, .engine, .train]
        + (blocks.hasFigure ? [.save] : []),
      runsEngine: true, content: page)
  }
}
