"""The command line: parse, call the ledger, show."""
