"""Partner libraries: registering, pairing, visits to each other, and reports of them."""
