// Behaviours of Terminal.
