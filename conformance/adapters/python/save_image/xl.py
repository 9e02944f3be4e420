"""The xl save file: a header of 48 octets and optional data before the libxl stream; little-endian on x86."""
from collections import namedtuple

MAGIC = b"Xen saved domain, xl format\n \0 \r"
HEADER_LENGTH = 48
BYTE_ORDER = b"\x04\x03\x02\x01"
_JSON, _STREAM = 1, 2

# config: text of the configuration. end: offset of the libxl stream.
XlHeader = namedtuple("XlHeader", "config end")


def is_opening(octets):
    """Whether the input begins as such a file does, by most of its octets."""
    return sum(a == b for a, b in zip(octets.read(0, len(MAGIC)), MAGIC)) >= len(MAGIC) // 2


def read_header(octets, judge, legacy=False):
    """The header at the start of the file, around a libxl stream or a legacy one."""
    head = octets.read(0, HEADER_LENGTH)
    if head[:32] != MAGIC[:len(head)]:
        judge.fatal("xl-magic", 0)
    if len(head) < HEADER_LENGTH:
        judge.fatal("xl-truncated", octets.size)
    if head[32:36] != BYTE_ORDER:
        judge.fatal("xl-byte-order", 32)
    mandatory, optional, length = (octets.u32(at, "little") for at in (36, 40, 44))
    if mandatory & ~(_JSON | _STREAM):
        judge.fault("xl-mandatory-flags", 36)
    if bool(mandatory & _STREAM) == legacy:
        judge.fatal("legacy-xl-flag" if legacy else "xl-stream-flag", 36)
    if optional and not legacy:
        judge.advice("xl-optional-flags", 40)
    config = _config(octets, length, judge)
    if legacy:
        pass  # its form is as free as it was then
    elif bool(mandatory & _JSON) != bool(config):
        judge.departure("xl-config-format", 36)
    elif config and config[-1]:
        judge.departure("xl-config-nul", 52 + len(config) - 1)
    return XlHeader(_text(config), HEADER_LENGTH + length)


def _config(octets, length, judge):
    if length == 0:
        return b""
    if length < 4:
        judge.fatal("xl-optional-length", 44)
    if octets.size >= 52 and octets.u32(48, "little") > length - 4:
        judge.fatal("xl-optional-length", 44)
    if octets.size < HEADER_LENGTH + length:
        judge.fatal("xl-truncated", octets.size)
    config = octets.read(52, octets.u32(48, "little"))
    try:
        config.decode("utf-8")
    except UnicodeDecodeError as error:
        judge.fault("xl-config-text", 52 + error.start)
    return config


def _text(config):
    """The configuration without its NUL."""
    return (config[:-1] if config.endswith(b"\0") else config).decode("utf-8", "replace")
