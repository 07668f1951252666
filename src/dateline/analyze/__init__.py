"""What one article says: sentences, names, times, figures, places, reported speech and clauses."""
