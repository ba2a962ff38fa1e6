"""What is to be done, over all visits."""
