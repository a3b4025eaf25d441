"""Whether what is said about rewrites is right."""
