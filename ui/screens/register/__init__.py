"""The register of visitors who come without a plan."""
