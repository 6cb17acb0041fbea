"""Others' ways to send one message to many chats, each in its own process: `<file> <mode> <api> <token> <count>`.

They run in `.venv/peers`, import nothing of ours, and print one line of JSON: {seconds, cpu, errors}.
"""
