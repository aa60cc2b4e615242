import Names

/// The headings of the tables of `nakami bench`, which are the members of its JSON for people.
enum BenchWording {
  static func heading(_ name: String, _ language: Language) -> String {
    guard let words = headings[name] else { preconditionFailure("no heading for \(name)") }
    return words[language]
  }

  /// The last word of each says the unit.
  static let headings: [String: LocalizedText] = [
    "median_ms": LocalizedText(en: "median ms", ja: "中央値 ミリ秒"),
    "min_ms": LocalizedText(en: "least ms", ja: "最短 ミリ秒"),
    "max_ms": LocalizedText(en: "most ms", ja: "最長 ミリ秒"),
    "off_median_ms": LocalizedText(en: "without, median ms", ja: "記録なしの中央値 ミリ秒"),
    "on_median_ms": LocalizedText(en: "with, median ms", ja: "記録ありの中央値 ミリ秒"),
    "repetitions": LocalizedText(en: "repetitions", ja: "回数"),
    "tokens_per_s": LocalizedText(en: "tokens/s", ja: "毎秒のトークン数"),
    "prompt_tokens_per_s": LocalizedText(en: "prompt tokens/s", ja: "毎秒に読むトークン数"),
    "gflops": LocalizedText(en: "Gflop/s", ja: "毎秒の演算（10億回）"),
    "peak_gflops": LocalizedText(en: "peak Gflop/s", ja: "演算の上限（10億回）"),
    "share_of_peak": LocalizedText(en: "share of peak", ja: "上限に対する割合"),
    "read_gb_per_s": LocalizedText(en: "read GB/s", ja: "読み込み GB/秒"),
    "peak_read_gb_per_s": LocalizedText(en: "peak read GB/s", ja: "読み込みの上限 GB/秒"),
    "parameters": LocalizedText(en: "parameters", ja: "パラメーター数"),
    "pages": LocalizedText(en: "pages", ja: "ページ数"),
    "bytes": LocalizedText(en: "bytes", ja: "バイト数"),
    "tokens": LocalizedText(en: "tokens", ja: "トークン数"),
    "merges": LocalizedText(en: "merges", ja: "結合の数"),
    "documents": LocalizedText(en: "documents", ja: "文書数"),
    "left": LocalizedText(en: "left", ja: "残った文書数"),
    "threads": LocalizedText(en: "threads", ja: "スレッド数"),
    "cost_percent": LocalizedText(en: "cost %", ja: "記録の負担 %"),
    "cost_low_percent": LocalizedText(en: "lower bound %", ja: "区間の下端 %"),
    "cost_high_percent": LocalizedText(en: "upper bound %", ja: "区間の上端 %"),
    "parameters_mb": LocalizedText(en: "parameters MB", ja: "パラメーター MB"),
    "training_state_mb": LocalizedText(en: "training state MB", ja: "学習の状態 MB"),
    "resident_growth_mb": LocalizedText(en: "memory growth MB", ja: "メモリの増加 MB"),
    "resident_mb": LocalizedText(en: "memory MB", ja: "メモリ MB"),
    "peak_mb": LocalizedText(en: "most memory MB", ja: "メモリの最大 MB"),
    "growth_mb": LocalizedText(en: "memory growth MB", ja: "メモリの増加 MB"),
    "text_mb": LocalizedText(en: "text MB", ja: "文章 MB"),
    "prompt_tokens": LocalizedText(en: "prompt tokens", ja: "プロンプトのトークン数"),
    "answer_tokens": LocalizedText(en: "answer tokens", ja: "答えのトークン数"),
    "learn_s": LocalizedText(en: "learning s", ja: "学習 秒"),
    "learn_min_s": LocalizedText(en: "least s", ja: "最短 秒"),
    "learn_max_s": LocalizedText(en: "most s", ja: "最長 秒"),
    "encode_mb_per_s": LocalizedText(en: "encoding MB/s", ja: "符号化 MB/秒"),
    "encode_median_mb_per_s": LocalizedText(en: "encoding, median MB/s", ja: "符号化の中央値 MB/秒"),
    "encode_known_words_mb_per_s": LocalizedText(
      en: "known words MB/s", ja: "知っている語の符号化 MB/秒"),
    "decode_mb_per_s": LocalizedText(en: "decoding MB/s", ja: "復号 MB/秒"),
    "make_s": LocalizedText(en: "making s", ja: "作成 秒"),
    "clean_s": LocalizedText(en: "cleaning s", ja: "クリーニング 秒"),
    "collect_s": LocalizedText(en: "collecting s", ja: "収集 秒"),
    "ask_s": LocalizedText(en: "asking s", ja: "質問 秒"),
    "story_s": LocalizedText(en: "learning and judging s", ja: "学習と評価 秒"),
    "limit_s": LocalizedText(en: "at most s", ja: "上限 秒"),
    "build_s": LocalizedText(en: "whole build s", ja: "構築の全体 秒"),
    "versions_s": LocalizedText(en: "its versions s", ja: "うち版づくり 秒"),
    "corrected_percent": LocalizedText(en: "corrected right %", ja: "訂正した質問の正解 %"),
    "otherwise_percent": LocalizedText(en: "asked otherwise right %", ja: "別の聞き方の正解 %"),
    "unknown_percent": LocalizedText(en: "unknown people right %", ja: "知らない人の正解 %"),
    "known_before_percent": LocalizedText(en: "known before right %", ja: "前から知る質問の前の正解 %"),
    "known_after_percent": LocalizedText(en: "known after right %", ja: "前から知る質問の後の正解 %"),
    "failed_clauses": LocalizedText(en: "clauses missed", ja: "満たさない条件の数"),
    "clean_mb_per_s": LocalizedText(en: "cleaning MB/s", ja: "クリーニング MB/秒"),
    "collect_mb_per_s": LocalizedText(en: "collecting MB/s", ja: "収集 MB/秒"),
  ]
}
