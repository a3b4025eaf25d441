"""Labelled FAQs, and judges that have not seen some of them."""
