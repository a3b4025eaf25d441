"""How the model and the weights that come with faqeval were made; not part of the package."""
