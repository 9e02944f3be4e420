#!/usr/bin/env python3
"""An adapter of protocol 1 in Python: `dsi_adapter.py about | read | check | write | serve`."""
import sys

from save_image.adapter import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
