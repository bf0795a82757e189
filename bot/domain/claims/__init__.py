"""Travel claims: what a trip cost, who pays it, and what AKE should look at."""
