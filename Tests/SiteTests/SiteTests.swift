// Behaviours of Site.
