// The room Site.
