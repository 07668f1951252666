"""Addresses to sources. The only part of the program that uses the network or a clock; imported when an address is given."""
