"""The desk on the screen: shows what the desk knows, passes on what people do."""
