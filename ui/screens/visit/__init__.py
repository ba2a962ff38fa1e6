"""The visit screen: one visit from all sides."""
