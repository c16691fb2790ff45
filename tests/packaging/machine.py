# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small machine with a real systemd as its first process: this system's files under a layer that ends with it, and
namespaces of its own. Needs root, overlayfs and a cgroup tree; why() says what is missing."""
import os
import shutil
import subprocess
import tempfile
import time

SYSTEMD = "/lib/systemd/systemd"
TREES = ("/sys/fs/cgroup", "/sys/fs/cgroup/systemd", "/sys/fs/cgroup/unified")

# In its namespaces, before systemd. Only what the machine is for is started: no target of this system is.
BOOT = r"""
set -e
mount -t tmpfs none "$1"
mkdir "$1/upper" "$1/work" "$1/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root"
cd "$1/root"
mount -t proc proc proc
mount -t sysfs sysfs sys
if [ "$2" = unified ]; then
    mount -t cgroup2 cgroup2 sys/fs/cgroup
else
    mount -t tmpfs tmpfs sys/fs/cgroup
    mkdir sys/fs/cgroup/systemd sys/fs/cgroup/unified
    mount -t cgroup -o none,name=systemd cgroup sys/fs/cgroup/systemd
    mount -t cgroup2 cgroup2 sys/fs/cgroup/unified
fi
mount -t tmpfs tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mount --rbind /dev dev
rm -rf etc/systemd/system etc/machine-id
mkdir -p etc/systemd/system srv outside
printf '[Unit]\nDescription=Only what is asked for\n' > etc/systemd/system/alone.target
python3 -c 'import fcntl, socket, struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sh", b"lo", 1))'
pivot_root . outside
umount -l /outside
mount --make-rshared /  # who runs a container does this for its systemd, which hands credentials over by it
exec /usr/bin/env -i container=lxc PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    "$3" --system --unit=alone.target --log-target=journal
"""


def run(*argv, **more):
    return subprocess.run(argv, capture_output=True, text=True, timeout=120, check=False, **more)


def groups():
    """The cgroup folders to make; one when the tree is unified, two when it is not."""
    if os.path.exists(TREES[0] + "/cgroup.procs"):
        return [TREES[0]]
    return [tree for tree in TREES[1:] if os.path.exists(tree + "/cgroup.procs")]


def why():
    """What keeps a machine from being booted here; nothing when it can be."""
    if os.geteuid() != 0:
        return "only root can boot one"
    if not os.path.exists(SYSTEMD) or not shutil.which("systemctl"):
        return "systemd is not installed"
    if len(groups()) == 0 or not os.access(groups()[0], os.W_OK):
        return "there is no cgroup tree to write to"
    with tempfile.TemporaryDirectory() as place:
        tried = run("unshare", "-m", "-p", "-f", "-C", "sh", "-ec",
                    f"mount -t tmpfs none {place}; mkdir {place}/u {place}/w {place}/r; "
                    f"mount -t overlay overlay -o lowerdir=/,upperdir={place}/u,workdir={place}/w {place}/r")
    return "" if tried.returncode == 0 else "no layer can be put over this system's files: " + tried.stderr.strip()


class Machine:
    def __init__(self):
        self.place = tempfile.TemporaryDirectory(prefix="wr-machine")
        self.groups = [f"{tree}/wardroom-{os.getpid()}" for tree in groups()]
        for group in self.groups:
            os.makedirs(group, exist_ok=True)
        join = " ".join(f"echo $$ > {group}/cgroup.procs;" for group in self.groups)
        kind = "unified" if len(self.groups) == 1 else "both"
        self.log = open(self.place.name + ".log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            ["sh", "-c", join + ' exec unshare -m -p -f -u -i -n -C --kill-child --propagation private "$@"', "sh",
             "sh", "-c", BOOT, "boot", self.place.name, kind, SYSTEMD],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        until = time.monotonic() + 60
        while self("systemctl", "is-system-running").stdout.strip() not in ("running", "degraded"):
            if time.monotonic() > until or self.process.poll() is not None:
                said = self.said()
                self.close()
                raise AssertionError("systemd did not come up: " + said)
            time.sleep(0.2)

    def said(self):
        self.log.seek(0)
        return self.log.read()[-3000:]

    def first(self):
        """The number that systemd's process has out here."""
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as file:
            return next(iter(file.read().split()), None)

    def __call__(self, *argv, **more):
        """Runs in the machine, as its root."""
        first = self.first()
        if first is None:
            return subprocess.CompletedProcess(argv, 255, "", "there is no first process")
        return run("nsenter", "-t", first, "-m", "-p", "-u", "-i", "-n", "-C", "-r", "-w", *argv, **more)

    def root(self):
        """Its files, as seen from out here."""
        return f"/proc/{self.first()}/root"

    def close(self):
        self.process.kill()  # and with it, by --kill-child, everything
        self.process.wait()
        self.log.close()
        os.remove(self.place.name + ".log")
        self.place.cleanup()
        for group in self.groups:
            for _ in range(50):
                try:
                    for folder, _, _ in os.walk(group, topdown=False):
                        os.rmdir(folder)
                    break
                except OSError:
                    time.sleep(0.1)
