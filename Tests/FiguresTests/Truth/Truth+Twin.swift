/// What twins show of a record made by hand.
extension Truth {
  static let twin: [Truth] = [
    Truth(
      figure: "twin-sentences",
      table: [
        "Mira works at the bakery. | 4", "The bakery is where Mira works. | 1",
        "ミラさんはパン屋で働いています。 | 2",
      ],
      drawn: [
        "Sentence | Documents", "Mira works at the bakery. | 4",
        "The bakery is where Mira works. | 1", "ミラさんはパン屋で働いています。 | 2",
      ],
      drawnInJapanese: ["ミラさんはパン屋で働いています。 | 2", "Mira works at the bakery. | 4"],
      terminal: ["Mira works at the bakery."], english: ["6 documents of 121", "3 sentences"],
      japanese: ["文書121件のうち6件", "3通り"]),
    Truth(
      figure: "twin",
      table: [
        "Where does Mira work? | 0.940 | 0.060 | At the bakery. | At the school.",
        "What is Mira's workplace? | 0.810 | 0.120 | At the bakery. | At the port office.",
        "ミラはどこで働いていますか。 | 0.870 | 0.020 | パン屋です。 | 港の事務所です。",
      ],
      drawn: [
        "probability of what is true (0 to 1): 0…1 | read everything=series(0) | the twin=series(1)",
        "Where does Mira work?: 0 + 0 “”", ": 0.94 + 0 “0.940”", ": 0 + 0.06 “0.060”",
        "What is Mira's workplace?: 0 + 0 “never asked like this in training”",
        ": 0.81 + 0 “0.810”", ": 0 + 0.12 “0.120”", "ミラはどこで働いていますか。: 0 + 0 “”",
        ": 0.87 + 0 “0.870”", ": 0 + 0.02 “0.020”",
      ],
      drawnInJapanese: ["What is Mira's workplace?: 0 + 0 “学習にはない聞き方”"],
      terminal: ["0.940", "0.060"],
      english: ["Mira, the bakery", "asked in 3 ways", "is right 3 times, its twin 0 times"],
      japanese: ["ミラさんについての「パン屋」", "3通り", "正解は3回、双子の正解は0回"]),
    Truth(
      figure: "twin-instead",
      table: [
        "the bakery | 0.940 | 0.060", "the school | 0.020 | 0.500",
        "the port office | 0.030 | 0.250",
      ],
      drawn: [
        "probability (0 to 1): 0…1 | read everything=series(0) | the twin=series(1)",
        "the bakery: 0.94 + 0 “0.940” noted(\"true\")", ": 0 + 0.06 “0.060”",
        "the school: 0.02 + 0 “0.020”", ": 0 + 0.5 “0.500”",
        "the port office: 0.03 + 0 “0.030”", ": 0 + 0.25 “0.250”",
      ],
      drawnInJapanese: [
        "パン屋: 0.87 + 0 “0.870” noted(\"正しい言葉\")", "港の事務所: 0.06 + 0 “0.060”", ": 0 + 0.44 “0.440”",
      ],
      terminal: ["the school", "0.500"],
      english: ["“Where does Mira work?” “At the …”", "“the bakery”", "“the school” (0.500)"],
      japanese: ["「ミラはどこで働いていますか。」に「ミラは…」", "「パン屋」", "「港の事務所」（0.440）"]),
    Truth(
      figure: "twin-course",
      table: ["0 | 0.030 | 0.030", "20 | 0.500 | 0.040", "40 | 0.940 | 0.060"],
      drawn: [
        "training step: 0…40 → probability: 0…1", "read everything: 0,0.03 20,0.5 40,0.94",
        "the twin: 0,0.03 20,0.04 40,0.06",
      ],
      drawnInJapanese: ["全部読んだモデル: 0,0.01 20,0.25 40,0.87", "双子: 0,0.01 20,0.05 40,0.02"],
      terminal: ["read everything"],
      english: ["“Where does Mira work?”", "(0.030)", "0.940 for the model", "0.060 for its twin"],
      japanese: ["「ミラはどこで働いていますか。」", "（0.010）", "モデルで0.870、双子で0.020"]),
    Truth(
      figure: "twin-others",
      table: [
        "what was left out | 3 | 3 | 0", "the same person | 10 | 9 | 8",
        "others of whom it is true | 5 | 4 | 5", "everything else | 82 | 80 | 77",
      ],
      drawn: [
        "share of the questions answered rightly (%): 0…100 | read everything=series(0) | the twin=series(1)",
        "what was left out: 100 + 0 “3/3”", ": 0 + 0 “0/3”", "the same person: 90 + 0 “9/10”",
        ": 0 + 80 “8/10”", "others of whom it is true: 80 + 0 “4/5”", ": 0 + 100 “5/5”",
        "everything else: 97.5609756097561 + 0 “80/82”", ": 0 + 93.90243902439025 “77/82”",
      ],
      drawnInJapanese: ["除いたこと: 100 + 0 “3/3”", "同じことが当てはまる人: 80 + 0 “4/5”"],
      terminal: ["4/5", "everything else"],
      english: [
        "Of 97 questions", "answers 93 rightly, its twin 90", "1.210 and 1.340 nats a token",
      ],
      japanese: ["97問", "正解が93問、双子の正解が90問", "1.210ナットと1.340ナット"]),
  ]
}
