"""What a reception desk does: the words of the trade, their rules, their store and their paper."""
