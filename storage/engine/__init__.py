"""Connections, transactions, writer and reader threads, migrations: everything about the database but its rows."""
