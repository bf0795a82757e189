"""Partner libraries: who goes with whom, why, and what each wish costs."""
