// Behaviours of Tokenization.
