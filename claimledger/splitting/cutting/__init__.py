"""From text to paragraphs, sentences and quotations."""
