"""Chapter 13: the libvirt save file, a header of 64 octets and the domain's XML before the libxl stream."""
from collections import namedtuple

MAGIC = b"libvirt-xml\n \0 \r"
HEADER_LENGTH = 64
VERSION = 2

# config: text of the XML. end: offset of the libxl stream.
LibvirtHeader = namedtuple("LibvirtHeader", "config end")


def read_header(octets, judge):
    """The header at the start of the file, and the XML."""
    head = octets.read(0, HEADER_LENGTH)
    if head[:16] != MAGIC[:len(head)]:
        judge.fatal("libvirt-magic", 0)
    if len(head) < HEADER_LENGTH:
        judge.fatal("libvirt-truncated", octets.size)
    if octets.u32(16, "little") != VERSION:
        judge.fault("libvirt-version", 16)
    length = octets.u32(20, "little")
    if length == 0:
        judge.fault("libvirt-xml-length", 20)
    if any(head[24:]):
        judge.departure("libvirt-unused", 24)
    end = HEADER_LENGTH + length
    if octets.size < end:
        judge.fatal("libvirt-truncated", octets.size)
    return LibvirtHeader(_config(octets.read(HEADER_LENGTH, length), judge), end)


def _config(xml, judge):
    text, nul, rest = xml.partition(b"\0")
    if xml and (not nul or rest):
        judge.departure("libvirt-xml-nul", HEADER_LENGTH + len(text))
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        judge.fault("libvirt-xml-text", HEADER_LENGTH + error.start)
        return ""
