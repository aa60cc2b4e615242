/// The part of the style sheet that figures need: light, dark, print.
public enum FigureStyle {
  /// Colors are custom properties, so that a page can change them; text takes the page's own color.
  public static var css: String {
    """
    :root {
    \(variables(light))
    }
    @media (prefers-color-scheme: dark) {
    :root:not([data-theme="light"]) {
    \(variables(dark))
    }
    }
    :root[data-theme="dark"] {
    \(variables(dark))
    }
    \(rules)
    \(paletteRules)
    @media print {
    :root, :root[data-theme] {
    \(variables(light))
    }
    .figure:not(:has(.film)), .film-frame { break-inside: avoid; }
    .figure-scroll { overflow: visible; }
    .figure-drawing { min-width: 0; max-width: 100%; }
    }

    """
  }

  /// Names and colors of the custom properties `--figure-…`.
  private typealias Palette = [(name: String, color: String)]

  private static func variables(_ palette: Palette) -> String {
    palette.map { "--figure-\($0.name): \($0.color);" }.joined(separator: "\n")
  }

  private static func ramp(_ name: String, from first: Int, _ colors: [String]) -> Palette {
    colors.enumerated().map { ("\(name)\($0.offset + first)", $0.element) }
  }

  private static let light: Palette =
    [
      ("ink", "#1d2424"), ("dim", "#586464"), ("paper", "#ffffff"), ("panel", "#f6f8f8"),
      ("line", "#d3dbdb"), ("edge", "#7b8888"), ("zero", "#f4f4f2"), ("learned", "#6a3fb0"),
      ("learned-fill", "#f1ebfb"), ("computed", "#00706c"), ("computed-fill", "#e6f4f2"),
      ("deleted", "#fbdcd8"), ("deleted-ink", "#8d1d12"), ("inserted", "#d6f0d9"),
      ("inserted-ink", "#0d5a20"), ("fresh", "#ffe3a3"), ("special", "#dfe3e6"),
      ("written", "#dcefed"), ("good", "#13712f"), ("bad", "#a8330f"), ("notable", "#fff3d1"),
    ] + ramp("token", from: 0, ["#d9e8fa", "#ece5f8"])
    + ramp("mark", from: 0, ["#ffe0a8", "#cfe4fb", "#d5efd0", "#fbd5e3", "#e2d9f7", "#dfe3e6"])
    + ramp("series", from: 0, ["#0068b0", "#c14a00", "#008058", "#a8407f", "#7d6500", "#4b6480"])
    + ramp(
      "q", from: 0,
      [
        "#f1f9f8", "#cee6e5", "#b1d2d1", "#94bdbd", "#79a9a9", "#5e9695", "#428282", "#236f6f",
        "#005c5d", "#004a4b",
      ])
    + ramp("lp", from: 1, ["#d6caf0", "#b6a2dd", "#977cc7", "#7956ae", "#5c2f95"])
    + ramp("ln", from: 1, ["#e7cab8", "#cfa487", "#b57e59", "#995a2b", "#7c3600"])
    + ramp("cp", from: 1, ["#bad8d5", "#8ab8b5", "#5c9995", "#287a76", "#005c58"])
    + ramp("cn", from: 1, ["#decfbb", "#c1aa8c", "#a38760", "#866535", "#694500"])

  private static let dark: Palette =
    [
      ("ink", "#e4eaea"), ("dim", "#a3b0b0"), ("paper", "#14191a"), ("panel", "#1b2223"),
      ("line", "#344040"), ("edge", "#7d8b8b"), ("zero", "#242a2b"), ("learned", "#c4a6ff"),
      ("learned-fill", "#2a2338"), ("computed", "#6fd6cd"), ("computed-fill", "#172e2d"),
      ("deleted", "#4d1f1a"), ("deleted-ink", "#ffb4a8"), ("inserted", "#173d20"),
      ("inserted-ink", "#a5ecb2"), ("fresh", "#664a00"), ("special", "#394246"),
      ("written", "#173836"), ("good", "#7edc97"), ("bad", "#ff9d79"), ("notable", "#3d3312"),
    ] + ramp("token", from: 0, ["#1f3a57", "#3a2f56"])
    + ramp("mark", from: 0, ["#5a4310", "#1f405f", "#24472a", "#5a2a40", "#3c3160", "#394246"])
    + ramp("series", from: 0, ["#69b7ff", "#ff9a5c", "#4fd0a1", "#f08cc8", "#d9be4a", "#a3bad2"])
    + ramp(
      "q", from: 0,
      [
        "#1b2424", "#213938", "#2b504d", "#366663", "#437e7a", "#529692", "#61afaa", "#71c9c3",
        "#82e3dd", "#93fef7",
      ])
    + ramp("lp", from: 1, ["#493e5d", "#6c5a8d", "#9178bf", "#b897f2", "#e1b9ff"])
    + ramp("ln", from: 1, ["#563f2f", "#815b42", "#ae7a57", "#dc9b6e", "#ffbd87"])
    + ramp("cp", from: 1, ["#304a48", "#436e6b", "#599490", "#71bbb6", "#8be3dd"])
    + ramp("cn", from: 1, ["#4f4231", "#756146", "#9d825d", "#c7a577", "#f2ca92"])

  /// Classes that are filled with the color of their own name.
  private static var paletteRules: String {
    var names = (0..<HeatMap.stepCount).map { "q\($0)" }
    for side in ["lp", "ln", "cp", "cn"] { names += (1...5).map { side + String($0) } }
    names += ["zero"]
    var rules = names.map { ".figure-drawing .\($0) { color: var(--figure-\($0)); }" }
    for index in 0..<Role.seriesCount {
      let color = "var(--figure-series\(index))"
      rules.append(".figure-drawing .bar.series\(index) { fill: \(color); }")
      rules.append(".figure-drawing .marker.series\(index) { fill: \(color); }")
      let dashes = ["", "7 4", "2 3", "9 3 2 3", "12 4", "4 4"][index]
      let dash = dashes.isEmpty ? "" : " stroke-dasharray: \(dashes);"
      rules.append(".figure-drawing .line.series\(index) { stroke: \(color);\(dash) }")
    }
    for index in 0..<Role.markCount {
      rules.append(".figure-drawing .box.mark\(index) { fill: var(--figure-mark\(index)); }")
    }
    return rules.joined(separator: "\n")
  }

  /// Rows of a table as paragraphs.
  private static func stacked(_ name: String) -> String {
    """
    .\(name), .\(name) :is(tbody, tr) { display: block; }
    .\(name) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .\(name) tr { padding: 0.5em 0; border-bottom: 1px solid var(--figure-line); }
    .\(name) td { display: block; border: 0; padding: 0.1em 0 0.1em 1em; overflow-wrap: anywhere; }
    .\(name) td.number { display: inline-block; text-align: start; white-space: pre-wrap; }
    .\(name) td.number:first-child { display: block; }
    .\(name) td:first-child { padding-inline-start: 0; font-weight: 600; }
    .\(name) td[data-title]::before { content: attr(data-title) ": "; color: var(--figure-dim); }
    .\(name) td:first-child:not(.number)::before { content: none; }
    .\(name) td:lang(ja)[data-title]::before { content: attr(data-title) "："; }
    .\(name) td:first-child:not(.number):lang(ja)::before { content: none; }
    .\(name) td:empty { display: none; }
    """
  }

  private static let rules = """
    .figure { margin: 1.5em 0; container-type: inline-size; color: var(--figure-ink); }
    .figure-title { font-weight: 600; margin: 0 0 0.6em; }
    .figure-description, .figure-caption { margin: 0.5em 0; font-size: 0.9em; color: var(--figure-dim); }
    .figure-caption { color: inherit; }
    .film { list-style: none; margin: 0; padding: 0; }
    .film-frame { margin: 0 0 1.75em; scroll-margin-top: 1em; }
    .film-frame p { margin: 0 0 0.4em; }
    .film-title { font-weight: 600; }
    .film-place { font-variant-numeric: tabular-nums; color: var(--figure-dim); margin-inline-end: 0.5em; }
    .film-name { overflow-wrap: anywhere; }
    .film-sentence, .film-check { font-size: 0.9em; overflow-wrap: anywhere; }
    .film-check { color: var(--figure-dim); }
    .film-links { font-size: 0.9em; color: var(--figure-dim); }
    .film-links a { display: inline-block; padding: 0.15em 0.3em; }
    .figure-scroll { overflow-x: auto; max-width: 100%; padding: 2px; }
    .figure-narrow { display: none; }
    @container (max-width: 671px) {
    .figure-wide { display: none; }
    .figure-narrow { display: block; }
    }
    .figure details { font-size: 0.9em; }
    .figure summary { cursor: pointer; padding: 0.4em 0; }
    .figure-table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    .figure-table th, .figure-table td { padding: 0.2em 0.9em 0.2em 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--figure-line); white-space: pre-wrap; overflow-wrap: break-word; min-width: 4ch; }
    .figure-table .number { text-align: end; }
    .figure-table td.number { white-space: nowrap; }
    .figure-scroll > .figure-table { font-size: 0.85em; }
    @container (min-width: 960px) {
    .figure-scroll > .figure-table { font-size: 1em; }
    }
    @container (max-width: 671px) {
    \(stacked("figure-stacks-narrow"))
    }
    @container (max-width: 829px) {
    \(stacked("figure-stacks-middle"))
    }
    \(stacked("figure-stacks"))
    .figure-table td:last-child, .figure-table th:last-child { padding-inline-end: 0.2em; }
    .figure-table .notable { background: var(--figure-notable); }
    .figure-table .in-good { color: var(--figure-good); font-weight: 700; }
    .figure-table .in-bad { color: var(--figure-bad); font-weight: 700; }
    .figure-tape { border-collapse: collapse; width: 100%; max-width: 40em; font-size: 0.8em; }
    .figure-tape :is(td, code) { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "BIZ UDGothic", "Noto Sans Mono CJK JP", monospace; }
    .figure-tape th { text-align: start; padding: 1em 0 0.3em; }
    .figure-tape code { display: block; font-weight: 400; font-size: 1em; color: var(--figure-dim); background: none; padding: 0 0 0 1em; text-indent: -1em; }
    .figure-tape td { vertical-align: bottom; padding: 0.1em 0 0.1em 1em; text-indent: -1em; }
    .figure-tape td:last-child { text-align: end; white-space: nowrap; font-weight: 600; }
    .figure-drawing { display: block; width: 100%; min-width: calc(var(--drawn) * 1px); max-width: calc(var(--drawn) * 1.65px); height: auto; font: 13px/1 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", sans-serif; font-variant-numeric: tabular-nums; overflow: visible; }
    .figure-drawing:lang(ja) { font-family: -apple-system, "Hiragino Sans", "BIZ UDPGothic", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", system-ui, sans-serif; }
    .figure-drawing text { fill: var(--figure-ink); white-space: pre; }
    .figure-drawing .small { font-size: 12px; }
    .figure-drawing .strong { font-weight: 600; }
    .figure-drawing .dim, .figure-drawing .in-dim, .figure-drawing .in-cut { fill: var(--figure-dim); }
    .figure-drawing .sign { font-size: 16px; }
    .figure-drawing .fixed { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "BIZ UDGothic", "Noto Sans Mono CJK JP", monospace; }
    .figure-drawing .token-text { font-size: 14px; }
    .figure-drawing .cell { stroke: currentColor; fill: none; }
    .figure-drawing .swatch { fill: currentColor; }
    .figure-drawing .over { fill: var(--figure-paper); }
    .figure-drawing .halo { paint-order: stroke; stroke: var(--figure-paper); stroke-width: 3px; stroke-linejoin: round; }
    .figure-drawing .grid { stroke: var(--figure-line); stroke-width: 1; fill: none; }
    .figure-drawing .axis { stroke: var(--figure-edge); stroke-width: 1; fill: none; }
    .figure-drawing .reference { stroke: var(--figure-dim); stroke-width: 1; stroke-dasharray: 5 4; fill: none; }
    .figure-drawing .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
    .figure-drawing .frame:not([fill]) { fill: none; }
    .figure-drawing .frame { stroke: var(--figure-edge); stroke-width: 1; }
    .figure-drawing .masked { fill: none; stroke: var(--figure-edge); stroke-width: 1; }
    .figure-drawing .hatch { fill: none; stroke: var(--figure-paper); stroke-width: 1.4; }
    .figure-drawing .arrow { fill: none; stroke: var(--figure-dim); stroke-width: 1.3; }
    .figure-drawing .arrow.reply { stroke-dasharray: 5 4; }
    .figure-drawing .paper { fill: var(--figure-panel); stroke: var(--figure-line); }
    .figure-drawing .notable { fill: var(--figure-notable); }
    .figure-drawing .box.plain { fill: var(--figure-panel); stroke: var(--figure-line); }
    .figure-drawing .box.strong { fill: var(--figure-panel); stroke: var(--figure-edge); }
    .figure-drawing .box.token0 { fill: var(--figure-token0); }
    .figure-drawing .box.token1 { fill: var(--figure-token1); }
    .figure-drawing path.box { stroke-width: 4; stroke-linejoin: round; }
    .figure-drawing path.box.token0 { stroke: var(--figure-token0); }
    .figure-drawing path.box.token1 { stroke: var(--figure-token1); }
    .figure-drawing .box rect { rx: 4px; }
    .figure-drawing .box.special { fill: var(--figure-special); stroke: var(--figure-edge); stroke-dasharray: 3 2; }
    .figure-drawing .box.fresh { fill: var(--figure-fresh); stroke: var(--figure-ink); stroke-width: 2; }
    .figure-drawing .box.next { fill: none; stroke: var(--figure-ink); stroke-width: 1.5; stroke-dasharray: 4 2; }
    .figure-drawing .box.later { fill: none; stroke: var(--figure-edge); stroke-dasharray: 2 3; }
    .figure-drawing .box.deleted { fill: var(--figure-deleted); }
    .figure-drawing .box.inserted { fill: var(--figure-inserted); }
    .figure-drawing .box.written { fill: var(--figure-written); }
    .figure-drawing .in-deleted { fill: var(--figure-deleted-ink); }
    .figure-drawing .in-inserted { fill: var(--figure-inserted-ink); font-weight: 600; }
    .figure-drawing .strike { stroke: var(--figure-deleted-ink); fill: none; }
    .figure-drawing .underline { stroke: var(--figure-inserted-ink); fill: none; }
    .figure-drawing .pointed { fill: none; stroke: var(--figure-ink); stroke-width: 2.5; paint-order: stroke; }
    .figure-drawing .end { stroke: var(--figure-ink); stroke-width: 3; fill: none; }
    .figure-drawing .edge { stroke: var(--figure-edge); stroke-width: 2; fill: none; }
    .figure-drawing .in-good { fill: var(--figure-good); font-weight: 700; }
    .figure-drawing .in-bad { fill: var(--figure-bad); font-weight: 700; }
    .figure-drawing .bar.learned, .figure-drawing .marker.learned { fill: var(--figure-learned); }
    .figure-drawing .bar.computed, .figure-drawing .marker.computed { fill: var(--figure-computed); }
    .figure-drawing .bar.chosen { fill: var(--figure-ink); }
    .figure-drawing .bar.plain { fill: var(--figure-dim); }
    .figure-drawing .bar.good { fill: var(--figure-good); }
    .figure-drawing .bar.bad { fill: var(--figure-bad); }
    .figure-drawing .bar.cut { fill: none; stroke: var(--figure-edge); stroke-dasharray: 3 2; }
    .figure-drawing .stream { stroke: var(--figure-computed); stroke-width: 5; fill: none; opacity: 0.55; }
    .figure-drawing .stream.ahead { stroke-width: 2; }
    .figure-drawing .sum.lit { fill: var(--figure-fresh); stroke: var(--figure-ink); stroke-width: 2; }
    .figure-drawing .here { fill: var(--figure-fresh); stroke: var(--figure-ink); }
    .figure-drawing .stream-end, .figure-drawing .tap { fill: var(--figure-computed); }
    .figure-drawing .sum { fill: var(--figure-paper); stroke: var(--figure-computed); stroke-width: 1.5; }
    .figure-drawing .sum-sign { stroke: var(--figure-computed); stroke-width: 1.8; fill: none; }
    .figure-drawing .part { fill: var(--figure-panel); stroke: var(--figure-edge); }
    .figure-drawing .part.lit { fill: var(--figure-computed-fill); stroke: var(--figure-computed); stroke-width: 2; }
    .figure-drawing .part.behind { fill: var(--figure-paper); }
    .figure-drawing .part.learned { fill: var(--figure-learned-fill); stroke: var(--figure-learned); stroke-width: 1.5; }
    .figure-drawing .part.shared { fill: none; stroke: var(--figure-learned); stroke-width: 1.5; stroke-dasharray: 5 3; }
    .figure-drawing .part.good { stroke: var(--figure-good); stroke-width: 2; }
    .figure-drawing .part.bad { stroke: var(--figure-bad); stroke-width: 1.5; stroke-dasharray: 5 3; }
    .figure-drawing .part.frame { fill: var(--figure-paper); }
    .figure-drawing .part.computed { fill: var(--figure-computed-fill); stroke: var(--figure-computed); stroke-width: 1.5; }
    @media (forced-colors: active) {
    .figure-drawing { forced-color-adjust: none; background: var(--figure-paper); }
    }
    """
}
