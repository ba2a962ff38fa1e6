"""The welcome screen: what the signs show, the queue, the words of one message."""
