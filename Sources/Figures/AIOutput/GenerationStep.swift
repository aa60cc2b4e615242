import Charts
import Names
import Record

/// One token of the answer as messages between the parts of the program that wrote it.
struct GenerationStep: FigureDefinition {
  let name = "generation-step"
  let row = "U4"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ number: Int, _ token: String, _ probability: String) -> String
    var columns: [String]
    /// Inference program, model, sampling, tokenizer.
    var participants: [String]
    /// A token that stands for text; one that has none is named by its sign or its number.
    var quoted: @Sendable (_ token: String) -> String
    var nameless: @Sendable (_ id: String) -> String
    var says: Messages

    struct Messages: Sendable {
      var prompt: @Sendable (_ tokens: Int, _ last: String) -> String
      var newest: @Sendable (_ token: String, _ id: String, _ before: Int) -> String
      var logits: @Sendable (_ vocabulary: String, _ shown: String) -> String
      var settings: @Sendable (_ settings: String, _ kept: Int, _ shown: String) -> String
      var draw: @Sendable (_ draw: String, _ from: String, _ to: String, _ token: String) -> String
      var chosen: @Sendable (_ token: String, _ id: String, _ probability: String) -> String
      var id: @Sendable (_ id: String) -> String
      var bytes: @Sendable (_ bytes: String, _ token: String) -> String
      var noBytes: String
      var goesOn: @Sendable (_ token: String) -> String
      var ends: @Sendable (FinishReason) -> String
    }
  }

  static let english = Words(
    title: "One step of writing: who passes what to whom",
    description: { number, token, probability in
      "Token \(number) of the answer, the hardest to choose: \(token), to which the model gave "
        + "\(probability). All numbers are those of this step."
    },
    columns: ["#Message", "From", "To", "What is passed"],
    participants: ["Inference program", "Model", "Sampling", "Tokenizer"],
    quoted: { "“\($0)”" }, nameless: { "the token \($0), which has no text" },
    says: Words.Messages(
      prompt: { tokens, last in
        "the prompt: \(NameWording.english(tokens, "token")), the last of them \(last)"
      },
      newest: { token, id, before in
        "the newest token, \(token), id \(id); keys and values of the \(before) before it are kept"
      },
      logits: { vocabulary, shown in
        "a logit for each of the \(vocabulary) tokens, the highest: \(shown)"
      },
      settings: { settings, kept, shown in
        "\(settings): \(kept == 1 ? "one token stays" : "\(kept) tokens stay"), "
          + (kept > 3 ? "the likeliest \(shown)" : shown)
      },
      draw: { draw, from, to, token in
        "the draw \(draw) lies between \(from) and \(to), the stretch of \(token)"
      },
      chosen: { token, id, probability in "\(token), id \(id); its probability was \(probability)"
      },
      id: { "id \($0)" },
      bytes: { bytes, token in "bytes \(bytes), that is \(token)" },
      noBytes: "no bytes: it is a sign for the program and no text",
      goesOn: { "it is not the end, so \($0) is read next" },
      ends: { reason in
        switch reason {
        case .endToken: "the model closes its answer: nothing more is asked of it"
        case .stopString: "a text that was to end the answer came up: nothing more is asked"
        case .limit: "as many tokens as were allowed are written: nothing more is asked"
        case .contextFull: "the context is full: nothing more can be read"
        }
      })
  )

  static let japanese = Words(
    title: "1トークンを書く手順：だれが、だれに、何を渡すか",
    description: { number, token, probability in
      "答えの\(number)番目、いちばん迷った\(token)が書かれるまでです。モデルがつけた確率は\(probability)でした。数は、どれもこのときのものです。"
    },
    columns: ["#番号", "渡す側", "受け取る側", "渡すもの"],
    participants: ["推論プログラム", "モデル", "トークンの選択", "トークナイザー"],
    quoted: { "「\($0)」" }, nameless: { "文字のないトークン（ID \($0)）" },
    says: Words.Messages(
      prompt: { tokens, last in "プロンプトの\(Numbers.count(tokens))トークン。最後は\(last)" },
      newest: { token, id, before in
        "いちばん新しいトークン\(token)（ID \(id)）。その前の\(before)トークンのキーとバリューは、取ってある"
      },
      logits: { vocabulary, shown in
        "\(vocabulary)個のトークンすべてのロジット。高い順に\(shown)"
      },
      settings: { settings, kept, shown in
        "\(settings)：残るのは\(kept)個で、\(kept > 3 ? "高い順に" : "")\(shown)"
      },
      draw: { draw, from, to, token in
        "くじの値\(draw)は、\(from)から\(to)まで、つまり\(token)の区間にある"
      },
      chosen: { token, id, probability in "\(token)（ID \(id)）。確率は\(probability)だった" },
      id: { "ID \($0)" },
      bytes: { bytes, token in "バイト \(bytes)、つまり\(token)" },
      noBytes: "バイトはない。文字ではなく、プログラムへの合図",
      goesOn: { "まだ終わりではないので、次は\($0)を読む" },
      ends: { reason in
        switch reason {
        case .endToken: "モデルが答えを閉じたので、ここで終わる"
        case .stopString: "終わりの合図の文字が出たので、ここで終わる"
        case .limit: "決められたトークン数に達したので、ここで終わる"
        case .contextFull: "文脈がいっぱいになり、もう読めないので、ここで終わる"
        }
      })
  )

  private enum Part { static let program = 0, model = 1, sampling = 2, tokenizer = 3 }

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try ChoiceBars.usage(context)
    guard let index = Exhibits.hardestChoice(of: usage.answer) else {
      throw context.missing(context.wording.reasons.noChoices)
    }
    let choice = usage.answer.choices[index]
    let map = SequenceMap(
      words.participants, messages(usage.answer, index, context, words))
    return context.figure(
      words.title,
      words.description(
        index + 1, name(choice.chosen, words),
        Numbers.percent(choice.own?.probability ?? 0)),
      DataTable(
        words.columns,
        map.messages.enumerated().map { number, message in
          [
            "\(number + 1)", map.participants[message.from], map.participants[message.to],
            message.text,
          ]
        }),
      map)
  }

  private typealias Message = SequenceMap.Message

  private func messages(
    _ answer: AnswerRecord, _ index: Int, _ context: FigureContext, _ words: Words
  ) -> [Message] {
    let choice = answer.choices[index]
    let says = words.says
    let token = name(choice.chosen, words)
    let id = String(choice.chosen.id)
    return given(answer, index, words)
      + [
        Message(
          Part.model, Part.sampling,
          says.logits(
            Numbers.count(
              context.run[.architecture]?.vocabularySize ?? choice.candidates.count),
            shown(choice.candidates, words, context) { Numbers.fixed($0.logit, 2) })),
        Message(
          Part.sampling, Part.sampling,
          says.settings(
            settings(answer, context), choice.keptCount,
            shown(choice.candidates.filter(\.isKept), words, context) {
              Numbers.percent($0.adjusted)
            })),
      ] + drawn(choice, token, words)
      + [
        Message(
          Part.sampling, Part.program,
          says.chosen(token, id, Numbers.percent(choice.own?.probability ?? 0)), isReply: true),
        Message(Part.program, Part.tokenizer, says.id(id)),
        Message(
          Part.tokenizer, Part.program,
          choice.chosen.isSpecial
            ? says.noBytes
            : says.bytes(TokenRows.hex(Array(choice.chosen.bytes.prefix(16))), token),
          isReply: true),
        Message(
          Part.program, Part.program,
          (index == answer.choices.count - 1 ? answer.finish : nil).map(says.ends)
            ?? says.goesOn(token)),
      ]
  }

  /// What the model reads: all of the prompt, and then one token at a time.
  private func given(_ answer: AnswerRecord, _ index: Int, _ words: Words) -> [Message] {
    let text: String
    if index > 0 {
      let newest = answer.choices[index - 1].chosen
      text = words.says.newest(
        name(newest, words), String(newest.id), answer.tokens.count + index - 1)
    } else {
      text = words.says.prompt(
        answer.tokens.count, answer.tokens.last.map { name($0, words) } ?? words.nameless("–"))
    }
    return [Message(Part.program, Part.model, text)]
  }

  private func drawn(_ choice: ChoiceRecord, _ token: String, _ words: Words) -> [Message] {
    guard let draw = choice.draw, let start = choice.start, let own = choice.own else { return [] }
    return [
      Message(
        Part.sampling, Part.sampling,
        words.says.draw(
          Numbers.fixed(draw, 3), Numbers.fixed(start, 3), Numbers.fixed(start + own.adjusted, 3),
          token))
    ]
  }

  private func settings(_ answer: AnswerRecord, _ context: FigureContext) -> String {
    SettingWords.of(
      temperature: answer.temperature, topK: answer.topK, topP: answer.topP,
      minP: answer.minP ?? 0, repetitionPenalty: answer.repetitionPenalty ?? 1, context.language)
  }

  /// The first three candidates with a number each.
  private func shown(
    _ candidates: [CandidateRecord], _ words: Words, _ context: FigureContext,
    _ number: (CandidateRecord) -> String
  ) -> String {
    context.names.list(candidates.prefix(3).map { name($0.token, words) + " " + number($0) })
  }

  /// A token in quotation marks, its sign where it stands for no text, its number where it has neither.
  private func name(_ token: TokenPiece, _ words: Words) -> String {
    let shown = TerminalText.truncated(token.shown, to: 40)
    if shown.isEmpty { return words.nameless(String(token.id)) }
    return token.isSpecial ? shown : words.quoted(shown)
  }
}
