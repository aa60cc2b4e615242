import Diagrams
import Names
import Record

/// What the pages say around lessons and figures.
struct SiteWording {
  var skip: String
  var map: String
  var lessons: String
  var mainNavigation: String
  var breadcrumbs: String
  var otherLanguage: String
  var whereOnTheFlow: String
  var youAreHere: String
  var onThisPage: String
  var previous: String
  var next: String
  var previousAndNext: String
  var quiz: String
  var hint: String
  var right: String
  var notQuite: String
  var missingFigure: String
  var mapTitle: String
  var mapLead: String
  var door: String
  var nodeList: String
  var lessonsHere: String
  var noLessonsHere: String
  var lessonListLead: String
  var feedbackNote: String
  var asked: String
  var answered: String
  /// The same for a text that the model went on with.
  var begun: String
  var continued: String
  var howSo: String
  var silence: String
  var footer: (_ preset: String, _ seed: UInt64) -> String
  var importedFooter: (_ name: String) -> String
  var recordedFooter: (_ name: String) -> String
  var equationsHold: (Int) -> String
  var recomputeOne: String
  var seeEquations: String
  /// For a run that lies elsewhere.
  var elsewhere: String
  var diagrams: String
  var minutes: (Int) -> String
  var stepCount: (Int) -> String
  /// A choice of lessons for whoever has that many minutes.
  var route: (_ minutes: Int) -> String
  var shortPath: (_ lessons: Int, _ minutes: Int) -> String
  var longPath: String
  var longPathLine: (_ lessons: Int, _ minutes: Int) -> String
  /// To the next lesson of the short path.
  var onward: String
  var lessonList: String
  var present: String
  var leave: String
  var showAnswers: String
  var hideAnswers: String
  var notes: String
  var notesLead: String
  /// Before the title of the step that comes after.
  var notesThen: String
  /// Before the names of the formats.
  var save: String
  var saveFailed: String
  var stageTitle: (_ stage: String, _ lessons: Int, _ minutes: Int) -> String

  static func of(_ language: Language) -> SiteWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static var english: SiteWording {
    SiteWording(
      skip: "Skip to the content", map: "Map", lessons: "Lessons", mainNavigation: "Site",
      breadcrumbs: "Where you are", otherLanguage: "日本語",
      whereOnTheFlow: "Place on the flow", youAreHere: "You are here: ",
      onThisPage: "On this page", previous: "Back", next: "Next",
      previousAndNext: "Back and next", quiz: "Try it yourself", hint: "A hint",
      right: "Right.", notQuite: "Not quite.",
      missingFigure: "This run recorded nothing for this figure.",
      mapTitle: "What is inside a language model?",
      mapLead: """
        Two flows tell the whole story: how a model comes to be, and how it is used. Everything on \
        these pages was recorded from one real run on one small computer. Choose any box to look \
        inside.
        """,
      door: """
        The hexagon is the same trained model in both charts. It is the door from learning to use.
        """,
      nodeList: "The stations, one by one", lessonsHere: "Lessons at this station",
      noLessonsHere: "No lesson begins here; the stations before and after have some.",
      lessonListLead: """
        Short walks along the flow, in its order. Every number comes from the recorded run, and \
        every lesson holds one that you can check by hand.
        """,
      feedbackNote: "Feedback closes the circle: what people say about answers improves the model.",
      asked: "Someone asked", answered: "and this very model answered",
      begun: "Someone began", continued: "and this very model went on",
      howSo: "See how it got there", silence: "(nothing)",
      footer: { "Made from one recorded run: preset \($0), seed \($1)." },
      importedFooter: { "Made from an imported model: \($0). How it learned is not known here." },
      recordedFooter: { "Made from one recorded answer of the model \($0): nakami ask --record." },
      equationsHold: { "\($0) equations between its parts hold in this recording." },
      recomputeOne: "Recompute one:",
      seeEquations: "To see them all:",
      elsewhere: "(followed by the folder’s name if you chose another one)",
      diagrams: "The charts as Mermaid text: ",
      minutes: { $0 == 1 ? "about 1 minute" : "about \($0) minutes" },
      stepCount: { $0 == 1 ? "1 step" : "\($0) steps" },
      route: { "If you have \($0) minutes" },
      shortPath: { "The short path: \($0) lessons, about \($1) minutes" },
      longPath: "The long path",
      longPathLine: {
        " leads through all of it, in the order of the flow: \($0) lessons, about \($1 / 60) hours "
          + "and \($1 % 60) minutes. Take them one by one."
      },
      onward: "Next on the short path", lessonList: "All lessons",
      present: "Present", leave: "Leave", showAnswers: "Show answers",
      hideAnswers: "Hide answers", notes: "Notes",
      notesLead: """
        This window goes with a lesson that is presented: press P on the page of a lesson, then N. It \
        shows what you may say, the answers, and what comes next, on a screen of your own.
        """,
      notesThen: "Next:", save: "Save:", saveFailed: "This browser could not make a picture of it.",
      stageTitle: { "\($0): \($1) lessons, about \($2) minutes" })
  }

  private static var japanese: SiteWording {
    SiteWording(
      skip: "本文へ", map: "地図", lessons: "レッスン", mainNavigation: "サイト",
      breadcrumbs: "現在地", otherLanguage: "English",
      whereOnTheFlow: "流れの中の位置", youAreHere: "いまここ：",
      onThisPage: "このページの内容", previous: "前へ", next: "次へ",
      previousAndNext: "前後のページ", quiz: "考えてみよう", hint: "ヒント",
      right: "正解です。", notQuite: "そうではありません。",
      missingFigure: "今回の実行では、この図にあたる記録がありません。",
      mapTitle: "言語モデルの中身をのぞく",
      mapLead: """
        生成AIの中心にある、言語モデル。それができるまでと、使われるとき。話の全体はこの二つの流れに収まります。\
        ここに出てくるものはすべて、小さなコンピュータ1台で実際に動かした記録です。\
        気になる箱を選んで、中に入ってみてください。
        """,
      door: "六角形は、どちらの図でも同じ「学習済みモデル」です。学習から利用へ移る扉になっています。",
      nodeList: "箱ごとのページ", lessonsHere: "ここで読めるレッスン",
      noLessonsHere: "ここから始まるレッスンはありません。前後の箱にあります。",
      lessonListLead: """
        流れに沿って読む短いレッスンです。数字はすべて実行の記録から取ったもので、\
        どのレッスンにも自分で確かめられる計算が一つ入っています。
        """,
      feedbackNote: "フィードバックで、流れは一つの輪になります。答えへの評価が、次のモデルを良くします。",
      asked: "こう聞くと", answered: "このモデルは、こう答えました",
      begun: "こう書き出すと", continued: "このモデルは、こう続けました",
      howSo: "答えが出るまでを見る", silence: "（何も書かない）",
      footer: { "1回の実行の記録から作りました（プリセット \($0)、乱数の種 \($1)）。" },
      importedFooter: { "よそで作られたモデル\($0)から作りました。学習のようすはここにはありません。" },
      recordedFooter: { "モデル\($0)の答え一つを記録して作りました（nakami ask --record）。" },
      equationsHold: { "この記録では、部分どうしの等式が\($0)個成り立っています。" },
      recomputeOne: "一つ計算してみましょう。", seeEquations: "全部見るには",
      elsewhere: "（記録を別のフォルダーに作ったなら、その名前を後ろに付けます）",
      diagrams: "図のMermaidテキスト：",
      minutes: { "約\($0)分" },
      stepCount: { "全\($0)ステップ" },
      route: { "\($0)分あるなら" },
      shortPath: { "短い道：レッスン\($0)個、合わせて約\($1)分" },
      longPath: "長い道",
      longPathLine: {
        "では、流れの順に全部のレッスンをたどります（\($0)個、合わせて約\($1 / 60)時間\($1 % 60)分）。何日かに分けて、少しずつどうぞ。"
      },
      onward: "短い道の次へ", lessonList: "レッスンの一覧",
      present: "発表モード", leave: "終わる", showAnswers: "答えを見せる", hideAnswers: "答えを隠す",
      notes: "手元のメモ",
      notesLead: """
        レッスンを発表するときに、手元の画面で開いておく窓です。レッスンのページでPのキーを押し、続けてNのキーを押すと開きます。\
        話す内容、問題の答え、次のステップが出ます。
        """,
      notesThen: "次：", save: "保存：", saveFailed: "このブラウザーでは画像にできませんでした。",
      stageTitle: { "\($0)：レッスン\($1)個、合わせて約\($2)分" })
  }
}
