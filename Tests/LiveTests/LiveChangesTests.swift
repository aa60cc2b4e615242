import Names
import Testing
import Transformer

@testable import Live

/// The model changed by hand in the page.
@Suite("A model changed by hand")
struct LiveChangesTests {
  private let model = LiveSample.model()

  /// The cells of the table of what changed, row by row.
  private func shares(_ html: String) -> [[String]] {
    let table = html.components(separatedBy: "id=\"live-changed\"").dropFirst().joined()
    let body = table.components(separatedBy: "<tbody>").dropFirst().first ?? ""
    return body.components(separatedBy: "</tbody>")[0].components(separatedBy: "<tr>").dropFirst()
      .map { row in
        row.components(separatedBy: "<t").dropFirst().map {
          $0.components(separatedBy: ">")[1].components(separatedBy: "<")[0]
        }
      }
  }

  @Test(
    "writes by the changed numbers, and beside them what was learned", arguments: Language.allCases)
  func compared(language: Language) throws {
    let address = "q=sea&kind=continuation"
    let before = LiveSample.reply(address, language, of: model)
    let changed = LiveSample.reply(address + "&set=e%3D0", language, of: model)
    #expect(before.said != changed.said)
    let rows = shares(changed.html)
    #expect(rows.count == 2 && rows[0].dropFirst() != rows[1].dropFirst(), "\(rows)")
    #expect(shares(before.html) == [])
    // What a second model with these numbers writes.
    let other = LiveSample.model()
    let change = try #require(
      ParameterChange("e=0", in: other.parameters.configuration, other.tokenizer))
    change.apply(to: other.parameters)
    other.generator.refresh()
    #expect(LiveSample.reply(address, language, of: other).said == changed.said)
    // The learned model is whole again.
    #expect(LiveSample.reply(address, language, of: model).html == before.html)
  }

  @Test("says what it can't change, and takes each change back")
  func undone() {
    let reply = LiveSample.reply("q=sea&set=e%3D0&set=nobody%3D0&set=s%3D%23a", of: model).html
    #expect(reply.components(separatedBy: "A change names a word").count == 3)
    #expect(reply.contains("id=\"live-set-0\"") && !reply.contains("id=\"live-set-1\""))
    #expect(reply.contains("e=0 · take it back"))
    #expect(reply.contains("href=\"#q=sea\""))
    #expect(reply.contains("name=\"set\""))
  }

  @Test("acts together with parts that are knocked out")
  func together() {
    let both = LiveSample.reply("q=sea&set=e%3D0&off=L0M", of: model).html
    let part = LiveSample.reply("q=sea&off=L0M", of: model).html
    #expect(shares(both).count == 2 && shares(both)[0].dropFirst() != shares(both)[1].dropFirst())
    #expect(shares(part) == [])
  }

  @Test("is the same command for a terminal")
  func command() {
    let html = LiveSample.reply("q=sea&set=e%3D0&set=ln_f.bias%5B0%5D%3D-0.5", of: model).html
    #expect(html.contains("--set 'e=0' --set 'ln_f.bias[0]=-0.5'"))
  }
}
