"""HVM_PARAMS: a count and that many pairs of index and value."""

_COUNT = 39
IOREQ_SERVER_PFN, NR_IOREQ_SERVER_PAGES = 32, 33
_VIRIDIAN, _X87_FIP_WIDTH = 9, 36


def take(domain, record):
    """Merges the parameters into the domain's; the last value of an index wins."""
    judge, octets, at = domain.judge, domain.octets, record.body
    if record.length < 8 or record.length != 8 + 16 * octets.u32(at, record.order):
        judge.fault("hvm-params-length", record.at + 4)
        return
    if not octets.is_zero(at + 4, at + 8):
        judge.departure("hvm-params-reserved", at + 4)
    if record.length == 8:
        judge.advice("record-empty", record.at + 4)
    words = octets.words(at + 8, (record.length - 8) // 8, record.order)
    met = set()
    for pair in range(0, len(words), 2):
        index, value = words[pair], words[pair + 1]
        here = at + 8 + 8 * pair
        if index >= _COUNT:
            judge.fault("hvm-params-index", here)
        if index in met:
            domain.liberty("hvm-params-repeated", here)
        if value == 0:
            judge.departure("hvm-params-zero", here + 8)
        if not _is_allowed(index, value):
            judge.fault("hvm-params-value", here + 8)
        met.add(index)
        domain.hvm_params[index] = value
        domain.hvm_param_places[index] = here


def _is_allowed(index, value):
    if index == _X87_FIP_WIDTH:
        return value in (0, 4, 8)
    if index == _VIRIDIAN:
        return value == 0 or (value & 1 and value < 1 << 13)
    return True


def judge_pair(domain):
    """The two parameters of the ioreq server's pages come together."""
    places = domain.hvm_param_places
    given = [places[index] for index in (IOREQ_SERVER_PFN, NR_IOREQ_SERVER_PAGES) if index in places]
    if len(given) == 1:
        domain.judge.departure("hvm-params-ioreq-pair", given[0])
