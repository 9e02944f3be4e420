#!/bin/sh
# An adapter in POSIX shell, od and awk: a Reader and a Verifier of HVM images without a container. It says whether it
# would take an image, not what it restored ("values": []), and shares nothing with the reference but the specification.
#
#   sh adapter.sh about | read IMAGE | check IMAGE
#
# Environment (conformance/README.md): DSI_EDITION is v2 or v3; DSI_CONTEXT is the context of the stream as JSON.
set -u
export LC_ALL=C

about() {
  cat <<'JSON'
{
  "protocol": 1,
  "name": "dsi-shell",
  "version": "1.0.0",
  "editions": ["v2", "v3"],
  "roles": ["reader", "verifier"],
  "features": ["x86-hvm", "synthetic"],
  "choices": { "record-limit": "refuse", "byte-order": "little-only", "static-in-v2": "refuse" },
  "values": []
}
JSON
}

unsupported() {
  echo "$1" >&2
  exit 3
}

# The text after "$1": in the context, up to the next comma or brace; nothing where the context does not have the key.
in_context() {
  printf '%s' "${DSI_CONTEXT:-}" | sed -n "s/.*\"$1\" *: *\"\{0,1\}\([^,\"}]*\).*/\1/p"
}

judge() {
  role=$1 image=$2
  edition=${DSI_EDITION:-v3}
  case $edition in v2 | v3) ;; *) unsupported "edition $edition" ;; esac
  case $(in_context stream) in '' | plain) ;; *) unsupported "checkpointed streams" ;; esac
  case $(in_context channel) in '' | forward) ;; *) unsupported "the back channel" ;; esac
  if [ ! -f "$image" ] || [ ! -r "$image" ]; then
    echo "$image: no file that can be read" >&2
    exit 2
  fi
  case $(dd if="$image" bs=8 count=1 2>/dev/null | tr -d '\000') in
    LibxlFmt | 'Xen save') unsupported "containers" ;;
  esac
  # Long lines are quicker; not every od can make them.
  od="exec od -An -v -tx1"
  od -w512 /dev/null >/dev/null 2>&1 && od="$od -w512"
  IMAGE=$image exec awk -v od="$od" -v role="$role" -v edition="${edition#v}" -v kind="$(in_context kind)" \
    -v vcpus="$(in_context vcpus)" -v size="$(wc -c <"$image")" -f "$(dirname "$0")/image.awk"
}

case ${1:-} in
  about) about ;;
  read) judge reader "${2:?read IMAGE}" ;;
  check) judge verifier "${2:?check IMAGE}" ;;
  *) unsupported "${1:-nothing}" ;;
esac
