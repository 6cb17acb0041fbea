"""Who takes part: persons, members, organisers, their names and consents, and how many they are."""
