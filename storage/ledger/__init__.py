"""The ledger of deliveries: claiming what is due, settling what the network said."""
