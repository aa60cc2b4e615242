// Behaviours of Figures.
