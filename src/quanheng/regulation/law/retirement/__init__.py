"""Statutory retirement: the old ages, and the gradual change of 2025 month by month. 退休"""
