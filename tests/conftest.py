"""What all tests share."""

pytest_plugins = ["tests.fakeapi.fixtures", "tests.storage_fixtures"]
