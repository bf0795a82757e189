"""Coffee hours: who meets whom over a remote cup, how often, and how many came of it."""
