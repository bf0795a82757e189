"""AKE visits: who comes, when, to whom, and who waits for a day."""
