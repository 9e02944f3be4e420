"""A Reader, Writer and Verifier of domain save images, editions v2 and v3, with the libxl stream and the xl save file.

Written from the specification alone, in the Python standard library alone: a second source beside the reference.
"""
