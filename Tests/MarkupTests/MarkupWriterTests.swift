import Testing

@testable import Markup

@Suite struct MarkupWriterTests {
  @Test func textIsEscaped() {
    #expect(Markup.text("a < b && c > \"d\"").html() == "a &lt; b &amp;&amp; c &gt; \"d\"")
  }

  @Test func attributeValuesCannotEndEarly() {
    let link = tag("a", ["href": "x\" onclick=\"y", "title": "1\n2"], "go")
    #expect(
      link.html() == "<a href=\"x&quot; onclick=&quot;y\" title=\"1&#10;2\">go</a>")
  }

  @Test func attributesKeepTheirOrderAndNilLeavesOut() {
    let missing: String? = nil
    #expect(
      tag("i", ["z": "1", "b": missing, "a": "2", "hidden": ""]).html()
        == "<i z=\"1\" a=\"2\" hidden=\"\"></i>")
  }

  @Test func laterAttributesWin() {
    let merged = (["a": "1", "b": "2"] as Attributes).merging(["b": "3", "c": "4"])
    #expect(merged == ["a": "1", "b": "3", "c": "4"])
    var removed = merged
    removed["a"] = nil
    #expect(removed == ["b": "3", "c": "4"])
  }

  @Test func controlCharactersNeverReachAPage() {
    #expect(Markup.text("a\u{0}b\u{1B}c\u{FFFF}\r").html() == "a\u{FFFD}b\u{FFFD}c\u{FFFD}&#13;")
  }

  @Test func voidElementsHaveNoEndTag() {
    #expect(
      tag("p") {
        "a"
        tag("br")
        "b"
      }.html() == "<p>a<br>b</p>")
  }

  @Test func emptyElementsKeepTheirEndTagInHTMLAndLoseItInSVG() {
    #expect(
      tag("div") {
        tag("i")
        tag("svg") { tag("g") }
      }.html()
        == "<div><i></i><svg>\n<g/>\n</svg></div>")
  }

  @Test func htmlInsideForeignObjectFollowsHTML() {
    let drawing = tag("svg") { tag("foreignObject") { tag("p") { tag("br") } } }
    #expect(
      drawing.html()
        == "<svg>\n<foreignObject>\n<p><br></p>\n</foreignObject>\n</svg>")
  }

  @Test func blocksBeginOnTheirOwnLines() {
    let list = tag("ul") {
      tag("li", "a")
      tag("li", "b")
    }
    #expect(list.html() == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")
  }

  @Test func noSpaceIsAddedBesideTextOrInPre() {
    #expect(
      tag("div") {
        "a"
        tag("p", "b")
      }.html() == "<div>a<p>b</p></div>")
    #expect(tag("pre", "\na").html() == "<pre>\n\na</pre>")
  }

  @Test func fragmentsDissolve() {
    let pieces: Markup = ["a", .empty, [tag("b", "c"), "d"]]
    #expect(tag("p", [:], [pieces]).html() == "<p>a<b>c</b>d</p>")
    #expect(pieces.plainText == "acd")
  }

  @Test func styleIsWrittenAsItIs() {
    #expect(Markup.style("a > b { }").html() == "<style>a > b { }</style>")
  }

  @Test func jsonCannotEndItsScript() {
    #expect(
      Markup.json(#"{"a":"</script>"}"#, id: "d").html()
        == #"<script type="application/json" id="d">{"a":"\u003c/script>"}</script>"#)
  }

  @Test func aPageBeginsWithItsDocumentType() {
    #expect(
      tag("html", ["lang": "en"]).htmlDocument() == "<!DOCTYPE html>\n<html lang=\"en\"></html>\n")
  }

  @Test func anSVGFileIsXML() {
    let drawing = tag("svg", ["xmlns": "http://www.w3.org/2000/svg"]) { tag("style", "a > b") }
    #expect(
      drawing.xmlDocument()
        == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<style>a &gt; b</style>\n</svg>\n")
  }

  @Test func loopsAndConditionsBuild() {
    let shown = false
    let list = tag("p") {
      for number in 1...3 { tag("b", "\(number)") }
      if shown { "hidden" } else { "!" }
    }
    #expect(list.html() == "<p><b>1</b><b>2</b><b>3</b>!</p>")
  }

  @Test func badNamesAndNestingStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = tag("p x").html() }
    await #expect(processExitsWith: .failure) { _ = tag("p", ["a\"": "b"]).html() }
    await #expect(processExitsWith: .failure) { _ = tag("br", "text").html() }
    await #expect(processExitsWith: .failure) { _ = tag("p") { tag("div") }.html() }
    await #expect(processExitsWith: .failure) { _ = tag("a") { tag("a") }.html() }
    await #expect(processExitsWith: .failure) { _ = Markup.script("'</script>'").html() }
  }
}
