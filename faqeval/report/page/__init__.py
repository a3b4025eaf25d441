"""The page as values: every number and sentence that the templates lay out."""
