#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the suites that tests/run has built, WARDROOM_JOBS at a time (four, unless that says another number), and
counts.

A suite is one class of a Qt Test program (build/tests/test_*), or one Python file tests/*/test_*.py. Each gets settings
folders of its own, a time limit, and a log in build/test-logs. A crash, a timeout and a suite that ran nothing each
count as one failure."""
import argparse
import concurrent.futures
import dataclasses
import glob
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PYTHON = "/usr/bin/python3"
# Left out by --quick: they fetch real packages, start real services, or kill processes many times.
SLOW = {"TstCrowdSecReal", "TstKilled", "TstLocalProcesses", "TstTour", "TstTwoDesktops", "TstKillEveryStep",
        "TstKillEveryDesktop", "TstSynapse", "TstMatrixContract", "TstMatrixPlatform",
        "TstMatrixFaults", "TstMatrixJudge", "test_story.py", "test_attacks.py", "test_night.py", "TstRoughRoad",
        "test_matrix.py", "TstSignIn", "test_convergence.py", "test_kills.py", "test_baddays.py", "test_load.py",
        "test_sleepers.py", "test_lostkey.py", "test_custody.py", "test_window.py",
        "test_real_fix.py", "test_plugins.py", "test_shell.py", "test_commands.py", "test_remote.py", "test_remote_firewall.py",
        "test_tour.py", "test_tour_matrix.py", "test_atspi.py"}
# Of those the longest: they begin first where no earlier run is known, as in a clean clone, so that none is left alone
# at the end.
LONGEST = {"test_sleepers.py", "test_night.py", "test_attacks.py", "test_baddays.py", "test_tour.py", "test_window.py"}
# Measure time, so nothing else may run beside them.
ALONE = {"TstSpeed", "TstFrames"}
ALONE_IN_FULL = {"test_load.py"}
LIMIT = {"quick": 300, "plain": 900, "full": 7200}  # seconds a suite may take
TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped, (\d+) blacklisted", re.M)
NEXT = re.compile(r"^(PASS|FAIL!|XFAIL|XPASS|BPASS|BFAIL|SKIP|RESULT|Totals|\*{5}|Config|"
                  r"QDEBUG|QINFO|QWARN|QSYSTEM|QFATAL)")
RAN = re.compile(r"^Ran (\d+) tests? in", re.M)
ENDED = re.compile(r"^(?:OK|FAILED)(?: \((.*)\))?$", re.M)

running = set()
lock = threading.Lock()


@dataclasses.dataclass
class Suite:
    name: str
    argv: list
    folder: str
    kind: str  # qt or python
    key: str   # what SLOW and ALONE name


@dataclasses.dataclass
class Outcome:
    suite: Suite
    seconds: float = 0.0
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    lines: list = dataclasses.field(default_factory=list)


def matches(wanted, *names):
    return not wanted or any(wanted.lower() in name.lower() for name in names)


def qt_suites(build, wanted):
    for program in sorted(glob.glob(os.path.join(build, "tests/test_*"))):
        if not os.access(program, os.X_OK) or os.path.isdir(program):
            continue
        name = os.path.basename(program)
        listed = subprocess.run([program, "--classes"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                timeout=60, check=False, stdin=subprocess.DEVNULL).stdout.split()
        classes = [line for line in listed if re.fullmatch(r"\w+", line)]
        if not classes and matches(wanted, name):
            yield Suite(name, [program], build, "qt", name)
        for one in classes:
            if matches(wanted, name, one):
                yield Suite(f"{name} {one}", [program, one, "--class"], build, "qt", one)


def python_suites(wanted):
    for path in sorted(glob.glob(os.path.join(TOP, "tests/*/test_*.py"))):
        name = os.path.basename(path)
        place = os.path.relpath(path, TOP)
        with open(path, encoding="utf-8") as file:
            classes = re.findall(r"^class (\w+)\(", file.read(), re.M)
        module = name[:-3]
        if matches(wanted, place):
            chosen = [module]
        else:
            chosen = [f"{module}.{one}" for one in classes if matches(wanted, one)]
        if chosen:
            argv = [PYTHON, "-B", "-m", "unittest", "-v", *chosen]
            yield Suite(place, argv, os.path.dirname(path), "python", name)


def environment(mode, home):
    made = dict(os.environ, XDG_CONFIG_HOME=home + "/config", XDG_DATA_HOME=home + "/data",
                XDG_CACHE_HOME=home + "/cache", XDG_STATE_HOME=home + "/state", XDG_RUNTIME_DIR=home + "/run",
                PYTHONDONTWRITEBYTECODE="1")
    made.setdefault("QT_QPA_PLATFORM", "offscreen")
    made.setdefault("WARDROOM_BUILD_DIR", os.path.join(TOP, "build"))
    if mode == "quick":
        made["WARDROOM_QUICK"] = "1"
    if mode == "full":
        made["WARDROOM_FULL"] = "1"
        made["QTEST_FUNCTION_TIMEOUT"] = str(4 * 3600 * 1000)  # Qt Test ends a function after five minutes
    for name in ("config", "data", "cache", "state", "run"):
        os.mkdir(os.path.join(home, name), 0o700)
    return made


def end(process):
    """The suite and whatever it left running."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def spoken(suite, mode, log):
    """Runs it into its log; the exit code, or None when the time was up."""
    with tempfile.TemporaryDirectory(prefix="wr-suite", ignore_cleanup_errors=True) as home, open(log, "wb") as out:
        process = subprocess.Popen(suite.argv, cwd=suite.folder, env=environment(mode, home), stdin=subprocess.DEVNULL,
                                   stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        with lock:
            running.add(process)
        try:
            return process.wait(LIMIT[mode])
        except subprocess.TimeoutExpired:
            return None
        finally:
            end(process)
            process.wait()
            with lock:
                running.discard(process)


def qt_failures(text):
    """Each FAIL!, XPASS and QFATAL with the lines that belong to it."""
    taking = False
    for line in text.splitlines():
        if NEXT.match(line):
            taking = line.startswith(("FAIL!", "XPASS", "QFATAL"))
        if taking:
            yield line


def python_failures(text):
    start = text.find("\n======")
    stop = text.rfind("\nRan ")
    return text[start:stop].strip().splitlines() if start >= 0 else []


def count(outcome, text):
    if outcome.suite.kind == "qt":
        for passed, failed, skipped, blacklisted in TOTALS.findall(text):
            outcome.passed += int(passed)
            outcome.failed += int(failed)
            outcome.skipped += int(skipped) + int(blacklisted)
        outcome.lines += qt_failures(text)
        return
    ran = sum(int(number) for number in RAN.findall(text))
    told = {}
    for words in ENDED.findall(text):
        told.update((key, int(number)) for key, number in re.findall(r"([a-z ]+)=(\d+)", words))
    told = {key.strip(): number for key, number in told.items()}
    outcome.failed = told.get("failures", 0) + told.get("errors", 0) + told.get("unexpected successes", 0)
    outcome.skipped = told.get("skipped", 0)
    outcome.passed = max(0, ran - outcome.failed - outcome.skipped)
    outcome.lines += python_failures(text)


def run(suite, mode, logs):
    outcome = Outcome(suite)
    log = os.path.join(logs, re.sub(r"[^A-Za-z0-9_.]+", "-", suite.name) + ".log")
    began = time.monotonic()
    try:
        code = spoken(suite, mode, log)
    except OSError as trouble:
        outcome.failed, outcome.lines = 1, [f"{suite.argv[0]} could not be started: {trouble}"]
        return outcome
    outcome.seconds = time.monotonic() - began
    with open(log, encoding="utf-8", errors="replace") as file:
        text = file.read()
    count(outcome, text)
    tail = text.splitlines()[-15:]
    if code is None:
        outcome.failed += 1
        outcome.lines += [f"not finished after {LIMIT[mode]} s; its last lines:", *tail]
    elif code < 0 or (code != 0 and outcome.failed == 0):
        outcome.failed += 1
        what = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        outcome.lines += [f"ended by {what}; its last lines:", *tail]
    elif outcome.passed + outcome.failed + outcome.skipped == 0:
        outcome.failed, outcome.lines = 1, ["ran nothing; its last lines:", *tail]
    return outcome


def tell(outcome):
    o = outcome
    print(f"{'FAIL' if o.failed else 'ok  '} {o.suite.name}: {o.passed} passed, {o.failed} failed, "
          f"{o.skipped} skipped, {o.seconds:.1f} s", flush=True)
    for line in o.lines if o.failed else []:
        print("     " + line, flush=True)


def in_turn(suites, build, jobs, mode):
    """Longest first as measured last time, so that the end is not one long suite; those who need quiet come last."""
    logs = os.path.join(build, "test-logs")
    os.makedirs(logs, exist_ok=True)
    memory = os.path.join(logs, f"seconds-{mode}.json")
    try:
        with open(memory, encoding="utf-8") as file:
            known = json.load(file)
    except (OSError, ValueError):
        known = {}
    suites.sort(key=lambda suite: -known.get(suite.name, 900 if suite.key in LONGEST else 600 if suite.key in SLOW else 10))
    outcomes = []
    quiet = ALONE | ALONE_IN_FULL if mode == "full" else ALONE
    alone = [suite for suite in suites if suite.key in quiet]
    for together, chosen in ((jobs, [suite for suite in suites if suite not in alone]), (1, alone)):
        with concurrent.futures.ThreadPoolExecutor(together) as pool:
            for done in concurrent.futures.as_completed([pool.submit(run, suite, mode, logs) for suite in chosen]):
                outcomes.append(done.result())
                tell(outcomes[-1])
    known.update((outcome.suite.name, round(outcome.seconds, 2)) for outcome in outcomes)
    with open(memory, "w", encoding="utf-8") as file:
        json.dump(known, file, indent=1, sort_keys=True)
    return outcomes


def stop(number, _frame):
    with lock:
        for process in running:
            end(process)
    print("interrupted", file=sys.stderr)
    os._exit(128 + number)


def summary(outcomes):
    failed = [outcome for outcome in outcomes if outcome.failed]
    print("\nSlowest:")
    for outcome in sorted(outcomes, key=lambda one: -one.seconds)[:10]:
        print(f"  {outcome.seconds:7.1f} s  {outcome.suite.name}")
    if failed:
        print("\nFailed (logs in build/test-logs):")
        for outcome in failed:
            print(f"  {outcome.suite.name}")
    print()
    passed, bad, skipped = (sum(getattr(one, name) for one in outcomes) for name in ("passed", "failed", "skipped"))
    print(f"{passed} passed, {bad} failed, {skipped} skipped", flush=True)
    return 1 if bad or passed == 0 else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("--mode", choices=sorted(LIMIT), default="plain")
    parser.add_argument("--filter", default="")
    asked = parser.parse_args()
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    seed = os.environ.setdefault("WARDROOM_SEED", str(random.SystemRandom().randrange(1, 2**31)))
    print(f"WARDROOM_SEED={seed}", flush=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    suites = [*qt_suites(asked.build, asked.filter), *python_suites(asked.filter)]
    if asked.mode == "quick":
        left = sorted(suite.name for suite in suites if suite.key in SLOW)
        suites = [suite for suite in suites if suite.key not in SLOW]
        print("left out by --quick: " + (", ".join(left) or "nothing"))
    if asked.filter and not suites:
        print(f"Nothing is called \"{asked.filter}\".", file=sys.stderr)
    return summary(in_turn(suites, asked.build, int(os.environ.get("WARDROOM_JOBS", "4")), asked.mode))


if __name__ == "__main__":
    sys.exit(main())
