"""Why the splitter made the claims it made."""
