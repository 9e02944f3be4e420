# For jobs: starts the lab's guests and hears what they say.
said() { cat "/var/log/xen/guest-$1.log" 2>/dev/null; }
await() { # await GUEST PATTERN: until it has written a line with the pattern; a minute at most
  turns=0
  until said "$1" | grep -a -q "$2"; do
    turns=$((turns + 1))
    [ $turns -lt 300 ] || { echo "$1 never says $2: $(said "$1" | tail -n 3)" >&2; return 1; }
    sleep 0.2
  done
}
# A PV or PVH guest suspends of its own accord: libxl has to know by which event channel it wants to be asked.
channel() {
  port=$(said "$1" | grep -a -o 'port=[0-9a-f]*' | tail -n 1)
  xenstore-write "/local/domain/$(xl domid "$1")/device/suspend/event-channel" "$((0x${port#port=}))"
}
# What a guest of the same name said before is not for this one to answer for.
start() { rm -f "/var/log/xen/guest-$1.log"; xl create -q "/lab/guests/$1.cfg" && await "$1" port= && channel "$1"; }
# restored GUEST FILE: restores it, hears what it says next, and takes it away again.
restored() {
  rm -f "/var/log/xen/guest-$1.log"
  cp "$2" /tmp/restoring && xl restore /tmp/restoring >&2 && await "$1" gen= && said "$1"
  status=$?
  rm -f /tmp/restoring
  xl destroy "$1"
  return $status
}

# Our own command, where the lab was booted with it, out of memory.
dsi() {
  [ -e /tmp/dsi ] || { cp -r /lab/dsi /tmp/dsi.part && mv /tmp/dsi.part /tmp/dsi; }
  /tmp/dsi/node /tmp/dsi/dist/src/cli/main.js "$@"
}
