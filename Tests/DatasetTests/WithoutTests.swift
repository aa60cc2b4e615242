import Names
import Numerics
import RawData
import Testing

@testable import Dataset

/// A rule that is left out neither changes nor drops anything.
@Suite("Rules left out")
struct WithoutTests {
  private static let page = """
    <html><body><nav>Home and map</nav><main><p>The boats &amp; nets.</p></main></body></html>
    """

  /// Documents with work for every rule that looks at text of one's own or at the town's.
  private static let documents: [RawDocument] = {
    let clean = "The boats come home in the morning and the nets hang on the wall of the pier."
    return [
      document(clean + "\r\ncaf\u{C3}\u{A9}\u{200B}  x² “so” a@b.example", id: "a.txt"),
      document(clean, id: "b.txt"), document(clean, id: "c.txt"),
      document(clean + " Then they sail.", id: "d.txt"),
      document("Buy now!!! Click here!!! Act now!!! $5 $6 www.x.example", id: "e.txt"),
      document("You idiot! You moron! Shut up!", id: "f.txt"),
      document(
        "Der Hund läuft über die Straße und sucht seine Katze.", kind: .news, language: .english,
        id: "g.txt"),
      document(Self.page, kind: .webPage, language: .english, id: "h.html", isMarkup: true),
      document(
        "# Boats\n\n**Big** boats.[1]\n\n## References\n\n1. Mira", kind: .encyclopedia, id: "i"),
    ]
  }()

  private func result(without: Set<RuleID>) -> CleaningResult {
    var options = CleaningOptions()
    options.without = without
    return CleaningPipeline(options: options).run(Self.documents, pool: WorkerPool(threadCount: 2))
  }

  @Test("it does nothing, and the books balance", arguments: RuleID.allCases)
  func oneRule(rule: RuleID) {
    let all = result(without: [])
    let without = result(without: [rule])
    let effect = without.effect(of: rule)
    #expect(effect.editCount == 0 && effect.documentsDropped == 0 && effect.bytesDropped == 0)
    let did = all.effect(of: rule)
    // A return is an invisible character, too: another rule takes it where this one does not.
    if rule == .lineEndings {
      #expect(
        without.effect(of: .controlCharacters).editCount
          > all.effect(of: .controlCharacters).editCount)
    } else if did.editCount + did.documentsDropped > 0 {
      #expect(Array(all.documents) != Array(without.documents), "\(rule)")
    } else {
      #expect(Array(all.documents) == Array(without.documents), "\(rule)")
    }
    var characters = without.charactersBefore
    for effect in without.effects {
      characters += effect.characters.added - effect.characters.removed - effect.characters.dropped
    }
    #expect(characters == without.charactersAfter)
  }

  @Test("without any rule the text is as it was")
  func allRules() {
    let none = result(without: Set(RuleID.allCases))
    #expect(none.documents.map(\.fields) == Self.documents.map(\.fields))
    #expect(none.bytesAfter == none.bytesBefore && none.charactersAfter == none.charactersBefore)
    #expect(none.findings.isEmpty)
  }

  @Test("without the rule about furniture a page keeps its menu, and no tags")
  func furniture() {
    let page = result(without: [.boilerplate]).documents.first { $0.id == "h.html" }
    #expect(page?.fields[0].text == "Home and map\nThe boats & nets.")
  }
}
