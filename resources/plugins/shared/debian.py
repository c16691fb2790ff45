# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a host's dpkg and apt say. Read only."""
import gzip
import io
import os
import re
import subprocess
import tarfile
import tempfile
import urllib.parse

from wardroom import Stop, command, inside

CVE_IN_TEXT = re.compile(r"\bCVE-[0-9]{4}-[0-9]{4,7}\b")
HEAD = re.compile(r"^([a-z0-9][a-z0-9+.-]*) \(([^()\s]+)\)")
INSTALL = re.compile(r"^Inst (\S+) (?:\[([^\]]+)\] )?\((\S+) ")
REMOVE = re.compile(r"^(?:Remv|Purg) (\S+) \[([^\]]+)\]")
BIGGEST_CHANGELOG = 8 << 20
ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "HOME": "/work",
               "DEBIAN_FRONTEND": "noninteractive"}


class Debian:
    """The package system of one host."""

    def __init__(self, request):
        self.request = request
        self.root = request.root()
        # APT_CONFIG is read before anything else, so no other configuration (and none of its hooks) gets in.
        config = local_config() if self.root == "/" else self.root + "/etc/apt/apt.conf"
        self.prefix = ["env", f"APT_CONFIG={config}"]
        self.addresses = {}

    def has_apt(self):
        where = "/etc/apt" if self.root == "/" else self.root + "/etc/apt/apt.conf"
        return os.path.exists(where)

    def apt(self, tool, *arguments, seconds=20):
        return command([*self.prefix, tool, *arguments], seconds, env=ENVIRONMENT)

    def query(self, *arguments):
        return command(["dpkg-query", "--admindir", os.path.join(self.root, "var/lib/dpkg"), *arguments], env=ENVIRONMENT)

    def installed(self):
        """{package: (version, state)} of everything dpkg knows."""
        code, out, error = self.query("-W", "-f", "${Package}\t${Version}\t${db:Status-Abbrev}\n")
        if code != 0:
            raise Stop(self.request.t(f"dpkg cannot be read: {error.strip()}", f"无法读取 dpkg：{error.strip()}"))
        lines = (line.split("\t") for line in out.splitlines())
        return {line[0]: (line[1], line[2].strip()) for line in lines if len(line) == 3}

    def state(self, package):
        """(version, state) as dpkg has it now; ("", "un") if it never was there."""
        code, out, _ = self.query("-W", "-f", "${Version}\t${db:Status-Abbrev}\n", package)
        version, _, state = out.split("\n")[0].partition("\t") if code == 0 else ("", "", "un")
        return version, state.strip()

    def simulate(self, *arguments):
        """What apt would do: [(package, before or "", after or "")]; raises with apt's own words."""
        code, out, error = self.apt("apt-get", "-s", "-o", "Debug::NoLocking=1", *arguments)
        if code != 0:
            raise Stop(self.request.t("apt refuses: ", "apt 拒绝：") + apt_words(error or out))
        return self.parse(out)

    @staticmethod
    def parse(simulation):
        found = []
        for line in simulation.splitlines():
            if match := INSTALL.match(line):
                found.append((match[1], match[2] or "", match[3]))
            elif match := REMOVE.match(line):
                found.append((match[1], match[2], ""))
        return found

    def locate(self, wanted):
        """Asks at once where apt would fetch these [(package, version)] from; address() then knows."""
        new = [pair for pair in wanted if pair not in self.addresses]
        if not new:
            return
        self.addresses.update((pair, None) for pair in new)
        _, out, _ = self.apt("apt-get", "-q", "--print-uris", "download", *(f"{package}={version}" for package, version in new))
        for url, name, size in re.findall(r"^'([^']+)' (\S+) ([0-9]+)", out, re.M):
            package, version = (urllib.parse.unquote(part) for part in name.split("_")[:2])
            self.addresses[package, version] = (url, int(size))

    def address(self, package, version):
        """Where apt would fetch this version from: (url, bytes), or None."""
        self.locate([(package, version)])
        return self.addresses[package, version]

    def fetch(self, package, version):
        """The .deb of this version, where apt's source is a folder; there is no network here to fetch another with."""
        found = self.address(package, version)
        if found is None or not found[0].startswith("file:"):
            return None
        return urllib.parse.unquote(found[0][len("file:"):])

    def newer_entries(self, package, after, version=None):
        """The candidate's own changelog: [(version, text)] of the entries newer than `after`; None if there is none."""
        version = version or self.candidate(package)
        deb = self.fetch(package, version) if version else None
        changelog = changelog_of(deb) if deb else None
        if changelog is None:
            return None
        found = []
        for entry, words in entries(changelog):
            if entry == after or (after and not newer(entry, after)):
                break
            found.append((entry, words))
        return found

    def candidate(self, package):
        code, out, _ = self.apt("apt-cache", "policy", package)
        match = re.search(r"^  Candidate: (\S+)$", out, re.M)
        return match[1] if code == 0 and match and match[1] != "(none)" else None

    def own_changelog(self, package):
        """The changelog that the installed package brought along."""
        for name in ("changelog.Debian.gz", "changelog.Debian.amd64.gz", "changelog.gz"):
            path = inside(self.root, f"usr/share/doc/{package}/{name}")
            try:
                with gzip.open(path, "rb") as file:
                    return file.read(BIGGEST_CHANGELOG).decode("utf-8", "replace")
            except (OSError, TypeError, EOFError):
                continue
        return None

    def lists_age(self):
        """When apt last read its sources (milliseconds), or 0."""
        try:
            folder = os.path.join(self.root, "var/lib/apt/lists")
            return max(int(os.stat(entry.path).st_mtime * 1000) for entry in os.scandir(folder) if entry.is_file())
        except (OSError, ValueError):
            return 0


def local_config():
    """An apt configuration for this machine, read only: its lists are read once and the result kept in the sandbox."""
    cache = tempfile.mkdtemp(prefix="apt")
    os.makedirs(os.path.join(cache, "archives/partial"))
    path = os.path.join(cache, "apt.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'Dir::Cache "{cache}";\nDir::Etc::parts "{cache}/none";\nDebug::NoLocking "true";\n')
    os.makedirs(os.path.join(cache, "none"))
    return path


def newer(left, right):
    return command(["dpkg", "--compare-versions", left, "gt", right])[0] == 0


def entries(changelog):
    """[(version, text)], newest first."""
    found = []
    for line in changelog.splitlines():
        if match := HEAD.match(line):
            found.append((match[2], []))
        elif found:
            found[-1][1].append(line)
    return [(version, "\n".join(lines)) for version, lines in found]


def cves(text):
    """Ids that the text names, each once, in order."""
    return list(dict.fromkeys(CVE_IN_TEXT.findall(text)))


def changelog_of(deb):
    """Reads the Debian changelog out of a .deb without unpacking it to disk."""
    code, out = raw(["dpkg-deb", "--fsys-tarfile", deb])
    if code != 0:
        return None
    with tarfile.open(fileobj=io.BytesIO(out)) as archive:
        for member in archive:
            if re.fullmatch(r"\./usr/share/doc/[^/]+/changelog\.Debian(\.[a-z0-9]+)?\.gz", member.name) and member.isreg():
                with gzip.open(archive.extractfile(member)) as file:
                    return file.read(BIGGEST_CHANGELOG).decode("utf-8", "replace")
    return None


def raw(argv):
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60,
                          check=False, env=ENVIRONMENT)
    return done.returncode, done.stdout


def apt_words(error):
    """The lines in which apt says why, without its prefixes."""
    lines = [line.strip() for line in error.splitlines() if line.strip()]
    errors = [line[3:] for line in lines if line.startswith("E: ")]
    return "; ".join(errors or lines[-2:])[:400] or "no reason given"
