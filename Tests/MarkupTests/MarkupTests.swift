// Behaviours of Markup.
