"""From a tree to propositions: lists of words, with substitutions."""
