"""How quick the bot is: `make bench` prints a line for each figure."""
