#!/bin/sh
# Puts an implementation on trial and prints what came of it in Markdown; both templates run this. Takes from the environment:
#   DSI       the command dsi, as words          ADAPTER  the command of the adapter
#   OUT       the folder for everything          EDITIONS, ROLES, PROFILE, SUITE, KNOWN, SHARD  as dsi certify takes them, or empty
#   SIGNING_KEY  a private key in PEM, or empty
# The exit status of dsi certify is written to OUT/status, so that results are kept before anything fails.
set -eu
mkdir -p "$OUT"
set -- --adapter "$ADAPTER" --out "$OUT"
for edition in ${EDITIONS:-}; do set -- "$@" --edition "$edition"; done
for role in ${ROLES:-}; do set -- "$@" --role "$role"; done
[ -z "${PROFILE:-}" ] || set -- "$@" --profile "$PROFILE"
[ -z "${SUITE:-}" ] || set -- "$@" --suite "$SUITE"
[ -z "${KNOWN:-}" ] || set -- "$@" --known "$KNOWN"
[ -z "${SHARD:-}" ] || set -- "$@" --shard "$SHARD"
if [ -n "${SIGNING_KEY:-}" ]; then
  key=$(mktemp)
  trap 'rm -f "$key"' EXIT
  printf '%s\n' "$SIGNING_KEY" >"$key"
  set -- "$@" --sign "$key"
fi
status=0
# The words of the command are divided at blanks, as they were given.
$DSI certify "$@" >"$OUT/report.txt" || status=$?
echo "$status" >"$OUT/status"
[ "$status" -gt 1 ] || [ -n "${SHARD:-}" ] || $DSI certificate badge $(ls "$OUT"/certificate.*.json | grep -v "[.]dsse[.]json$") --out "$OUT/badge.svg"
printf '### Conformance of the domain save image\n\n```\n'
cat "$OUT/report.txt"
printf '```\n'
