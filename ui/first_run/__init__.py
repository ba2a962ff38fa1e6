"""The pages that a new desk begins with, in the window itself."""
