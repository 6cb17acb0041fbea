"""The post room in the database: what comes in, what goes out, dialogues under way, files and accounts."""
