"""What a receptionist can ask for: one method, one finished piece of work."""
