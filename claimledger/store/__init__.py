"""The ledger file: SQLite, an append-only log of events, and what follows from it."""
