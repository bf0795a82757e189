"""What a link opens once: a paper, or half an hour on a page with what is open in the chat."""
