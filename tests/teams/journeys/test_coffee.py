"""Coffee hours, gone through in Teams."""

from tests.coffee.test_journeys import *  # noqa: F403
