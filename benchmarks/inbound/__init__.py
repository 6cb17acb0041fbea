"""The whole way in: from a network's batch to replies in the ledger, ours beside the usual way of writing a bot."""
