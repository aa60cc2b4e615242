import Inference
import Names
import Numerics
import Testing
import Transformer

@testable import Live

/// What an address asks for, and what becomes of an impossible one.
@Suite("The address of a moment")
struct MomentTests {
  private let configuration = LiveSample.parameters().configuration

  @Test("comes back as it was written")
  func roundTrip() {
    var moment = Moment()
    moment.text = "a&b=c #%+\n\u{0}\u{202E}日本 \"</script>"
    moment.kind = .summary
    moment.sampling = SamplingOptions(temperature: 0.85, topK: 12, topP: 0.925)
    moment.seed = .max
    moment.limit = 7
    moment.removed = [
      RemovedPart(layer: 1, part: .attention, head: 0), RemovedPart(layer: 0, part: .mlp),
      RemovedPart(layer: 0, part: .attention),
    ]
    moment.changes = ["Mira=Tobin", "wte.weight[3,1]=-0.5", "&set=x"]
    moment.forks = [Moment.Fork(step: 2, token: 40), Moment.Fork(step: 5, token: 0)]
    moment.step = 3
    moment.head = RemovedPart(layer: 1, part: .attention, head: 1)
    moment.triesParts = true
    moment.guesses = ["sea", "", "&g=x"]
    #expect(Moment(moment.address, for: configuration) == moment)
    #expect(Moment(Moment().address, for: configuration) == Moment())
    #expect(moment.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3C })
  }

  @Test("is read as a browser writes it")
  func browsersForm() {
    let moment = Moment("q=Where+is%20Mira%3F&t=.5&k=&guess=1&g=", for: configuration)
    #expect(moment.text == "Where is Mira?")
    #expect(moment.sampling.temperature == 0.5)
    #expect(moment.guesses == [""] && moment.remarks == [])
  }

  @Test(
    "that is impossible is explained, and the rest is taken",
    arguments: [
      ("t=-1", .temperature), ("t=1e9", .temperature), ("t=0.0001", .temperature),
      ("t=nan", .temperature),
      ("k=2.5", .topK), ("k=9999999", .topK), ("p=0", .topP), ("p=1.5", .topP), ("seed=-3", .seed),
      ("n=0", .tokens), ("n=5000", .tokens), ("off=L9H0", .part), ("off=everything", .part),
      ("fork=1-999999", .fork), ("fork=x", .fork), ("fork=0-3", .fork), ("kind=poem", .kind),
    ] as [(String, Moment.Remark)])
  func impossible(query: String, remark: Moment.Remark) {
    let moment = Moment("q=sea&\(query)", for: configuration)
    #expect(moment.remarks == [remark])
    var usual = Moment()
    usual.text = "sea"
    usual.remarks = [remark]
    #expect(moment == usual)
  }

  @Test("names no part twice, and at each step one road")
  func repeated() {
    let moment = Moment("q=a&off=L0M&off=L0M&fork=1-3&fork=1-4", for: configuration)
    #expect(moment.removed == [RemovedPart(layer: 0, part: .mlp)])
    #expect(moment.forks == [Moment.Fork(step: 1, token: 3)] && moment.remarks == [.fork])
  }

  @Test("holds each change once, and not too many")
  func changes() {
    let moment = Moment("q=a&set=a%3Db&set=a%3Db&set=", for: configuration)
    #expect(moment.changes == ["a=b"] && moment.remarks == [])
    let many = (0..<20).map { "set=a%3D\($0)" }.joined(separator: "&")
    #expect(Moment("q=a&" + many, for: configuration).changes.count == 16)
    let long = Moment("q=a&set=" + String(repeating: "x", count: 300), for: configuration)
    #expect(long.changes == [] && long.remarks == [.change])
  }

  @Test(
    "that was edited by hand does no harm",
    arguments: ["%", "%zz", "&&==&q", "q=%C3", "=", "q=%ED%A0%80"])
  func edited(address: String) {
    let moment = Moment(address, for: configuration)
    #expect(moment.remarks == [])
    #expect(Moment(moment.address, for: configuration).text == moment.text)
  }

  @Test("holds a text of a hundred thousand characters, of which the first are taken")
  func longText() {
    let moment = Moment("q=" + String(repeating: "a", count: 100_000), for: configuration)
    #expect(
      moment.text.utf8.count == Moment.longest && moment.remarks == [.longText(Moment.longest)])
  }

  @Test("writes numbers with no more digits than they need")
  func decimals() {
    for (value, text) in [(0.8, "0.8"), (1, "1"), (0.001, "0.001"), (12.25, "12.25"), (0, "0")] {
      #expect(PlainDecimal.text(Float(value)) == text)
      #expect(PlainDecimal.value(text) == value)
    }
    for text in ["", ".", "1.2.3", "-1", "1e3", "１"] { #expect(PlainDecimal.value(text) == nil) }
  }
}
