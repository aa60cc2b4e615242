import Charts

/// The look of the pages; figures bring their own rules.
enum Stylesheet {
  /// Of pages with figures.
  static let whole = css + "\n" + FigureStyle.css

  static let css = [
    base, frame, reading, map, listing, FilmScript.css, StageStyle.css, media,
  ].joined(separator: "\n")

  /// Colors and letters. Every pair of text and ground has a contrast of at least 4.5 : 1.
  private static let base = """
    :root {
      color-scheme: light dark;
      --ground: #fbfaf6; --surface: #ffffff; --sunken: #f1efe8; --line: #d9d5c9;
      --ink: #1d2b30; --soft: #53646a; --accent: #0b6b74; --accent-ink: #ffffff;
      --focus: #b45309; --good: #1b6e3c; --bad: #a4343a;
      --data: #2f5f9e; --data-ground: #eaf1fa; --program: #58606b; --program-ground: #eff1f3;
      --parameters: #8a5a00; --parameters-ground: #fbf1dc; --model: #0b6b74;
      --shadow: 0 1px 2px rgb(29 43 48 / 8%), 0 6px 20px rgb(29 43 48 / 6%);
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #12191c; --surface: #1a2327; --sunken: #0d1315; --line: #34434a;
        --ink: #e6ecec; --soft: #a5b5ba; --accent: #6cc9d1; --accent-ink: #08272b;
        --focus: #fbbf24; --good: #7fd6a0; --bad: #f5a3a3;
        --data: #9cc3f2; --data-ground: #1b2a3d; --program: #c0c8d0; --program-ground: #262e34;
        --parameters: #ecc27a; --parameters-ground: #33290f; --model: #6cc9d1;
        --shadow: none;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
    body {
      margin: 0; background: var(--ground); color: var(--ink);
      font: 1.0625rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      overflow-wrap: break-word;
    }
    html:lang(ja) body, :where([lang="ja"]) {
      font-family: -apple-system, "Hiragino Sans", "BIZ UDPGothic", Meiryo, "Noto Sans JP",
        "Noto Sans CJK JP", system-ui, sans-serif;
    }
    html:lang(ja) :is(.meta, .eyebrow) { word-break: keep-all; }
    html:lang(ja) body { line-height: 1.85; line-break: strict; }
    a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .07em; }
    a:hover { text-decoration-thickness: .14em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 3px; }
    main:focus { outline: none; }
    h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
    html:lang(ja) :is(h1, h2, h3) { line-height: 1.45; }
    html:lang(ja) :is(h1, h2, h3, .lead, .figure-title, th, td) { word-break: auto-phrase; }
    h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); font-weight: 650; margin: 0 0 1rem;
      letter-spacing: -.012em; }
    h2 { font-size: 1.4rem; font-weight: 650; margin: 0 0 .75rem; }
    h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
    p { margin: 0 0 1rem; }
    p, li, dd, td, figcaption { text-wrap: pretty; }
    """

  private static let frame = """
    .skip { position: absolute; left: .5rem; top: -4rem; background: var(--accent);
      color: var(--accent-ink); padding: .6rem 1rem; border-radius: 0 0 .5rem .5rem; z-index: 2; }
    .skip:focus { top: 0; }
    .site-header, .crumbs, .columns, .neighbours, .site-footer {
      max-width: 94rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
    .page-wide .site-header, .page-wide .crumbs, .page-wide .columns, .page-wide .site-footer {
      max-width: 70rem; }
    .site-header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem clamp(.8rem, 3vw, 1.5rem);
      padding-block: 1rem; }
    .brand { font-weight: 700; font-size: 1.15rem; color: var(--ink); text-decoration: none;
      padding-block: .35rem; }
    .brand span { color: var(--soft); font-weight: 500; }
    .site-header nav ul { display: flex; gap: clamp(.8rem, 3vw, 1.25rem); list-style: none; margin: 0; padding: 0; }
    .site-header nav a, .language { display: inline-block; padding-block: .35rem;
      text-decoration: none; }
    .site-header nav a[aria-current] { color: var(--ink); font-weight: 650;
      box-shadow: inset 0 -2px var(--accent); }
    .language { margin-left: auto; }
    .crumbs ol { display: flex; flex-wrap: wrap; list-style: none; margin: 0; padding: 0;
      font-size: .9rem; color: var(--soft);
      align-items: baseline; }
    .crumbs li + li::before { content: "›"; margin-inline: .6rem; }
    .crumbs a { display: inline-block; padding-block: .2rem; }
    .columns { padding-block: clamp(1.5rem, 4vw, 3rem); }
    .page-station .columns { display: grid; gap: 2rem 3.5rem; grid-template-columns: minmax(0, 1fr); }
    .place { font-size: .92rem; }
    .place-stage { color: var(--soft); margin: 0 0 .4rem; font-size: .85rem; }
    .place-here { margin: .5rem 0 0; }
    .place-here span { color: var(--soft); }
    .place svg { display: block; max-width: 100%; height: auto; margin-bottom: .6rem; }
    .place-parts ol { margin: 0; padding-left: 1.4rem; }
    .place-parts li { padding-block: .2rem; }
    .place-parts { margin-top: 1.5rem; }
    .place-parts ol { scroll-target-group: auto; }
    .place-parts a { text-decoration: none; }
    .place-parts a:hover { text-decoration: underline; }
    .place-parts a:target-current { color: var(--ink); font-weight: 650; }
    .neighbours { display: flex; flex-wrap: wrap; gap: 1rem; padding-block: 1rem 2rem; }
    .neighbours a { flex: 1 1 14rem; display: block; padding: .9rem 1.2rem; border-radius: .75rem;
      background: var(--surface); border: 1px solid var(--line); text-decoration: none; }
    .neighbours a:hover { border-color: var(--accent); }
    .neighbours .next { text-align: right; margin-left: auto; }
    .neighbours .direction { display: block; font-size: .85rem; color: var(--soft); }
    .neighbours .prev .direction::before { content: "← "; }
    .neighbours .next .direction::after { content: " →"; }
    .neighbours .name { font-weight: 600; }
    .site-footer { border-top: 1px solid var(--line); padding-block: 1.25rem 2.5rem;
      color: var(--soft); font-size: .85rem; }
    .site-footer p { margin: 0; }
    """

  private static let reading = """
    .eyebrow { color: var(--soft); font-size: .9rem; margin-bottom: .6rem; }
    .lead { font-size: 1.2rem; color: var(--soft); margin-bottom: 2rem; max-width: 42rem; }
    .page-station main { min-width: 0; }
    .page-station :is(main, .step) > :not(.shown, .step) { max-width: 47rem; }
    .step { padding-top: 2.5rem; margin-top: 2.5rem; border-top: 1px solid var(--line);
      scroll-margin-top: 1rem; }
    .step > ul, .step > ol { padding-left: 1.4rem; }
    li { margin-bottom: .35rem; }
    code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas,
      "DejaVu Sans Mono", "BIZ UDGothic", "Noto Sans Mono CJK JP", monospace; font-size: .92em; }
    :not(pre) > code { background: var(--sunken); border-radius: .3rem; padding: .1em .35em; }
    pre { background: var(--sunken); border-radius: .6rem; padding: 1rem 1.2rem; overflow-x: auto;
      line-height: 1.6; margin: 0 0 1.25rem; }
    .formula { margin: 0 0 1.25rem; padding: .7rem 1.1rem; background: var(--sunken);
      border-radius: .6rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    .formula code { background: none; padding: 0; font-size: 1rem; }
    blockquote { margin: 0 0 1.25rem; padding: .1rem 0 .1rem 1.1rem;
      border-left: 4px solid var(--accent); color: var(--soft); }
    .scroll { overflow-x: auto; margin-bottom: 1.25rem; }
    .scroll table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    .scroll th, .scroll td { padding: .4rem .9rem .4rem 0; text-align: left;
      border-bottom: 1px solid var(--line); vertical-align: top; }
    .scroll th { color: var(--soft); font-weight: 600; font-size: .9rem; }
    .scroll .number { text-align: right; }
    .scroll .center { text-align: center; }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
    .shown { margin: 1.75rem 0; background: var(--figure-paper); border: 1px solid var(--line);
      border-radius: .9rem; padding: 1.1rem clamp(.5rem, 2vw, 1.1rem); box-shadow: var(--shadow); }
    .shown figure { margin: 0; }
    .shown .caption { margin: .9rem 0 0; padding-top: .8rem; border-top: 1px solid var(--line);
      font-size: .95rem; }
    .missing { color: var(--soft); }
    dfn { font-style: normal; cursor: help; text-decoration: underline dotted var(--accent);
      text-underline-offset: .22em; text-decoration-thickness: .1em; }
    :is(p, li):has(dfn) { position: relative; }
    .meaning { display: none; position: absolute; left: 0; right: 0; z-index: 3; max-width: 34rem;
      padding: .6rem .9rem; background: var(--surface); color: var(--ink); border: 1px solid var(--soft);
      border-radius: .6rem; box-shadow: var(--shadow); font-size: .95rem; font-weight: 400; }
    dfn:is(:hover, :focus) + .meaning, .meaning:hover { display: block; }
    .quiz { margin: 2rem 0 1rem; background: var(--sunken); border-radius: .9rem;
      padding: 1.2rem 1.3rem .6rem; }
    .quiz-label { font-size: .85rem; font-weight: 650; color: var(--accent);
      margin-bottom: .4rem; }
    .answers { list-style: none; margin: 1rem 0; padding: 0; }
    .answers details, .hint { background: var(--surface); border: 1px solid var(--line);
      border-radius: .6rem; margin-bottom: .5rem; }
    .answers summary, .hint summary { padding: .65rem 1rem; cursor: pointer; }
    .answers details > :not(summary), .hint > :not(summary) { margin: 0 1rem .8rem; }
    .answers details[open].right { border-color: var(--good); box-shadow: inset 4px 0 var(--good); }
    .answers details[open].wrong { border-color: var(--bad); box-shadow: inset 4px 0 var(--bad); }
    .answers .verdict { font-weight: 650; }
    .answers .right .verdict { color: var(--good); }
    .answers .right .verdict::before { content: "✓ "; }
    .answers .wrong .verdict { color: var(--bad); }
    .answers .wrong .verdict::before { content: "✗ "; }
    .hint blockquote { border: 0; padding: 0; }
    """

  private static let map = """
    .chart { margin-block: 2.5rem 1rem; }
    .chart svg { display: block; max-width: 100%; height: auto; }
    .flow text { font: 600 15px system-ui, -apple-system, "Segoe UI", "Hiragino Sans",
      "Noto Sans JP", "Noto Sans CJK JP", sans-serif; fill: var(--ink); }
    .flow-edges text { font-weight: 500; font-size: 14px; fill: var(--soft); }
    .flow-edge path, .flow-part path, .flow-feedback path { fill: none; stroke: var(--soft);
      stroke-width: 2; }
    .flow path.flow-head { fill: var(--soft); stroke: none; }
    .flow-part circle { fill: var(--ground); stroke: var(--soft); stroke-width: 2; }
    .flow-feedback path { stroke-dasharray: 5 5; }
    .flow-node { text-decoration: none; outline-offset: 4px; }
    .flow-node rect, .flow-node polygon { stroke-width: 2; }
    .flow-data rect { fill: var(--data-ground); stroke: var(--data); }
    .flow-program rect { fill: var(--program-ground); stroke: var(--program); }
    .flow-parameters rect { fill: var(--parameters-ground); stroke: var(--parameters); }
    .flow-model polygon { fill: var(--model); stroke: var(--model); }
    .flow-model text { fill: var(--accent-ink); }
    .flow-pill rect { fill: var(--ground); stroke: var(--soft); stroke-dasharray: 5 4; }
    .flow-node:hover rect, .flow-node:hover polygon { stroke: var(--ink); stroke-width: 3; }
    .flow-node:focus-visible { outline: none; }
    .flow-node:focus-visible rect, .flow-node:focus-visible polygon { stroke: var(--focus);
      stroke-width: 4; }
    .flow-small rect, .flow-small polygon { stroke-width: 1.5; }
    .flow-small path, .flow-small circle { stroke-width: 1.5; }
    .flow-small .flow-feedback path { stroke-dasharray: 3 3; }
    .flow-small [aria-current] rect, .flow-small [aria-current] polygon { fill: var(--ink);
      stroke: var(--ink); stroke-dasharray: none; }
    .chart .flow-vertical { display: none; }
    .exchange { display: grid; gap: .25rem; max-width: 42rem; margin: 0 0 1rem; padding: 1.1rem 1.4rem;
      background: var(--surface); border: 1px solid var(--line); border-radius: .9rem;
      box-shadow: var(--shadow); }
    .exchange dt { font-size: .85rem; color: var(--soft); }
    .exchange dd { margin: 0 0 .5rem; font-size: 1.2rem; }
    .exchange dd p { margin: .5rem 0 0; font-size: .95rem; }
    .exchange .answer { color: var(--accent); font-weight: 600; }
    .door { max-width: 42rem; color: var(--soft); margin-top: 1rem; }
    @media (max-width: 46rem) {
      .chart .flow-horizontal { display: none; }
      .chart .flow-vertical { display: block; margin-inline: auto; }
    }
    """

  private static let listing = """
    .stations { margin-top: 4rem; }
    .stations > ol { list-style: none; padding: 0; margin: 0; display: grid; gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
    .station { background: var(--surface); border: 1px solid var(--line); border-radius: .9rem;
      padding: 1.1rem 1.25rem; border-top: 4px solid var(--program); margin: 0; }
    .station-data { border-top-color: var(--data); }
    .station-parameters { border-top-color: var(--parameters); }
    .station-model { border-top-color: var(--model); }
    .station h3 { margin: 0 0 .4rem; }
    .station p { margin: 0 0 .5rem; font-size: .97rem; color: var(--soft); }
    .station ul { margin: 0; padding-left: 1.2rem; font-size: .95rem; }
    .routes { display: grid; gap: 1rem 2.5rem; margin-bottom: 3rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
    .routes h2 { font-size: 1.1rem; margin-bottom: .4rem; }
    .routes ol { margin: 0; padding-left: 1.4rem; }
    .lesson-stage { margin-top: 2.5rem; }
    .lesson-stage h3 { margin: 2rem 0 .75rem; color: var(--soft); font-size: 1rem; }
    .lesson-list { list-style: none; padding: 0; margin: 0; max-width: 48rem; }
    .lesson-list > li { padding: 1rem 0 1rem 1.1rem; border-left: 4px solid var(--program);
      margin-bottom: 1.1rem; }
    .lesson-list > .station-data { border-left-color: var(--data); }
    .lesson-list > .station-parameters { border-left-color: var(--parameters); }
    .lesson-list > .station-model { border-left-color: var(--model); }
    .lesson-list > li > a { font-weight: 650; font-size: 1.1rem; }
    .lesson-list p { margin: .2rem 0 0; }
    .lesson-list .meta { color: var(--soft); font-size: .9rem; }
    .lessons-here { margin-top: 3rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
    .proof { max-width: 42rem; color: var(--soft); font-size: .95rem; }
    .proof p { margin: .2rem 0; }
    .proof code { white-space: nowrap; }
    .diagrams { margin-top: 2.5rem; color: var(--soft); font-size: .9rem; }
    .page-welcome main { min-height: 100vh; display: flex; flex-direction: column; gap: 1.25rem;
      align-items: stretch; justify-content: center; max-width: 34rem; margin: 0 auto;
      padding: 2rem 1.25rem; }
    .page-welcome h1 { text-align: center; }
    .page-welcome h1 span { color: var(--soft); font-weight: 400; }
    .choice { display: block; background: var(--surface); border: 2px solid var(--line);
      border-radius: 1rem; padding: 1.4rem 1.6rem; text-decoration: none;
      box-shadow: var(--shadow); }
    .choice:hover { border-color: var(--accent); }
    .choice-name { display: block; font-size: 1.5rem; font-weight: 650; }
    .choice-line { color: var(--soft); }
    """

  private static let media = """
    @media (min-width: 68rem) {
      .page-station .columns { grid-template-columns: minmax(0, 72rem) minmax(15rem, 18rem);
        justify-content: space-between; }
      .place { grid-column: 2; grid-row: 1; align-self: start; position: sticky; top: 1.5rem;
        max-height: calc(100vh - 3rem); overflow-y: auto; padding: 3px; }
      .page-station main { grid-column: 1; grid-row: 1; }
    }
    @media (max-width: 67.99rem) {
      .place-parts { display: none; }
    }
    /* On a telephone the title comes first, so the map is no higher than a few lines. */
    @media (max-width: 46rem) {
      .page-station .columns { padding-block: 1rem; gap: 1.25rem; }
      .place-map { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; }
      .place-map .place-stage { display: none; }
      .place svg { height: 3.75rem; width: auto; margin: 0; }
      .place-here { margin: 0; }
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    @media print {
      :root { color-scheme: light; --ground: #fff; --surface: #fff; --shadow: none; }
      body { font-size: 10.5pt; }
      .skip, .meaning, .site-header nav, .language, .crumbs, .neighbours, .place-parts { display: none; }
      .page-station .columns { display: block; }
      .place { margin-bottom: 1.5rem; }
      .shown, .quiz, .answers li, .station { break-inside: avoid; }
      details::details-content { content-visibility: visible; display: block; }
      h2, h3 { break-after: avoid; }
      a { color: inherit; }
    }
    """
}
