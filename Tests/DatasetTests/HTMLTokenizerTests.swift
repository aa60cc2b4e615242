import Numerics
import Testing

@testable import Dataset

@Suite struct HTMLTokenizerTests {
  /// Each token as its kind and its text.
  private func tokens(_ html: String) -> [String] {
    withBytes(html) { bytes in
      var tokenizer = HTMLTokenizer(bytes)
      var result: [String] = []
      while let token = tokenizer.next() {
        result.append("\(token.kind) " + String(decoding: bytes[token.range], as: UTF8.self))
      }
      return result
    }
  }

  private func attributes(_ tag: String) -> [String] {
    withBytes(tag) { bytes in
      var tokenizer = HTMLTokenizer(bytes)
      _ = tokenizer.next()
      return tokenizer.attributes.map {
        String(decoding: bytes[$0.name], as: UTF8.self) + "="
          + String(decoding: bytes[$0.value], as: UTF8.self)
      }
    }
  }

  @Test func tagsTextAndReferencesAreToldApart() {
    #expect(
      tokens("<p>a &amp; b</p>")
        == ["startTag <p>", "text a ", "reference &amp;", "text  b", "endTag </p>"])
    #expect(
      tokens("<!doctype html><!-- a > b -->x") == [
        "doctype <!doctype html>", "comment <!-- a > b -->", "text x",
      ])
    #expect(tokens("a < b && c <3") == ["text a ", "text < b ", "text &", "text & c ", "text <3"])
  }

  @Test func attributesComeInAllForms() {
    #expect(
      attributes("<a href=\"x>y\" title='it\"s' id=plain checked data-x = 3/>")
        == ["href=x>y", "title=it\"s", "id=plain", "checked=", "data-x=3/"])
    #expect(attributes("<a =b c= >") == ["=b=", "c="])
    #expect(attributes("<A HREF=1><b x=2>") == ["HREF=1"])
  }

  @Test func scriptsAreNotMarkup() {
    #expect(
      tokens("<script>if (a<b) document.write(\"<p>\")</script>x")
        == [
          "startTag <script>", "rawText if (a<b) document.write(\"<p>\")", "endTag </script>",
          "text x",
        ])
    // A script in a script in a comment hides the inner end tag.
    #expect(
      tokens("<script><!--<script></script>--></script >x")
        == [
          "startTag <script>", "rawText <!--<script></script>-->", "endTag </script >", "text x",
        ])
    #expect(tokens("<style>a>b{}</STYLE>x").last == "text x")
  }

  @Test(arguments: [
    "<p class=\"open>text goes on", "<!-- never closed text", "<script>never closed text",
    "text <", "text </", "text <!", "text <a", "&", "&#", "&#x", "&;", "<a b='c", "<!-->text",
    "<a/b/c>text", "</>text", "</ x>text", "<?php text ?>text", "<![CDATA[text]]>text",
    "<textarea>",
  ])
  func malformedPagesKeepEveryByte(html: String) {
    let joined = withBytes(html) { bytes in
      var tokenizer = HTMLTokenizer(bytes)
      var place = 0
      while let token = tokenizer.next() {
        if token.range.lowerBound != place || token.range.isEmpty { return -1 }
        place = token.range.upperBound
      }
      return place
    }
    #expect(joined == html.utf8.count)
  }

  @Test(arguments: [
    ("<p>one<p>two", "one\ntwo"), ("a < b <3 & c", "a < b <3 & c"),
    ("<p class=\"open>lost?</p><p>kept</p>", "lost?\nkept"),
    ("<!-- open <p>kept</p>", "kept"), ("<div><p>kept</div></b></p>", "kept"),
    ("<nav>menu that never ends <p>kept</p>", "menu that never ends\nkept"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "a\nb\nc"),
    ("<table><tr><td>1<td>2<tr><td>3</table>", "1\n2\n3"),
    ("x<br>y", "x\ny"), ("x<br><br>y", "x\ny"), ("<b>bo</b>ld", "bold"),
    ("<pre>a\n  b</pre>", "a\n  b"), ("<p>&nbsp;</p><p>x&nbsp;y</p>", "x y"),
    ("<main><p>in</p></main><p>beside</p>", "in"),
    ("<body><div class='page menu'>whole page</div>", "whole page"),
    ("<p>a</p><aside>b</aside><footer>c</footer><p>d</p>", "a\nd"),
    ("<p>a <span class=ad>b</span> c</p>", "a c"),
  ])
  func pagesBecomeText(html: String, text: String) { #expect(cleanedPage(html) == text) }

  @Test func japaneseLinesAreJoinedWithoutSpaces() {
    #expect(
      cleanedPage("<p>朝、ミラは\n  パン屋を<br>開け、Debian\nGNUを見た。</p>", language: .japanese)
        == "朝、ミラはパン屋を開け、Debian GNUを見た。")
  }

  @Test(arguments: [
    ("&#65;&#x41;&#X41;", "AAA"), ("&lt;&gt;&quot;&apos;", "<>\"'"), ("&copy 2026", "© 2026"),
    ("&notit; &notin;", "¬it; ∉"), ("&#128;", "€"), ("&#0;&#xD800;&#x110000;x", "x"),
    ("&unknown; &amp", "&unknown; &"), ("&#12354;&#x3042;", "ああ"),
    ("&CounterClockwiseContourIntegral;", "∳"),
    ("&#99999999999999999999;x", "x"), ("AT&T", "AT&T"),
  ])
  func referencesAreResolved(html: String, text: String) {
    #expect(cleanedPage("<p>" + html + "</p>") == text.precomposed)
  }

  /// Mutated pages: no crash, every byte in one token, and no time beyond linear.
  @Test func noMutationOfAPageBreaksIt() {
    let seeds = [
      "<!DOCTYPE html><html><head><title>T</title><script>var a = '<p>';</script></head>",
      "<body><nav><a href=\"/\">Home</a></nav><main><h1 class='x y'>A &amp; B</h1><p>one<p>two",
      "<!-- c --><ul><li>a<li>b</ul><table><tr><td>1</table><style>p{}</style>&#12354;&eacute",
      "<div id=ad>x</div><textarea></p></textarea><pre>a\n b</pre></main></body></html>日本語の文。",
    ]
    let parts = [
      "<", ">", "\"", "'", "</", "<!--", "-->", "&", "&#", ";", "=", "/", "<script>", "</script>",
      "<p", "\u{0}", "\u{3000}", "<![CDATA[", "<div", "é",
    ].map { Array($0.utf8) }
    var generator = RandomGenerator(seed: 4)
    for round in 0..<3000 {
      var bytes = Array(seeds.joined().utf8)
      for _ in 0...generator.below(8) {
        let place = generator.below(bytes.count)
        switch generator.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(contentsOf: parts[generator.below(parts.count)], at: place)
        case 2: bytes[place] = UInt8(generator.below(256))
        default: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(40)))
        }
        if bytes.isEmpty { bytes = [60] }
      }
      let html = String(decoding: bytes, as: UTF8.self)
      let covered = withBytes(html) { bytes in
        var tokenizer = HTMLTokenizer(bytes)
        var place = 0
        while let token = tokenizer.next() {
          guard token.range.lowerBound == place, !token.range.isEmpty else { return -1 }
          place = token.range.upperBound
        }
        return place
      }
      #expect(covered == html.utf8.count, "round \(round)")
      var edits = EditList()
      withBytes(html) { bytes in
        HTMLPass.run(bytes, language: round % 2 == 0 ? .english : .japanese, into: &edits)
        edits.seal()
        let text = edits.applied(to: bytes)
        #expect(String(validating: text, as: UTF8.self) != nil, "round \(round)")
      }
    }
  }

  @Test(arguments: [
    "<a ", "<a x='>' ", "<!--", "<script>", "<div>", "</b>", "&#", "&amp", "<a b=\"", "<style><p>",
    "<!-- - -", "<table><tr><td>", "<li>",
  ])
  func timeGrowsWithTheLengthOnly(part: String) {
    // Quadratic work over 1 MB would take minutes.
    let html = String(repeating: part, count: 1_000_000 / part.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure { _ = cleanedPage(html) }
    #expect(time < .seconds(10))
  }
}
