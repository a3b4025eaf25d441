"""Whether gaps that were planted are found, and nothing else."""
