"""Pure maths, one formula per file. Import from the file: ``from faqeval.measures.bm25 import bm25_weights``."""
