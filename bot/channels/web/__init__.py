"""The bot's own page on this machine: forms, buttons, tables and files, with or without script."""
