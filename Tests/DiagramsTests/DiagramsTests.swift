// Behaviours of Diagrams.
