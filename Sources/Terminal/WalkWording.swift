import Charts
import Names
import Record

/// What the walk says around lessons.
struct WalkWording {
  var lessons: String
  var map: String
  var quiz: String
  var hint: String
  var hintKey: String
  var right: String
  var notQuite: String
  var answerKeys: String
  var missingFigure: String
  var figure: String
  var more: String
  var next: String
  var back: String
  var language: String
  var list: String
  var quit: String
  var choose: String
  var open: String
  var close: String
  var theEnd: String
  var mapHelp: String
  /// What is said of a station without a lesson.
  var noLesson: String
  var keys: String
  var keysTitle: String
  var anyKey: String
  /// Each key, or keys that do the same, with what they do.
  var keyHelp: [(key: String, meaning: String)]
  var equations: (Int) -> String
  /// The keys that step through a film, and the frame that is shown.
  var frame: (_ place: Int, _ count: Int) -> String
  var minutes: (Int) -> String

  static func of(_ language: Language) -> WalkWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static var english: WalkWording {
    WalkWording(
      lessons: "Lessons", map: "Map of the two flows", quiz: "Try it yourself", hint: "Hint",
      hintKey: "h shows a hint", right: "Right.", notQuite: "Not quite.",
      answerKeys: "press a letter to answer",
      missingFigure: "This run recorded nothing for this figure.", figure: "Figure",
      more: "↓ more", next: "space next", back: "p back", language: "l 日本語", list: "t lessons",
      quit: "q quit", choose: "↑↓ choose", open: "enter open", close: "m close",
      theEnd: "This was the last step. q leaves the walk.",
      mapHelp: "A letter leads to the lessons of that station. ◂ is where you are.",
      noLesson: "No lesson begins there.", keys: "? keys", keysTitle: "What the keys do",
      anyKey: "any other key goes back",
      keyHelp: [
        ("space, enter", "further down, then to the next step; in the list and on the map: open"),
        ("→ ←", "through the frames of a film; where none is: next and previous step"),
        ("n p", "next and previous step"),
        ("↑ ↓, j k", "a line up or down; in the list and on the map (arrows only): choose"),
        ("PgUp PgDn", "a window up or down"),
        ("Home End", "to the first and to the last line"),
        ("a b c, 1 2 3", "an answer; on the map: a station"),
        ("h", "a hint"),
        ("m", "the map of both flows"),
        ("t, Esc", "the list of lessons"),
        ("l", "the same in Japanese"),
        ("Ctrl-Z", "pause; fg in the shell goes on"),
        ("q, Ctrl-C", "leave"),
      ],
      equations: { "\($0) equations hold in this recording: nakami check shows them." },
      frame: { "←→ frame \($0)/\($1)" }, minutes: { "\($0) min" })
  }

  private static var japanese: WalkWording {
    WalkWording(
      lessons: "レッスン", map: "二つの流れの地図", quiz: "考えてみよう", hint: "ヒント",
      hintKey: "hでヒント", right: "正解です。", notQuite: "そうではありません。",
      answerKeys: "a・b・cのキーで答える",
      missingFigure: "今回の実行では、この図にあたる記録がありません。", figure: "図",
      more: "↓ 続き", next: "スペース 次へ", back: "p 前へ", language: "l English", list: "t 一覧",
      quit: "q 終了", choose: "↑↓ 選ぶ", open: "Enter 開く", close: "m 閉じる",
      theEnd: "最後のステップです。qで終了します。",
      mapHelp: "文字キーを押すと、その箱のレッスンへ進みます。◂が今いる所です。",
      noLesson: "そこから始まるレッスンはありません。", keys: "? キー", keysTitle: "キーの使い方",
      anyKey: "ほかのキーで戻る",
      keyHelp: [
        ("スペース、Enter", "下へ進み、終わりまで来たら次のステップへ。一覧と地図では開く"),
        ("→ ←", "こまを送る、戻す。こまのない所では、次と前のステップ"),
        ("n p", "次と前のステップ"),
        ("↑ ↓、j k", "1行ずつ上下に動く。一覧と地図（矢印だけ）では選ぶ"),
        ("PgUp PgDn", "1画面ずつ上下に動く"),
        ("Home End", "最初の行、最後の行"),
        ("a b c、1 2 3", "問いに答える。地図では箱を選ぶ"),
        ("h", "ヒント"),
        ("m", "二つの流れの地図"),
        ("t、Esc", "レッスンの一覧"),
        ("l", "同じ所を英語で読む"),
        ("Ctrl-Z", "中断する。シェルでfgと打つと続きから"),
        ("q、Ctrl-C", "終了する"),
      ],
      equations: { "この記録では等式が\($0)個成り立っています（nakami checkで見られます）。" },
      frame: { "←→ こま \($0)/\($1)" }, minutes: { "\($0)分" })
  }
}
