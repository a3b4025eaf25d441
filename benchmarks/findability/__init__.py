"""Findability without labels beside findability from labels."""
