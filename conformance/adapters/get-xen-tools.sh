#!/bin/sh
# Puts Xen's own programs for images, as Debian packages them, into DIR: DIR/bin/verify-stream-v2 and
# DIR/bin/convert-legacy-stream. Needs apt, dpkg and Python 3; the package is only unpacked, nothing is installed.
#
#   sh get-xen-tools.sh DIR
set -eu
dir=${1:?DIR}
package=${XEN_UTILS:-xen-utils-4.17}
mkdir -p "$dir/bin"
dir=$(cd "$dir" && pwd)

cd "$dir"
rm -f "$package"_*.deb
apt-get -q download "$package" || { apt-get -q update && apt-get -q download "$package"; }
dpkg -x "$package"_*.deb root
rm -f "$package"_*.deb

for name in verify-stream-v2 convert-legacy-stream; do
  program=$(find "$dir/root" -name "$name" -type f | head -n 1)
  library=$(dirname "$(dirname "$program")")/lib/python
  # Some builds leave the package's own file out.
  [ -e "$library/xen/__init__.py" ] || : >"$library/xen/__init__.py"

  cat >"$dir/bin/$name" <<END
#!/bin/sh
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH='$library' exec python3 '$program' "\$@"
END
  chmod +x "$dir/bin/$name"
  echo "$dir/bin/$name"
done
