"""Prints every field of an image as `path value` lines, read by the parser that the compiler made for Python.

Usage: python3 fields.py FOLDER-OF-GENERATED-MODULES IMAGE...; a line `== IMAGE` stands before the fields of each.
Integers are decimal, 64-bit pairs joined; octets are their length and SHA-256; enum values are numbers,
text is JSON.
"""

import builtins
import enum
import hashlib
import importlib
import json
import pathlib
import sys


def walk(path, value):
    if type(value).__name__ == "Uint64":
        yield path, value.hi << 32 | value.lo
    elif hasattr(value, "SEQ_FIELDS"):
        for name in value.SEQ_FIELDS:
            # A field whose `if` is false was never set.
            if hasattr(value, name):
                yield from walk(f"{path}.{name}" if path else name, getattr(value, name))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from walk(f"{path}[{i}]", item)
    elif isinstance(value, bytes):
        yield path, f"{len(value)} {hashlib.sha256(value).hexdigest()}"
    elif isinstance(value, enum.Enum):
        yield path, value.value
    elif isinstance(value, bool):
        yield path, str(value).lower()
    elif isinstance(value, str):
        yield path, json.dumps(value, ensure_ascii=False)
    else:
        yield path, value


def main(folder, *images):
    sys.path.insert(0, folder)
    # Release 0.10 of the compiler names enumerations of other files without their module.
    for file in pathlib.Path(folder).glob("*.py"):
        for name, member in vars(importlib.import_module(file.stem)).items():
            if isinstance(member, type):
                setattr(builtins, name, member)
    parser = importlib.import_module("domain_save_image").DomainSaveImage
    for image in images:
        print(f"== {image}")
        root = parser.from_file(image)
        # Built in debug mode, where the constructor leaves reading to the caller.
        root._read()
        for path, value in walk("", root):
            print(path, value)


main(*sys.argv[1:])
