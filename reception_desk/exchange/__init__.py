"""Other people's formats: application forms in, as the departments really send them."""
