extension LatinWords {
  /// Given names from many countries; some are words of a language as well: Yuki is snow, Ben “I am”.
  static let givenNames = """
    ada adam agnes ahmed aiko akira alan albert alex ali alice amina amir ana anders andrea anna anne \
    anton ari arthur astrid aya ayse beatriz ben bente bert boris bruno carlos carmen cem chiara chloe \
    clara dan daniel david deniz diego dora edda elena elif elin elsa emil emma eric erik eva fatima \
    felix finn francesca frank freya gina giulia greta gus hana hannah hans haruto helga henrik hugo ida \
    igor inga ingrid ivan jack jan jana jean jim jin jo joan john jose julia juan jun kai karim karin \
    katarina kate ken kenji kofi lars laura lea leila lena leo lia lin lina lisa lola luca lucas lucia \
    luis luna maja maria marie marco marek mark marta mary matteo max maya mei mia mika milan milo mina \
    mira mohammed nadia naoko nico nils nina noah noor nora olaf olga oliver omar oscar otto pablo paul \
    pavel pedro peter petra pia priya rafael rei ren rita rolf rosa ruth ryo sakura sami sanjay sara sasha \
    sofia sol sora sven takeshi tanaka tara tess tim tina tom tomas uma uwe vera viktor wei wolfgang yan \
    yara yuki yusuf zara zoe
    """
}
