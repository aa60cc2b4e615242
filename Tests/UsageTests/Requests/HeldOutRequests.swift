import Names

/// Requests as people make them, by which the rules are judged; none was used to write them.
struct HeldOutRequest: Sendable {
  var text: String
  var kind: PromptKind
  /// What the model is to be given.
  var recast: String

  init(_ text: String, _ kind: PromptKind = .question, _ recast: String? = nil) {
    self.text = text
    self.kind = kind
    self.recast = recast ?? text
  }

  static let english: [HeldOutRequest] = [
    .init("Where does Ana work?"),
    .init("Where does Ana work", .question, "Where does Ana work?"),
    .init("where does ana work?", .question, "Where does Ana work?"),
    .init("Tell me where Finn lives.", .question, "Where does Finn live?"),
    .init("tell me where finn lives", .question, "Where does Finn live?"),
    .init("Please tell me where Hugo works.", .question, "Where does Hugo work?"),
    .init("Could you tell me where Pia lives?", .question, "Where does Pia live?"),
    .init("Do you know where Otto works?", .question, "Where does Otto work?"),
    .init("I'd like to know where Ravi works.", .question, "Where does Ravi work?"),
    .init("I wonder what Rosa likes to eat.", .question, "What does Rosa like to eat?"),
    .init(
      "Can you please tell me what Sami does for fun?", .question, "What does Sami do for fun?"),
    .init("Tell me what Greta's hobby is.", .question, "What is Greta's hobby?"),
    .init("Tell me who Theo's best friend is.", .question, "Who is Theo's best friend?"),
    .init("Who is Opal best friends with", .question, "Who is Opal best friends with?"),
    .init("Tell me who Ben is best friends with", .question, "Who is Ben best friends with?"),
    .init("What's Vera's favorite food?", .question, "What is Vera's favourite food?"),
    .init("whats karl's hobby", .question, "What is Karl's hobby?"),
    .init("Where is Tess working these days?", .question, "Where does Tess work?"),
    .init("Where's Joss's home?", .question, "Where is Joss's home?"),
    .init("Hi! What pet does Lina have?", .question, "What pet does Lina have?"),
    .init("Tell me which pet Milo has.", .question, "Which pet does Milo have?"),
    .init("Which street does Molly live on?"),
    .init(
      "Which street does Molly live on, please?", .question, "Which street does Molly live on?"),
    .init("Tell me Abel's favourite food.", .question, "What is Abel's favourite food?"),
    .init("Give me the name of Zoe's street.", .question, "What is the name of Zoe's street?"),
    .init("Name Rolf's best friend.", .question, "Who is Rolf's best friend?"),
    .init("Edda's workplace?", .question, "What is Edda's workplace?"),
    .init("Ike lives where?", .question, "Where does Ike live?"),
    .init("What kind of animal lives with Clara?"),
    .init("What should I cook for Igor?"),
    .init("Tell me what I should cook for Yuna.", .question, "What should I cook for Yuna?"),
    .init("How does Basil spend his free time?"),
    .init(
      "I want to know how Sora spends her free time.", .question,
      "How does Sora spend her free time?"),
    .init("Does Colm work at the museum?"),
    .init("does colm work at the museum", .question, "Does Colm work at the museum?"),
    .init("Tell me if Mira lives on Gull Hill.", .question, "Does Mira live on Gull Hill?"),
    .init("Is Nell's pet a hedgehog?"),
    .init("Who works at the bakery?"),
    .init("who works at the bakery", .question, "Who works at the bakery?"),
    .init("Tell me who works at the bakery", .question, "Who works at the bakery?"),
    .init("Anybody know where Dora lives?", .question, "Where does Dora live?"),
    .init("Excuse me, where does Pavel live?", .question, "Where does Pavel live?"),
    .init("Let me know what Juno keeps as a pet.", .question, "What does Juno keep as a pet?"),
    .init("I was wondering where Nico works.", .question, "Where does Nico work?"),
    .init("Tell me the place where Hazel works.", .question, "Where does Hazel work?"),
    .init("Thanks! And where does Leo live?", .question, "Where does Leo live?"),
    .init("In the morning", .continuation),
    .init("On Monday it was sunny in Nagi.", .continuation),
    .init("When the boats came home, Mira", .continuation),
    .init("Mira works at", .continuation),
    .init("What a lovely evening it was by the harbour", .continuation),
    .init("Once there was a baker who sang", .continuation),
    .init("Where the river meets the sea, an old man sat", .continuation),
    .init(
      "Continue: The gulls cried over the roofs.", .continuation,
      "The gulls cried over the roofs."),
    .init(
      "Please go on with this story: One rainy Sunday, Otto lost a key.", .continuation,
      "One rainy Sunday, Otto lost a key."),
    .init(
      "Sum up: Otto lost a key. Ravi helped him. They found it on the pier.", .summary,
      "Otto lost a key. Ravi helped him. They found it on the pier."),
    .init(
      "Summarize the following text in one sentence:\nOtto lost a key. Ravi helped him.",
      .summary, "Otto lost a key. Ravi helped him."),
    .init(
      "Otto lost a key. Ravi helped him. Please sum this up.", .summary,
      "Otto lost a key. Ravi helped him."),
    .init(
      "Translate into Japanese: Otto lives on Gull Hill.", .translation,
      "Otto lives on Gull Hill."),
    .init(
      "How do you say \"Otto has a dog as a pet.\" in Japanese?", .translation,
      "Otto has a dog as a pet."),
  ]

  static let japanese: [HeldOutRequest] = [
    .init("アナさんはどこで働いていますか？"),
    .init("アナさんはどこで働いていますか。", .question, "アナさんはどこで働いていますか？"),
    .init("アナさんはどこで働いていますか", .question, "アナさんはどこで働いていますか？"),
    .init("アナはどこで働いていますか？", .question, "アナさんはどこで働いていますか？"),
    .init("アナさんはどこで働いている？", .question, "アナさんはどこで働いていますか？"),
    .init("アナさんってどこで働いてるの？", .question, "アナさんはどこで働いていますか？"),
    .init("アナさんがどこで働いているか教えてください。", .question, "アナさんはどこで働いていますか？"),
    .init("アナさんがどこで働いているか教えて", .question, "アナさんはどこで働いていますか？"),
    .init("アナさんがどこで働いているのか知りたいです。", .question, "アナさんはどこで働いていますか？"),
    .init("フィンさんの職場を教えてください。", .question, "フィンさんの職場はどこですか？"),
    .init("フィンさんの職場を教えて", .question, "フィンさんの職場はどこですか？"),
    .init("フィンさんの職場は", .question, "フィンさんの職場はどこですか？"),
    .init("フィンさんの職場は？", .question, "フィンさんの職場はどこですか？"),
    .init("フィンさんの職場はどこ", .question, "フィンさんの職場はどこですか？"),
    .init("フィンさんの職場ってどこ？", .question, "フィンさんの職場はどこですか？"),
    .init("フィンの職場はどこでしょうか。", .question, "フィンさんの職場はどこですか？"),
    .init("ピアさんの好物は何", .question, "ピアさんの好物は何ですか？"),
    .init("ピアさんの好物は何だっけ？", .question, "ピアさんの好物は何ですか？"),
    .init("ピアさんの好物が何か知っていますか？", .question, "ピアさんの好物は何ですか？"),
    .init("ピアさんの好物、教えて！", .question, "ピアさんの好物は何ですか？"),
    .init(
      "ピアさんが一番好きな食べ物を教えてもらえますか", .question,
      "ピアさんがいちばん好きな食べ物は何ですか？"),
    .init("すみません、ピアさんの好物は何ですか。", .question, "ピアさんの好物は何ですか？"),
    .init("オットーさんの親友は誰ですか？", .question, "オットーさんの親友はだれですか？"),
    .init("オットーさんの親友は誰", .question, "オットーさんの親友はだれですか？"),
    .init("オットーさんの親友がだれか教えてくれませんか？", .question, "オットーさんの親友はだれですか？"),
    .init("オットーくんの一番の友達は？", .question, "オットーさんのいちばんの友だちはだれですか？"),
    .init("オットーさんが誰と一番仲がいいか教えて。", .question, "オットーさんはだれといちばん仲がいいですか？"),
    .init("ラビさんは何を飼ってる？", .question, "ラビさんは何を飼っていますか？"),
    .init("ラビさんは何を飼っているんですか？", .question, "ラビさんは何を飼っていますか？"),
    .init("ラビさんが飼っている動物は何ですか？"),
    .init("ラビさんのペットは何なの？", .question, "ラビさんのペットは何ですか？"),
    .init("ラビさんのペットについて教えてください。", .question, "ラビさんのペットは何ですか？"),
    .init("ローザさんはどこに住んでるんだろう", .question, "ローザさんはどこに住んでいますか？"),
    .init("ローザさんがどこに住んでいるかご存じですか。", .question, "ローザさんはどこに住んでいますか？"),
    .init("ローザさんの家はどこにある？", .question, "ローザさんの家はどこにありますか？"),
    .init("ローザさん、どこに住んでるの", .question, "ローザさんはどこに住んでいますか？"),
    .init(
      "ローザさんの住んでいる場所を教えてほしいです。", .question,
      "ローザさんの住んでいる場所はどこですか？"),
    .init("サミさんの趣味って何？", .question, "サミさんの趣味は何ですか？"),
    .init("サミさんの趣味が知りたい", .question, "サミさんの趣味は何ですか？"),
    .init("こんにちは。サミさんの趣味は何ですか？", .question, "サミさんの趣味は何ですか？"),
    .init("サミさんは何をするのが好き？", .question, "サミさんは何をするのが好きですか？"),
    .init("サミさんはひまなとき何をしているの？", .question, "サミさんはひまなとき何をしていますか？"),
    .init("どこで働いていますか、グレタさんは", .question, "グレタさんはどこで働いていますか？"),
    .init("グレタさんは診療所で働いていますか？"),
    .init("グレタさんは診療所で働いてる？", .question, "グレタさんは診療所で働いていますか？"),
    .init("だれが灯台で働いていますか？"),
    .init("朝になると", .continuation),
    .init("ミラさんは", .continuation),
    .init("月曜日、ナギは晴れでした。", .continuation),
    .init("ある雨の日曜日のことです。", .continuation),
    .init("港の人たちは", .continuation),
    .init("どこか遠くで汽笛が鳴りました", .continuation),
    .init(
      "続きを書いて：屋根の上でカモメが鳴いていました。", .continuation,
      "屋根の上でカモメが鳴いていました。"),
    .init(
      "次の文の続きを書いてください。\n港では船がゆれていました。", .continuation,
      "港では船がゆれていました。"),
    .init(
      "要約して：オットーさんは鍵をなくしました。ラビさんが手伝いました。", .summary,
      "オットーさんは鍵をなくしました。ラビさんが手伝いました。"),
    .init(
      "次の文章を要約してください。\nオットーさんは鍵をなくしました。ラビさんが手伝いました。", .summary,
      "オットーさんは鍵をなくしました。ラビさんが手伝いました。"),
    .init(
      "オットーさんは鍵をなくしました。ラビさんが手伝いました。この話を短くまとめてください。", .summary,
      "オットーさんは鍵をなくしました。ラビさんが手伝いました。"),
    .init(
      "英語に訳してください：オットーさんはカモメ坂に住んでいます。", .translation,
      "オットーさんはカモメ坂に住んでいます。"),
    .init(
      "「オットーさんは犬を飼っています。」を英語にして", .translation,
      "オットーさんは犬を飼っています。"),
    .init(
      "オットーさんは犬を飼っています。これを英語で言うと？", .translation,
      "オットーさんは犬を飼っています。"),
  ]
}
