"""The steps of the schema, oldest first. A step that has been released is never changed."""

HEAD = "0019"
"""The newest step. A database that is there already is not looked at any further."""
