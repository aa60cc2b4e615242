// Behaviours of Training.
