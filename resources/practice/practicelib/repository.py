# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian packages built from a description, and a signed `file:` repository of them."""
import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

ARCHITECTURES = "amd64 arm64 all"


def run(argv, **more):
    """Runs a tool and shows its own words when it fails."""
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", timeout=60, check=False, **more)
    if done.returncode != 0:
        from .layout import PracticeError
        raise PracticeError(f"{' '.join(argv[:3])} … exited {done.returncode}:\n{done.stdout.strip()[-2000:]}")
    return done.stdout


def build(package, into, when):
    """Builds one .deb. `package`: name, version, control (dict), files {path: (text, mode)}, changelog, scripts."""
    name, version = package["name"], package["version"]
    with tempfile.TemporaryDirectory(prefix="wrd") as top:
        sums = []
        for path, (text, mode) in sorted(files_of(package).items()):
            target = os.path.join(top, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            content = text if isinstance(text, bytes) else text.encode()
            with open(target, "wb") as file:
                file.write(content)
            os.chmod(target, mode)
            sums.append(f"{hashlib.md5(content, usedforsecurity=False).hexdigest()}  {path}\n")
        write_control(package, top, sums)
        for folder, _, _ in os.walk(top):
            os.chmod(folder, 0o755)
        deb = os.path.join(into, f"{name}_{version}_all.deb")
        run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", top, deb],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(int(when))})
    return deb


def files_of(package):
    files = dict(package.get("files", {}))
    if package.get("changelog"):
        packed = gzip.compress(package["changelog"].encode(), mtime=0)
        files[f"usr/share/doc/{package['name']}/changelog.Debian.gz"] = (packed, 0o644)
    return files


def write_control(package, top, sums):
    os.makedirs(os.path.join(top, "DEBIAN"))
    fields = {"Package": package["name"], "Version": package["version"], "Architecture": "all",
              "Maintainer": "Practice <practice@example.com>", "Section": "misc", "Priority": "optional",
              **package.get("control", {})}
    with open(os.path.join(top, "DEBIAN/control"), "w", encoding="utf-8") as file:
        file.writelines(f"{key}: {value}\n" for key, value in fields.items())
    with open(os.path.join(top, "DEBIAN/md5sums"), "w", encoding="utf-8") as file:
        file.writelines(sums)
    for script, text in package.get("scripts", {}).items():
        path = os.path.join(top, "DEBIAN", script)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, 0o755)


def index(folder):
    """The Packages file: what each .deb says of itself, and its size and hash."""
    names = sorted(name for name in os.listdir(folder) if name.endswith(".deb"))

    def entry(name):
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        fields = run(["dpkg-deb", "-f", path]).rstrip("\n")
        return f"{fields}\nFilename: ./{name}\nSize: {os.path.getsize(path)}\nSHA256: {digest}\n"

    with ThreadPoolExecutor(4) as pool:
        return "\n".join(pool.map(entry, names))


def publish(folder, keyring, suite="practice", label="Wardroom practice"):
    """Writes Packages and a signed InRelease; the public key goes to `keyring`, the private one is thrown away."""
    packages = index(folder).encode()
    with open(os.path.join(folder, "Packages"), "wb") as file:
        file.write(packages)
    release = (f"Origin: Wardroom\nLabel: {label}\nSuite: {suite}\n"
               f"Date: {time.strftime('%a, %d %b %Y %H:%M:%S UTC', time.gmtime())}\n"
               f"Architectures: {ARCHITECTURES}\nSHA256:\n {hashlib.sha256(packages).hexdigest()} {len(packages)} Packages\n")
    # A long path breaks the agent's socket, so the key lives in a short one.
    home = tempfile.mkdtemp(prefix="wg", dir="/tmp")
    gpg = ["gpg", "--homedir", home, "--batch", "--quiet", "--no-tty", "--pinentry-mode", "loopback", "--passphrase", ""]
    try:
        run(gpg + ["--quick-gen-key", f"{label} <practice@example.com>", "ed25519", "sign", "1y"])
        source = os.path.join(home, "Release")
        with open(source, "w", encoding="utf-8") as file:
            file.write(release)
        run(gpg + ["--yes", "-o", os.path.join(folder, "InRelease"), "--clearsign", source])
        run(gpg + ["--yes", "-o", keyring, "--export"])
    finally:
        subprocess.run(["gpgconf", "--homedir", home, "--kill", "all"], stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20, check=False)
        shutil.rmtree(home, ignore_errors=True)
