import Names
import Testing

@testable import Dataset

@Suite struct LanguageTests {
  private static let sentences: [(code: String, text: String)] = [
    ("de", "Am Morgen kommen die Boote zurück, und auf dem Markt wird der Fisch verkauft."),
    ("nl", "In de ochtend komen de boten terug en op de markt wordt de vis verkocht."),
    ("sv", "På morgonen kommer båtarna tillbaka och på torget säljs fisken till alla."),
    ("da", "Om morgenen kommer bådene tilbage, og på torvet bliver fisken solgt til alle."),
    ("nb", "Om morgenen kommer båtene tilbake, og på torget blir fisken solgt til alle."),
    ("fr", "Le matin, les bateaux reviennent et le poisson est vendu sur le marché."),
    ("es", "Por la mañana vuelven los barcos y el pescado se vende en el mercado."),
    ("pt", "De manhã os barcos voltam e o peixe é vendido no mercado da cidade."),
    ("it", "La mattina le barche tornano e il pesce viene venduto al mercato."),
    ("ca", "Al matí les barques tornen i el peix es ven al mercat de la ciutat."),
    ("gl", "Pola mañá os barcos volven e o peixe véndese no mercado da cidade."),
    ("ro", "Dimineața bărcile se întorc și peștele este vândut în piața orașului."),
    ("pl", "Rano łodzie wracają, a na targu sprzedaje się ryby wszystkim mieszkańcom."),
    ("cs", "Ráno se lodě vracejí a na trhu se prodávají ryby všem obyvatelům města."),
    ("sk", "Ráno sa lode vracajú a na trhu sa predávajú ryby všetkým obyvateľom."),
    ("sl", "Zjutraj se čolni vrnejo in na trgu prodajajo ribe vsem prebivalcem."),
    ("hr", "Ujutro se brodovi vraćaju, a na tržnici se prodaje riba svim stanovnicima."),
    ("hu", "Reggel visszatérnek a hajók, és a piacon eladják a halat mindenkinek."),
    ("fi", "Aamulla veneet palaavat ja torilla myydään kalaa kaikille asukkaille."),
    ("lt", "Ryte laivai grįžta, o turguje visiems gyventojams parduodama žuvis."),
    ("lv", "No rīta laivas atgriežas, un tirgū visiem iedzīvotājiem pārdod zivis."),
    ("tr", "Sabahleyin tekneler geri döner ve pazarda herkese balık satılır."),
    ("id", "Pada pagi hari kapal-kapal kembali dan ikan dijual di pasar kota."),
    ("vi", "Buổi sáng những chiếc thuyền trở về và cá được bán ở chợ thành phố."),
    ("eo", "Matene la boatoj revenas kaj la fiŝoj estas vendataj en la bazaro."),
    ("?", "Утром лодки возвращаются, и на рынке продают рыбу всем жителям."),
    ("?", "Το πρωί τα καράβια επιστρέφουν και στην αγορά πουλάνε ψάρια."),
    ("?", "아침이면 배들이 돌아오고 시장에서는 생선을 판다. 갈매기가 따라온다."),
    ("zh", "早晨船只归来，市场上出售鲜鱼，海鸥跟着渔民飞到港口的屋顶上。"),
    ("zh", "早晨船隻歸來，市場上出售鮮魚，海鷗跟著漁民飛到港口的屋頂上。"),
  ]

  @Test func otherLanguagesAreNeitherEnglishNorJapanese() {
    for (code, text) in Self.sentences {
      let verdict = LanguageDetector.shared.detect(text)
      // Neighbours may be taken for each other; the two that are looked for must not.
      guard case .other(let found) = verdict else {
        Issue.record("\(code): \(verdict) for \(text)")
        continue
      }
      if code.count == 1 || code == "zh" { #expect(found == code) }
    }
    let exact = Self.sentences.count { LanguageDetector.shared.detect($0.text) == .other($0.code) }
    #expect(exact >= 25, "\(exact) of \(Self.sentences.count)")
  }

  @Test func everyModelWritesItsOwnLanguageAtTheLeastCost() {
    #expect(LetterModels.shared.codes.count == 26)
    #expect(
      Set(LetterModels.shared.codes).isSuperset(
        of: Self.sentences.map(\.code).filter { $0.count > 1 && $0 != "zh" }))
    // The commonest three letters of English, from the table by hand.
    let costs = LetterModels.shared.costs(0x74, 0x68, 0x65)
    #expect(costs[0] == 12)
    #expect(LetterModels.shared.costs(0x71, 0x71, 0x71)[0] == UInt16(LetterModels.unknownCost))
  }

  @Test(arguments: [
    ("The boats come home", LanguageDetector.Verdict.known(.english)),
    ("A list of the parts", .known(.english)), ("Press the red button.", .known(.english)),
    ("港の町では朝になると船が帰る", .known(.japanese)), ("東京都港区", .known(.japanese)),
    ("「今日は休みだよ」と彼は言った。", .known(.japanese)), ("メニューを開く", .known(.japanese)),
  ])
  func shortTextsAreKnown(text: String, verdict: LanguageDetector.Verdict) {
    #expect(LanguageDetector.shared.detect(text) == verdict)
  }

  @Test(arguments: [
    "Write to [email] or [phone]", "see https://boote.example/der/die/und.html",
    "Raw data – Nakami",
    "Term, formula, value", "Equal logarithms", "Nagi Tobin Mira Sora", "E = mc² and Ω = αβ", "Ω",
    "港区役所北部支所電話受付窓口", "東京都千代田区丸の内一丁目", "[user] [email]", "kubectl get pods",
    "第一章 総則 第二章 会員 第三章 役員 第四章 会議 第五章 会計",
  ])
  func shortOrUndecidedTextIsNoOtherLanguage(text: String) {
    if case .other(let code) = LanguageDetector.shared.detect(text) {
      Issue.record("\(text) is taken for \(code)")
    }
    #expect(cleaned(text, language: .english) != nil || cleaned(text, language: .japanese) != nil)
  }

  @Test func ofShortTextsTheLikelierLanguageIsNamed() {
    // Each stands in no sentence above, and has no letter that English has not.
    let texts = ["Boter, kaas en eieren", "Er geht heute noch weg", "Lampu kamar tidur"]
    for text in texts {
      switch LanguageDetector.shared.detect(text) {
      case .likely, .other: break
      case let verdict: Issue.record("\(verdict) for \(text)")
      }
    }
  }

  @Test(arguments: [
    ("今天天气很好，我们去公园吧", true), ("他是我的老师", true), ("我們明天再談這件事", true),
    ("日本国憲法前文全文掲載", false), ("春夏秋冬東西南北", false), ("新宿区立図書館開館時間", false),
    ("大學病院內科外科眼科", false),
  ])
  func chineseIsToldFromRowsOfKanji(text: String, isChinese: Bool) {
    #expect((LanguageDetector.shared.detect(text) == .other("zh")) == isChinese)
  }

  @Test(arguments: [
    "for (int i = 0; i < n; i++) { a[i] = b[i] * c[i]; sum += a[i]; }\nif (sum > max) { max = sum; }",
    "def f(self, x=None):\n    self.x[i] = g(x) % 7\n    return {k: v for k, v in x.items()}",
    "2026-11-29T10:04:33.120Z 10.0.0.7 GET /a/b?x=1 200 5120 0.031\n2026-11-29T10:04:34.002Z 10.0.0.9 GET /c 404 12 0.002",
    "<a x=\"1\" y=\"2\"><b id=\"c3\"/></a>\n<d e=\"f\" g=\"77\"/>",
  ])
  func codeAndLogsAreNeither(text: String) {
    #expect(LanguageDetector.shared.detect(text) == .neither)
    #expect(cleaned(text, language: nil) != nil)
  }

  @Test func lettersBecomeSmall() {
    for (capital, small) in [
      ("A", "a"), ("É", "é"), ("Ł", "ł"), ("Ş", "ş"), ("Ÿ", "ÿ"), ("Ž", "ž"), ("Ế", "ế"),
      ("Ș", "ș"), ("ß", "ß"), ("÷", "÷"), ("Ơ", "ơ"),
    ] {
      #expect(
        LetterCosts.lowercased(capital.unicodeScalars.first!.value)
          == small.unicodeScalars.first!.value)
    }
  }
}
