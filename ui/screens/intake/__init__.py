"""Intake: an application form is looked at before it becomes a visit."""
