"""Test doubles shared by several test folders: a publisher that signs, and one that lies."""
