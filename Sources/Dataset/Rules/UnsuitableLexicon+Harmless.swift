extension UnsuitableLexicon {
  /// Phrases in which a listed word means something else. The longest phrase at a place counts, so
  /// that these take the place of the words in them.
  ///
  /// Boundaries tell most harmless words by themselves (see `WordForm`); listed here are those of
  /// several words, and Japanese ones whose characters alone do not tell.
  static let harmless = [
    // Tools, books, plants, blades and sails.
    "bastard file*", "bastard sword*", "bastard title*", "bastard wing*", "bastard cut",
    "bastard toadflax", "bastard saffron", "bastard teak", "bastard hemp", "bastard balm",
    "bastard size*", "bastard amber", "bastard thread*", "bastard trout",
    // Lights, boards, books and films.
    "idiot light*", "idiot board*", "idiot card*", "idiot box", "idiot string*", "idiot mitten*",
    "the idiot by", "shit creek",
    // Food, motion and games.
    "jerk chicken", "jerk pork", "jerk fish", "jerk sauce*", "jerk seasoning*", "jerk spice*",
    "knee jerk", "clean and jerk", "soda jerk*", "april fool*", "gooseberry fool", "rhubarb fool",
    "fool the eye", "fool hen*", "pond scum", "soap scum", "skim the scum", "the scum off",
    "scum line", "crap game*", "crap shoot", "crap table*", "dumb terminal*", "dumb show",
    "dumb waiter*", "dumb bell*", "dumb cane", "deaf and dumb", "dumb pipe*", "dumb quote*",
    "sore loser", "ugly duckling*", "ugly fruit", "damn yankees", "drop dead gorgeous",
    "loser bracket", "shut up shop",
    // Beings that are none.
    "child process", "child processes", "child node*", "child element*", "child window*",
    "child class", "child classes", "child item*", "child thread*", "hot dog*", "dog ear*",
    "hit parade", "hit list*", "hit rate*", "hit count*", "kill switch", "kill signal*",
    "kill time", "shoot a film", "shoot a picture", "punch line*", "punch card*", "punch bowl*",
    "kick off", "kick in", "kick start",
    // Polite offers end as threats do.
    "どうぞ",
    // 言葉か, 場か and 〜ばかり in hiragana.
    "ことばか", "ばかり", "そばか", "さばか", "ひばか", "しばか", "いなばか",
    // Birds, animals, plants and food.
    "あほうどり", "アホウドリ", "あほうばと", "クズリ", "クズ餅", "クズもち", "クズ粉", "クズ湯", "クズきり",
    "クズの葉", "クズの根", "クズの花", "クズ野菜", "クズ肉", "クズ鉄", "クズ籠", "クズかご", "クズ入れ", "クズ糸",
    "クズ米", "やつめうなぎ",
    // Comfort, calm and print.
    "なぐさめ", "なぐさみ", "殴り書き", "なぐり書き", "気をしずめ", "気を沈め", "心をしずめ", "怒りをしずめ",
    "痛みをしずめ", "身を沈め", "腰を沈め", "体を沈め", "顔を沈め",
  ]
}
