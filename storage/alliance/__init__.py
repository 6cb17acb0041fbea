"""People and what they do in the alliance, in the database."""
