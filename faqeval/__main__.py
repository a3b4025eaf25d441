"""``python -m faqeval`` is the command line."""

from .cli import main

main()
