"""What is written so that only this desk can read it: the seal, where its key lies, its recovery code (A1.3)."""
