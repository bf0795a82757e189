"""One's own details, gone through in Teams."""

from tests.conversation.test_profile import *  # noqa: F403
