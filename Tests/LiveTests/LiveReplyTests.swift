import Charts
import Foundation
import Names
import Testing
import Tokenization
import Transformer

@testable import Live

/// What the page shows of a moment.
@Suite("What the page shows")
struct LiveReplyTests {
  private let model = LiveSample.model()

  /// Values of an attribute.
  private func values(_ name: String, _ html: String) -> [String] {
    html.components(separatedBy: " \(name)=\"").dropFirst().map {
      $0.components(separatedBy: "\"")[0].replacing("&amp;", with: "&")
    }
  }

  @Test("every link is a moment, and ids stand once", arguments: Language.allCases)
  func links(language: Language) {
    let html = LiveSample.reply("q=the+sea&t=1&off=L0H1&fork=2-40&at=2&try=1", language, of: model)
      .html
    let links = values("href", html).filter { !$0.hasPrefix("#live") && !$0.hasPrefix("#figure") }
    #expect(links.count > 20)
    for link in links {
      let moment = Moment(String(link.dropFirst()), for: model.parameters.configuration)
      #expect(link.hasPrefix("#q=the%20sea") && moment.remarks == [], "\(link)")
    }
    let ids = values("id", html)
    #expect(ids.count == Set(ids).count)
  }

  @Test("a part's link knocks it out, and out again puts it back")
  func toggles() throws {
    func link(_ id: String, _ address: String) throws -> Moment {
      let html = LiveSample.reply(address, of: model).html
      let tag = try #require(
        html.components(separatedBy: "<a ").first { $0.contains("id=\"\(id)\"") })
      let href = try #require(values("href", " " + tag).first)
      return Moment(String(href.dropFirst()), for: model.parameters.configuration)
    }
    let part = RemovedPart(layer: 1, part: .mlp)
    #expect(try link("live-off-L1M", "q=sea").removed == [part])
    #expect(try link("live-off-L1M", "q=sea&off=L0A&off=L1M").removed.map(\.name) == ["L0A"])
    #expect(try link("live-whole", "q=sea&off=L0A&off=L1M").removed == [])
    #expect(try link("live-head-L1H1", "q=sea").head.name == "L1H1")
    #expect(try link("live-guess", "q=sea").guesses == [])
    #expect(try link("live-step-2", "q=sea").step == 2)
  }

  @Test("a road leads on from its step, and drops those after it")
  func roads() throws {
    let html = LiveSample.reply("q=sea&fork=1-30&fork=3-40&at=2", of: model).html
    let road = try #require(
      html.components(separatedBy: "<a ").first { $0.contains("id=\"live-road-") })
    let moment = Moment(
      String(try #require(values("href", " " + road).first).dropFirst()),
      for: model.parameters.configuration)
    #expect(moment.forks.map(\.step) == [1, 2] && moment.forks[0].token == 30)
  }

  @Test("the numbers of a choice are those of the answer")
  func numbers() throws {
    let address = "q=the+sea&t=0.9&k=5&seed=3&at=2"
    let html = LiveSample.reply(address, of: model).html
    let answer = try #require(model.answer(Moment(address, for: model.parameters.configuration)))
    for candidate in answer.choices[1].candidates {
      #expect(
        html.contains(
          Numbers.percent(Double(candidate.probability), 2).replacing("<", with: "&lt;")))
      #expect(html.contains(Numbers.fixed(Double(candidate.logit), 2)))
    }
    #expect(html.contains("no, by top-k"))
    #expect(html.contains(Numbers.fixed(Double(answer.choices[1].draw), 3)))
  }

  @Test(
    "whatever is typed is inert",
    arguments: [
      "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<|end|>", "a\u{0}b",
      "\u{202E}desrever", "\" onclick=\"x", "';--", "\u{1B}[31m", "&lt;b&gt;", "\u{FFFF}",
      String(repeating: "長", count: 3000),
    ])
  func hostile(text: String) {
    for language in Language.allCases {
      var moment = Moment()
      moment.text = text
      let reply = LiveSample.reply(moment.address, language, of: model)
      // Quotes are text between tags, and within one they would be written as `&quot;`.
      #expect(
        !reply.html.components(separatedBy: "<").contains {
          $0.prefix { $0 != ">" }.contains(" onclick=")
        })
      for piece in ["<script", "<img", "<b>", "\u{202E}", "\u{0}", "\u{1B}"] {
        #expect(!reply.html.contains(piece) && !reply.said.contains(piece), "\(piece)")
      }
      #expect(reply.html.contains("live-tokens"))
      let tokens = model.prepared(moment).tokens
      #expect(tokens.filter { $0 == SpecialToken.end.rawValue } == [], "text ends no document")
    }
  }

  @Test(
    "what a model has no token for is named, and nothing is left out", arguments: [true, false])
  func unread(knowsRoles: Bool) {
    let model = LiveModel(LiveSample.partialPack(knowsRoles: knowsRoles))
    #expect(LiveSample.reply("q=the+sea", of: model).html.contains("live-tokens"))
    for (query, name) in [("q=caf%C3%A9+%E6%B8%AF", "é"), ("q=%E2%80%AE", "\u{FFFD}")] {
      let (english, japanese) = (
        LiveSample.reply(query, of: model), LiveSample.reply(query, .japanese, of: model)
      )
      if name == "é" {
        #expect(english.said.contains("no token for “é”"), "\(english.said)")
        #expect(japanese.said.contains("「é」のトークンがない"), "\(japanese.said)")
      }
      for reply in [english, japanese] {
        #expect(reply.html.contains("live-remarks") && !reply.html.contains("live-tokens"))
        #expect(!reply.said.contains("\u{202E}") && !reply.html.contains("\u{202E}"))
      }
    }
    // What is cut off needs no token; it still stands in the text that is shown merge by merge.
    let long = "q=%C3%A9" + String(repeating: "+the+sea", count: 60)
    #expect(LiveSample.reply(long, of: model).html.contains("live-tokens"))
    #expect(LiveSample.reply(long + "+%C3%B6+sea", of: model).said.contains("no token for “ö”"))
    // A guess that the model cannot write has no chance.
    let guessing = LiveSample.reply("q=sea&guess=1&g=%C3%A9", of: model)
    #expect(guessing.html.contains("<td>é</td><td>∞</td>"), "\(guessing.html)")
    #expect(LiveSample.reply("q=sea&set=%C3%A9=0", of: model).html.contains("live-remarks"))
  }

  @Test("a word beyond the model's tokens is named")
  func beyond() {
    let model = LiveModel(LiveSample.partialPack(knowsRoles: false))
    let reply = LiveSample.reply("q=a<more>", of: model)
    #expect(reply.said.contains("no token for “<more>”"), "\(reply.said)")
    #expect(!reply.html.contains("<more>"))
  }

  @Test("a guess that is being made hides the tokens to come")
  func hidden() {
    let whole = LiveSample.reply("q=sea", of: model)
    let guessing = LiveSample.reply("q=sea&guess=1&g=a", of: model)
    #expect(
      whole.html.contains("id=\"live-step-2\"") && !guessing.html.contains("id=\"live-step-2\""))
    #expect(
      !guessing.html.contains(
        "figure-drawing\" role=\"img\" lang=\"en\" aria-labelledby=\"live-choice"))
    #expect(guessing.html.contains("<input id=\"live-guess-text\""))
    #expect(!guessing.said.contains(whole.said))
  }

  @Test("the command is one word for a shell and names every setting")
  func command() {
    func line(_ query: String) -> String? {
      LiveCommand.line(Moment(query, for: model.parameters.configuration), model)
    }
    #expect(
      line("q=it's+the+sea&t=0.8&k=4&p=0.9&seed=2&n=9&fork=1-40&off=L0H1&off=L1M")
        == "nakami ask '<|en|><|question|>it'\\''s the sea<|answer|>' --special --no-hold "
        + "--temperature 0.8 --top-k 4 --top-p 0.9 --seed 2 --tokens 9 --fork '1=#40' "
        + "--knock-out L0H1 --knock-out L1M")
    #expect(
      line("q=sea")
        == "nakami ask '<|en|><|question|>sea<|answer|>' --special --no-hold --tokens 32")
    #expect(line("q=a<|end|>b") == nil && line("q=a%00b") == nil)
  }

  @Test("Japanese readers read no English sentence")
  func japanese() {
    let html = LiveSample.reply("q=海&t=1&k=3&try=1&off=L0M&at=2", .japanese, of: model).html
    for word in ["Choose", "The ", "Token", "what ", "head", "probability", "looking"] {
      #expect(!html.contains(">\(word)"), "\(word)")
    }
  }
}
