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
    let curve = try blocks.markup([
      Block(line: 1, content: .figure(name: "loss-curve", caption: []))
    ])
    let page = [
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
      recorded(live.recordedLearning, curve),
    ]
    return living(
      address, .trainingProgram, title: words.title, lead: words.lead, blocks, runs: .train, page)
  }
}
