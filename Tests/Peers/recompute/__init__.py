"""Recomputes what pages of Nakami show, see ../recompute_pages.py."""
