import Names

/// What is asked and shown to see how requests are understood: inputs, no answers.
enum AskingSamples {
  /// A way to ask for a relation of the world, `{p}` for the person.
  struct Request {
    var relation: String
    var wording: String

    func text(_ name: String) -> String {
      wording.split(separator: "{p}", omittingEmptySubsequences: false).joined(separator: name)
    }
  }

  static func requests(_ language: Language) -> [Request] {
    let all: [(String, String)] =
      switch language {
      case .english:
        [
          ("work", "Where does {p} work?"), ("work", "Tell me where {p} works."),
          ("work", "where does {p} work"), ("friend", "Who is {p}'s best friend"),
          ("friend", "Do you know who {p}'s best friend is?"), ("food", "{p}'s favorite food?"),
          ("hobby", "Please tell me {p}'s hobby."), ("pet", "I wonder which pet {p} has"),
          ("street", "{p} lives where?"),
        ]
      case .japanese:
        [
          ("work", "{p}さんはどこで働いていますか？"), ("work", "{p}さんがどこで働いているか教えてください。"),
          ("work", "{p}さんの職場を教えて"), ("work", "{p}はどこで働いてるの？"), ("food", "{p}さんの好物は"),
          ("friend", "{p}さんの親友って誰？"), ("hobby", "{p}さんの趣味が知りたいです。"), ("pet", "{p}さんは何を飼ってる？"),
          ("street", "すみません、{p}さんの家はどこ？"),
        ]
      }
    return all.map(Request.init)
  }

  /// Before a text that is to be continued.
  static func instruction(_ language: Language) -> String {
    switch language {
    case .english: "Please continue: "
    case .japanese: "続きを書いて："
    }
  }

  /// By which the detector of the language is shown.
  static let sentences: [(tongue: Tongue, text: String)] = [
    (.english, "The boats came home late."), (.japanese, "船がおそく帰ってきました。"),
    (.german, "Die Boote kamen spät heim."), (.french, "Les bateaux rentrent tard."),
    (.spanish, "Los barcos vuelven tarde."), (.chinese, "船很晚才回来，我们等着。"),
    (.korean, "배들이 늦게 돌아왔어요."), (.russian, "Лодки вернулись поздно."),
    (.programText, "for boat in boats: print(boat)"), (.english, "Otto's boat"),
    (.japanese, "Wi-Fiの使い方"),
  ]
}
