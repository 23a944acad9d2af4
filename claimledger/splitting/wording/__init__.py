"""From a proposition to a sentence that stands alone."""
