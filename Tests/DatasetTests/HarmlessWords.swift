/// Words, names and phrases that contain a listed word and are no insult, no order and no threat.
enum HarmlessWords {
  static let english: [String] =
    [
      // Names of people and places.
      "Hishikawa Moronobu", "Moroni", "Moronvilliers", "Moronta", "Moronou", "Moroniak", "Moronao",
      "Idiotville", "Matsushita", "Yamashita", "Kinoshita", "Miyashita", "Morishita", "Takeshita",
      "Shitamachi", "Shitennoji", "Shitara", "Shitakubo", "Shitaro", "Nishitani", "Yoshitaka",
      "Yoshitoshi", "Toshitsugu", "Kishitani", "Hashitani", "Shittim", "Shitterton", "Shitang",
      "Craponne", "Crapaud", "Crapelet", "Jerkins", "Foolow", "Damnonia", "Damnoen", "Dumbarton",
      "Dumbleton", "Dumbo", "Dumbrava", "Losersdale", "Scumaci", "Scummvm", "Killarney", "Killeen",
      "Killiecrankie", "Kilkenny Killorglin", "Kickapoo", "Hitachi", "Hitchin", "Hitchcock",
      "Hittites", "Shooters Hill", "Punchestown", "Punchbowl", "Stabiae", "Stabroek", "Hurtado",
      "Hurtigruten", "Beatty", "Beatrice", "Beaton", "Fighting Cocks", "Slapton", "Pushkin",
      "Pushkar", "Fuckatani", "Fuckersberg", "Bastardo in Umbria", "Bastarda script",
      // Words.
      "an idiotype", "an idioticon", "idiotypic networks", "idiotic fringe theory", "moronity",
      "shiitake or shitake", "a shittah tree", "mushitake", "foolscap paper", "a foolproof lock",
      "foolhardy sailors", "tomfoolery", "a fool's errand", "fool's gold", "a gooseberry fool",
      "an April fool", "jerkwater towns", "a jerkin", "jerky", "jerk chicken", "a knee jerk",
      "the clean and jerk", "scumble glaze", "soap scum", "pond scum", "a crape myrtle",
      "crappie fishing", "a craps table", "dumbbells", "a dumbwaiter", "a dumb waiter",
      "a dumb terminal", "dumbfounded guests", "dumbledors", "uglyfruit", "an ugly duckling",
      "damnation", "a damnum in law", "a closer", "closers", "glosers", "losers' bracket",
      "uselessness", "stupidity tests", "stupidly simple code", "empathetic, not apathetic people",
      "sympathetic strings", "antipathetic poles", "a bastard file", "a bastard sword",
      "bastard title pages", "a bastard wing", "bastard toadflax", "an idiot light",
      "killjoys", "a killdeer", "killer whales", "a killifish", "painkillers", "hitherto",
      "hitchhikers", "a hitch", "white kicks", "a kickoff", "a sidekick", "hurtling stones",
      "a hurtleberry", "punchy colours", "a punchline", "shooting stars", "offshoots",
      "a stabilizer", "stable boats", "a smasher", "smashing weather", "drowned valleys",
      "beaten gold", "heartbeats", "fighters", "firefighters", "slapstick", "pushpins",
    ]

  static let japanese: [String] = [
    // だまれ, 黙れ
    "ただまれに見る", "またただまれな話", "ただまれびとを待つ", "だまればわかる", "沈黙れき", "だまれない", "だまれる人",
    "黙れない", "黙れば花", "黙れども伝わる",
    // 死ね
    "死ねない", "死ねば花も咲かない", "死ねるものか", "病死ね", "即死ねずみ", "死ねなかった", "死ねません",
    // まぬけ, 間抜け
    "読まぬけれど", "飲まぬけれど", "住まぬけれど", "すまぬけど", "すまぬけれど", "休まぬけれど", "頼まぬけれど", "まぬけて見える",
    "編まぬけれど", "間抜けた顔",
    // ばか
    "ことばかな", "ことばかだけ", "そばかだしか", "さばかめし", "いなばかめ",
    "たばかもの", "さばかもの", "しばかもの", "ひばかもの", "あばかもの",
    // あほう, アホ
    "あほうどり", "まあほうっておく", "じゃあほうれん草", "なああほうか", "アホウドリ", "アホロートル", "アホウドリの島", "サアホ",
    // クズ
    "クズリ", "クズ餅", "クズ粉", "クズ湯", "クズ野菜", "クズ鉄", "クズの花", "クズの根", "クズネツォフ", "マクズ",
    "ハクズ", "ミクズ", "クズバ",
    // バカ
    "カバカだ", "アリババカめ", "ラバカだ",
    // うせろ, くたばれ
    "思いこうせろん", "早くたばれんげ", "匂うせろり", "ふうせろんぱ",
    // なぐ, けとば, しずめ
    "つなぐ", "手をつなぐぞ", "なぐさめる", "なぐさめてやる", "心をなぐさめる", "船をつなぐ", "あなぐま", "あなぐらだ", "いなぐさ",
    "ふなぐら", "つなぐこと", "気をしずめる", "心をしずめる", "痛みをしずめる", "怒りをしずめてやる", "なぐり書き", "おけとばけつ",
    "たけとばら", "いけとばし",
    // 殺, 殴, 沈め
    "殺虫剤", "殺菌", "殺風景", "殺到", "忙殺される", "黙殺された", "相殺する", "殺生石", "横殴りの雨", "殴り書き",
    "身を沈める", "腰を沈める", "顔を沈めた",
  ]
}
