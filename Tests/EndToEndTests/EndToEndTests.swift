// Behaviours of EndToEnd.
