/// How a film looks whose words stand beside its drawings on a wide screen; on a narrow one the drawing comes
/// first.
enum StageStyle {
  static let css = """
    .film[data-words="beside"] > .film-frame { display: flex; flex-direction: column; }
    .film[data-words="beside"] .film-title { order: -2; }
    .film[data-words="beside"] > .film-frame > .figure-scroll { order: -1; margin-bottom: .8rem; }
    @container (min-width: 820px) {
      .film[data-words="beside"] > .film-frame { display: grid; column-gap: 1.5rem;
        grid-template-columns: minmax(546px, 2fr) minmax(0, 1fr);
        grid-template-rows: auto auto auto 1fr; align-items: start; }
      .film[data-words="beside"] > .film-frame > .figure-scroll { grid-column: 1; grid-row: 1 / 5;
        margin: 0; min-width: 0; }
      .film[data-words="beside"] > .film-frame > p { grid-column: 2; }
      .film[data-words="beside"] .film-title { font-size: 1.15em; }
    }
    @media print {
      .film[data-words="beside"] > .film-frame { display: block; }
    }
    """
}
