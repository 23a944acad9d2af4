"""Values, events and rules of fact-checking; standard library only, no input or output."""
