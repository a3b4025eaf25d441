"""The languages faqeval knows, one file each."""
