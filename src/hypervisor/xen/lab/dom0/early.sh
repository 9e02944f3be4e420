#!/busybox sh
# /init of the initramfs: loads the modules, mounts what the host shares, and goes over to the root that the packages make up.
/busybox mkdir -p /proc /sys /dev /new
/busybox mount -t proc proc /proc
/busybox mount -t devtmpfs dev /dev
for module in $(/busybox cat /modules/order); do
  /busybox insmod "/modules/$module" || echo "cannot load $module"
done
share() { # share TAG FOLDER OPTIONS
  /busybox mount -t 9p -o "trans=virtio,version=9p2000.L,msize=524288,$3" "$1" "$2"
}
# Nothing changes the root meanwhile, so it may be cached; what the host and jobs exchange may not.
share root /new ro,cache=loose
for folder in tmp run var root mnt; do
  /busybox mount -t tmpfs -o size=80% tmpfs "/new/$folder"
done
share lab /new/lab cache=none
/busybox mount -t sysfs sys /new/sys
/busybox mount --move /proc /new/proc
/busybox mount --move /dev /new/dev
exec /busybox switch_root /new /bin/busybox sh /lab/init.sh
