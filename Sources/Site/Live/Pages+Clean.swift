import Diagrams
import Markdown
import Markup
import Names

extension Pages {
  /// The page in which a text of the reader's is cleaned; without scripts it shows how one was.
  func clean(_ content: LiveContent) throws(SiteError) -> Page {
    let address = Address.clean(language)
    let (words, live) = (CleanPageWording.of(language), LivePageWording.of(language))
    var blocks = BlockMarkup(page: address, course: course, run: run)
    let film = try blocks.markup([
      Block(line: 1, content: .figure(name: "cleaning-diff", caption: []))
    ])
    let page = [
      tag("p", ["id": "live-needs", "class": "live-needs"], words.needs),
      starter(words.start, content, live),
      tag("form", ["id": "live-form", "class": "live-form", "hidden": ""]) {
        field("q", words.text) { id in
          tag(
            "textarea",
            [
              "id": id, "name": "q", "rows": "10", "spellcheck": "false",
              "maxlength": String(TextForm.mostCharacters),
            ], words.sample)
        }
        field("form", words.form) { id in
          tag("select", ["id": id, "name": "form"]) {
            for form in words.forms { tag("option", ["value": form.id.rawValue], form.name) }
          }
        }
      },
      tag("p", ["id": "live-said", "class": "live-said", "role": "status"]),
      tag("div", ["id": "live-result"]),
      tag("p", ["id": "live-address", "class": "meta", "hidden": ""], words.address),
      recorded(words.recorded, film),
    ]
    return living(
      address, .trainingDataset, title: words.title, lead: words.lead, blocks, runs: .ask, page)
  }

  /// Leads to the page in which a text is cleaned; nothing where there is none.
  func cleanLink(from address: Address) -> Markup {
    guard hasCleanPage else { return .empty }
    return tag("p", ["class": "live-link"]) {
      tag("a", ["href": address.link(to: .clean(language))], CleanPageWording.of(language).link)
    }
  }
}
