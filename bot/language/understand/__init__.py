"""How the bot understands what people type in Finnish and Finland-Swedish."""
