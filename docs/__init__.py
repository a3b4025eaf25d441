"""Documentation, and the command that writes its generated parts."""
