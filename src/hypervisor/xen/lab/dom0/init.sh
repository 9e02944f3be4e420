# The first process of dom0: brings up Xen's toolstack, then runs the jobs that the host puts into /lab/jobs, any number at a time, until
# the host says stop or has had no job for a long time.
export PATH=/usr/lib/xen-4.17/bin:/tmp/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
say() { echo "lab $(cut -d' ' -f1 /proc/uptime): $*"; }

# Whatever jobs start over and over is taken out of the share, where each file that is opened costs several round trips to the host.
mkdir -p /tmp/bin /tmp/lib /tmp/xen
cp /bin/busybox /tmp/bin/busybox
/tmp/bin/busybox --install -s /tmp/bin
cp /usr/bin/xenstore* /lab/restorer /tmp/bin/
for program in xl libxl-save-helper xenstored xenconsoled xen-init-dom0; do
  cp "/usr/lib/xen-4.17/bin/$program" /tmp/xen/
done
for program in /tmp/xen/* /tmp/bin/restorer; do
  LD_TRACE_LOADED_OBJECTS=1 "$program" | awk '$3 ~ /^\// { print $3 }'
done | sort -u | while read -r library; do cp "$library" /tmp/lib/; done
mount --bind /tmp/xen /usr/lib/xen-4.17/bin
export LD_LIBRARY_PATH=/tmp/lib
mkdir -p /run/xen /run/lock /run/xenstored /var/lib/xen /var/log/xen /var/lib/xenstored /dev/pts /dev/shm
ln -s /run /var/run
ln -s /run/lock /var/lock
mount -t devpts devpts /dev/pts
mount -t xenfs xenfs /proc/xen
while read -r tag folder; do
  folder=/mnt/$folder
  mkdir -p "$folder"
  mount -t 9p -o "trans=virtio,version=9p2000.L,msize=524288,ro,cache=loose" "$tag" "$folder" || say "cannot mount $folder"
done </lab/folders
say "xenstore starts"
xenstored --pid-file /run/xen/xenstored.pid
until xenstore-read -s / >/dev/null 2>&1; do sleep 0.1; done
xen-init-dom0
xenconsoled --log=all --log-dir=/var/log/xen --pid-file=/run/xen/xenconsoled.pid
say "ready"
mkfifo /run/never
exec 9<>/run/never
touch /lab/ready

# A job is a folder with the script `run`; it leaves `out`, `err` and, last of all, `status`.
idle=0
while [ ! -e /lab/stop ] && [ $idle -lt 9000 ]; do
  idle=$((idle + 1))
  for run in /lab/jobs/*/run; do
    [ -e "$run" ] || continue
    idle=0
    job=${run%/run}
    mv "$run" "$job/running"
    (
      cd "$job"
      sh ./running >out 2>err 9<&-
      echo $? >ended
      mv ended status
    ) </dev/null &
  done
  read -r -t 0.1 _ <&9
done
say "stops"
xl dmesg >/lab/xen.log 2>&1
dmesg >/lab/linux.log 2>&1
sync
poweroff -f
