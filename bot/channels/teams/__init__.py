"""The bot in Microsoft Teams: personal chat, group chats and channels."""
