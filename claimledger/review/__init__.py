"""The full-screen app in which a checker works through a ledger's claims."""
