"""A Reader, Writer and Verifier of domain save images: every edition and container of the specification.

Written from the specification alone, in the Python standard library alone: a second source beside the reference.
"""
