"""The machinery every conversation runs on: messages, dialogues, inbox, ledger. No vendor package, no word of text."""
