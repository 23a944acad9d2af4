"""What a person or a desk has set: which ledger, which reviewer, which scales."""
