"""What the tests with a real browser share."""

import pytest_asyncio

from tests.web.place import chromium


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser():
    """A real Chromium, one for each file."""
    async with chromium() as browser:
        yield browser
