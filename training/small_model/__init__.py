"""How the small transformer that comes with faqeval is made: ``python -m training.small_model``."""
