"""How a model's weights are fitted to labelled FAQs: here and by ``faqeval models fit``."""
