"""The demo corpora: one invented company's FAQ per language, written for faqeval, with what was planted in it."""
