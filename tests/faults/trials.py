"""What is done to builds. A trial gives one list of faults for each attempt; an empty list is a pass."""

import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

from world import Ran, digest, remove

NOBODY = "65534"


class Skip(Exception):
    """Why a trial cannot be made here."""


def kills(world, rng, count):
    """SIGKILL at random moments; the next run needs no hand, nor does the one after two that were killed."""
    return stopped(world, rng, count, [signal.SIGKILL])


def signals(world, rng, count):
    """SIGINT and SIGTERM at random moments."""
    return stopped(world, rng, count, [signal.SIGINT, signal.SIGTERM])


def stopped(world, rng, count, kinds):
    began = time.monotonic()
    yield world.publish("a")
    lasts = time.monotonic() - began
    old = "a"
    for attempt in in_time(count):
        new = other(old, attempt)
        process = world.start(new)
        time.sleep(rng.uniform(0, 1.1 * lasts))
        process.send_signal(kinds[attempt % len(kinds)])
        ran, state = Ran(process), world.state()
        faults = ran.faults()
        if state not in (old, new):
            faults.append(f"stopped while `{new}` replaced `{old}`: {state}")
        if ran.code == 0 and state != new:
            faults.append("exit 0, but the old site is published")
        again = rng.random() < 0.25 and state in world.sites
        if not again:
            began = time.monotonic()
            faults += world.publish(new)
            lasts = 0.7 * lasts + 0.3 * (time.monotonic() - began)
        yield faults
        old = state if again else new


def other(old, attempt):
    """Every second time all pages change, else one narrative does."""
    return {"a": "bc"[attempt % 2], "b": "a", "c": "a"}[old]


def kills_at_calls(world, rng, count):
    """SIGKILL on the way into a system call, the exchange and what surrounds it above all."""
    need_strace()
    yield world.publish("a")
    old = "a"
    positions = [("renameat2", 1), ("syncfs", 1), ("fsync", 1), ("unlinkat", 1), ("unlinkat", 2), ("unlinkat", 40), ("rmdir", 1), ("mkdir", 1), ("unlink", 1)]
    for attempt in in_time(count):
        new = other(old, attempt // 2)
        if attempt < len(positions):
            call, when = positions[attempt]
        else:
            call, when = rng.choice([("openat", rng.randint(60, 400)), ("write", rng.randint(1, 300)), ("linkat", rng.randint(1, 300)), ("unlinkat", rng.randint(1, 300))])
        ran = world.run(new, ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={call}:signal=KILL:when={when}"], env=one_thread())
        faults, state = ran.faults(), world.state()
        if state not in (old, new):
            faults.append(f"killed at {call} {when} while `{new}` replaced `{old}`: {state}")
        yield faults + world.publish(new)
        old = new


def kills_without_exchange(world, rng, count):
    """A file system without exchange, and SIGKILL around its two renames: the site is old or new, or the next run puts it back."""
    need_strace()
    yield world.publish("a")
    old = "a"
    for attempt in in_time(count):
        new = other(old, attempt)
        kill = ["", "rename:signal=KILL:when=1", "rename:signal=KILL:when=2", "fsync:signal=KILL:when=1", "unlinkat:signal=KILL:when=3"][attempt % 5]
        words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=renameat2:error=EINVAL"] + (["-e", f"inject={kill}"] if kill else [])
        ran = world.run(new, words, env=one_thread())
        faults, state = ran.faults(), world.state()
        if state not in (old, new) + (("none",) if "when=2" in kill else ()):
            faults.append(f"without exchange, {kill}: {state}")
        if not kill:
            faults += world.judge(ran, old, new)
        yield faults + world.publish(new)
        old = new


def readers(world, rng, count):
    """Two readers read everything through many publications: none misses a file, none reads a torn one."""
    del rng
    yield world.publish("a")
    done = multiprocessing.Event()
    answers = multiprocessing.Queue()
    allowed = {}
    for name in "ab":
        for path, what in world.sites[name].items():
            allowed.setdefault(path, set()).add(what.partition(" ")[2])
    in_both = world.sites["a"].keys() & world.sites["b"].keys()
    files = [path for path in allowed if "" not in allowed[path]]
    arguments = (str(world.public), files, allowed, in_both, done, answers)
    processes = [multiprocessing.Process(target=read, args=(*arguments, by_path)) for by_path in (True, False)]
    for process in processes:
        process.start()
    for number in in_time(count):
        yield world.publish("ba"[number % 2])
    done.set()
    for process in processes:
        reads, faults = answers.get(timeout=600)
        note(f"a reader read {reads:,} files")
        yield faults[:3] + ([] if reads > len(files) else [f"a reader read {reads} files only"])
    for process in processes:
        process.join()


def read(public, files, allowed, in_both, done, answers, by_path):
    """Reads page after page, as a server does; or lists folders and reads what is listed, as a copying program does."""
    reads, faults = 0, []
    while not done.is_set() and len(faults) < 20:
        listed = files if by_path else [os.path.relpath(os.path.join(at, name), public) for at, _, names in os.walk(public) for name in names]
        for path in listed:
            if done.is_set():
                break
            try:
                if digest(os.path.join(public, path)) not in allowed.get(path, ()):
                    faults.append(f"a reader found {path} torn")
                reads += 1
            except FileNotFoundError:
                if path in in_both:
                    faults.append(f"a reader missed {path}")
    answers.put((reads, faults))


# Calls that are made to fail, and how.
ERRORS = {
    "openat": ["EACCES", "EMFILE", "EIO", "ENOSPC", "EROFS"], "read": ["EIO"], "write": ["ENOSPC", "EIO"], "mkdir": ["ENOSPC", "EACCES", "EROFS"],
    "mkdirat": ["ENOSPC", "EACCES", "EROFS"], "link": ["EXDEV", "ENOSPC", "EACCES"], "linkat": ["EXDEV", "ENOSPC", "EACCES"],
    "rename": ["EXDEV", "EACCES", "EIO"], "renameat": ["EXDEV", "EACCES", "EIO"], "renameat2": ["EXDEV", "EACCES", "EROFS", "EIO", "ENOSPC", "EINVAL"],
    "unlink": ["EACCES", "EIO", "EROFS"], "unlinkat": ["EACCES", "EIO", "EROFS"], "rmdir": ["EACCES", "EIO"], "fsync": ["EIO", "ENOSPC"],
    "fdatasync": ["EIO"], "syncfs": ["EIO", "ENOSPC"], "getdents64": ["EIO", "EACCES"], "statx": ["EIO", "EACCES"], "newfstatat": ["EIO", "EACCES"],
    "fstat": ["EIO"], "chmod": ["EACCES", "EROFS"], "fchmod": ["EACCES", "EROFS", "EIO"], "fchmodat": ["EACCES"], "flock": ["EIO", "EMFILE"],
    "readlink": ["EIO", "EACCES"], "copy_file_range": ["EXDEV", "EIO"], "ftruncate": ["EIO"], "lseek": ["EIO"], "close": ["EIO"],
}


def injected(world, rng, count):
    """System calls that fail at many positions, spread over all that a build makes."""
    need_strace()
    yield world.publish("a")
    calls = {new: positions(world, new) for new in "bc"}  # `a` over `b` makes the calls of `b` over `a`, and so with `c`
    yield world.publish("a")
    old, tried, unmet, outcomes = "a", 0, 0, Counter()
    kinds = {new: [(call, error) for call in calls[new] for error in ERRORS[call]] for new in "bc"}
    for _ in in_time(2 * count):
        if tried == count:
            break
        new = other(old, tried)
        like = new if new != "a" else old
        call, error = kinds[like][tried // 2 % len(kinds[like])]
        when = rng.choice(calls[like][call])
        log = world.folder / "strace"
        ran = world.run(new, ["strace", "-f", "-qq", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"], env=one_thread())
        hit = [line for line in log.read_text(errors="replace").splitlines() if "(INJECTED)" in line]
        # strace counts in each thread: where a worker's nth write fails, so may the nth of the message.
        faults = world.judge(ran, old, new, is_heard=not any(" write(2, " in line for line in hit))
        if not hit:
            unmet += 1
        else:
            tried += 1
            outcomes["published" if ran.code == 0 else "refused"] += 1
            where = hit[0].split(None, 1)[1][:160]
            yield [f"{error} at {call} {when}, {where}: {fault}" for fault in faults + world.publish(new)]
            old = new
            continue
        yield from ([faults] if faults else [])
        problems = world.publish(new)
        yield from ([problems] if problems else [])
        old = new
    note(f"{tried} faults met: {outcomes['refused']} builds refused with a message, {outcomes['published']} went on and published; {unmet} not reached")


def positions(world, new):
    """Which calls a build makes, by name: the ordinals of those that touch files, start of the process and standard streams apart."""
    log = world.folder / "strace"
    world.run(new, ["strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=" + ",".join("?" + call for call in ERRORS)], env=one_thread())
    ordinals, started, found = Counter(), set(), {}
    for line in log.read_text(errors="replace").splitlines():
        match = re.match(r"(\d+) +(\w+)\((\w*)", line)
        if not match or match[2] not in ERRORS:
            continue
        thread, call, first = match.groups()
        ordinals[thread, call] += 1
        if call == "close" and re.search(r"/(content|themes)(/[^.>]*)?>", line):
            continue  # the standard library panics if a folder of sources cannot be closed; nothing has been touched by then
        if str(world.folder) in line:
            started.add("any")  # from here on it works on the notice
        if started and not (call in ("write", "close", "read", "fstat") and first in ("0", "1", "2")) and "/proc/" not in line and "/sys/" not in line:
            found.setdefault(call, []).append(ordinals[thread, call])
    return found


def small_disks(world, rng, count):
    """A file system with too little room for the new site beside the old one, at many sizes; with too few inodes, too."""
    del rng
    if os.geteuid() != 0:
        raise Skip("needs root to mount a tmpfs")
    disk = world.folder / "disk"
    disk.mkdir(exist_ok=True)
    whole = sum(-(-os.stat(os.path.join(at, name)).st_size // 4096) * 4096 for at, _, names in os.walk(world.fresh("a")) for name in names)
    files = len(world.sites["a"])
    sizes = [f"size={int(whole * (1.03 + 1.4 * i / (count - 1)))}" for i in range(count)]
    sizes += [f"size=1g,nr_inodes={int(files * factor) + 4}" for factor in (1.05, 1.5, 1.9, 2.3)]
    before = world.parent, world.public
    for size in sizes:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk], capture_output=True).returncode:
            raise Skip("a tmpfs cannot be mounted here")
        try:
            world.parent, world.public = disk, disk / "public"
            shutil.copytree(world.folder / "reference" / "public", world.public)
            ran = world.run("b")
            faults = [f"{size}: {fault}" for fault in world.judge(ran, "a", "b")]
            if ran.code and world.state() == "a":
                subprocess.run(["mount", "-o", "remount,size=4g,nr_inodes=0", disk], check=True)
                faults += [f"{size}, then more room: {fault}" for fault in world.publish("b")]
            yield faults
        finally:
            world.parent, world.public = before
            subprocess.run(["umount", disk], check=True)


def unreadable(world, rng, count):
    """Folders and files that an ordinary user may not read or write: a build fails and drops nothing silently."""
    del rng, count
    if os.geteuid() != 0:
        raise Skip("needs root to become an ordinary user")
    need("setpriv")
    as_user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    home = Path(tempfile.mkdtemp(prefix="gongkai-faults-"))  # a folder that an ordinary user can reach
    home.chmod(0o755)
    binary = home / "gongkai"
    shutil.copy(world.binary, binary)
    for name in "ab":
        shutil.copytree(world.folder / name, home / name)
    before = world.folder, world.parent, world.public, world.binary
    section = "content/2-party-governance"
    record = next((home / "b" / section).glob("*.yaml")).relative_to(home / "b")
    cases = [  # what, its mode, whether the build must fail
        (f"b/{section}", 0o000, True), (f"b/{section}", 0o444, True), (f"b/{section}", 0o311, True), (f"b/{record}", 0o000, True), ("b/content", 0o000, True),
        ("b/content/notice.yaml", 0o200, True), ("out", 0o555, True), ("out/public", 0o000, None), ("out/public/en", 0o000, None), ("out/public/en", 0o555, None),
        ("out/public/index.html", 0o000, None),
    ]
    try:
        world.folder, world.parent, world.public, world.binary = home, home / "out", home / "out/public", binary
        for what, mode, must_fail in cases:
            remove(world.parent)
            world.parent.mkdir()
            world.parent.chmod(0o777)
            first = world.run("a", as_user)
            faults = [f"an ordinary user cannot publish: {first.code} {first.errors.strip()[-200:]}"] if first.code else []
            path = home / what
            usual = path.stat().st_mode & 0o7777
            path.chmod(mode)
            ran = world.run("b", as_user)
            for at in (path, *((world.public,) if not path.exists() else ())):
                at.chmod(usual) if at.exists() else None
            if what.startswith("out/public") and ran.code == 0:
                faults += world.differs("b")
            else:
                faults += world.judge(ran, "a", "b")
            if must_fail and ran.code == 0:
                faults.append("exit 0")
            subprocess.run(["chmod", "-R", "u+rwX", world.parent])
            again = world.run("b", as_user)
            if again.code:
                faults.append(f"the next run exits {again.code}: {again.errors.strip()[-300:]}")
            yield [f"{what} with mode {mode:o}: {fault}" for fault in faults + world.differs("b") + world.leftovers()]
    finally:
        world.folder, world.parent, world.public, world.binary = before
        remove(home)


def two_at_once(world, rng, count):
    """Two builds of different contents to one folder, started together."""
    yield world.publish("a")
    for _ in in_time(count):
        first = world.start("b")
        time.sleep(rng.uniform(0, 0.05))
        second = world.start("a")
        ran = {"b": Ran(first), "a": Ran(second)}
        faults = [fault for r in ran.values() for fault in r.faults() + (r.unhelpful() if r.code else [])]
        state = world.state()
        succeeded = [name for name, r in ran.items() if r.code == 0]
        if state not in world.sites:
            faults.append(f"two at once: {state}")
        elif not succeeded:
            faults.append("neither of the two published: " + ran["a"].errors.strip()[-200:])
        elif state not in succeeded:
            faults.append(f"`{state}` is published, but {succeeded} say so")
        yield faults + world.leftovers()


def edited(world, rng, count):
    """A narrative that is written over while builds read it: what is published has the one text or the other, whole."""
    narrative = world.narrative("a")
    before = narrative.read_bytes()
    texts = {}
    for name, word in (("x", "甲"), ("y", "乙")):
        texts[name] = before + ("\n" + (word * 60 + "。\n") * 150).encode()
        narrative.write_bytes(texts[name])
        world.keep_reference(name, root="a")
    try:
        yield world.run("a").faults() + world.differs("y")
        old, outcomes = world.state(), Counter()
        for attempt in in_time(count):
            pause = [0, 0.0005, 0.003, 0.02][attempt % 4]
            writer = multiprocessing.Process(target=write_over, args=(str(narrative), list(texts.values()), pause, attempt % 2, rng.random()))
            writer.start()
            ran = world.run("a")
            writer.terminate()
            writer.join()
            narrative.write_bytes(texts["xy"[attempt // 2 % 2]])  # the end may come within a write, and leave a text in between
            state = world.state()
            faults = ran.faults()
            if ran.code == 0 and state not in texts:
                faults.append(f"published from a text in between: {state}")
            if ran.code != 0:
                faults += ran.unhelpful() + ([] if state == old else [f"exit {ran.code}, but there is {state}"])
            outcomes["published" if ran.code == 0 else "refused"] += 1
            yield faults
            old = state
        note(f"{outcomes['published']} builds published one text or the other, {outcomes['refused']} refused with a message")
    finally:
        narrative.write_bytes(before)
        for name in texts:
            world.sites.pop(name, None)


def memories(world, rng, count):
    """What a build leaves to the next, damaged, exchanged for another's, gone, or written while the build dies: the site is that of a
    build from nothing."""
    damages = Counter()
    yield world.publish("a")
    for attempt in in_time(count):
        new = other(world.state(), attempt)
        kept = world.memory(new)
        if kept is None:
            damage = "none yet"
        else:
            damage = rng.choice(["cut", "flipped", "empty", "gone", "another's", "a folder"])
            spoil(kept, damage, rng, [world.memory(name) for name in "abc" if name != new])
        if attempt % 3 == 0:
            dying = world.start(new)
            time.sleep(rng.random() * 0.3)
            dying.kill()
            dying.communicate()
        damages[damage] += 1
        yield world.publish(new)
        if kept is not None and kept.is_dir():
            shutil.rmtree(kept)
    note(", ".join(f"{n} {damage}" for damage, n in sorted(damages.items())))


def spoil(kept, damage, rng, others):
    """Damages what a build left."""
    held = bytearray(kept.read_bytes())
    others = [memory for memory in others if memory is not None and memory.is_file()]
    if damage == "cut":
        kept.write_bytes(held[: rng.randrange(len(held))])
    elif damage == "flipped":
        held[rng.randrange(len(held))] ^= 1 << rng.randrange(8)
        kept.write_bytes(held)
    elif damage == "another's" and others:
        kept.write_bytes(rng.choice(others).read_bytes())
    elif damage == "empty":
        kept.write_bytes(b"")
    else:
        kept.unlink()
        if damage == "a folder":
            kept.mkdir()


def write_over(path, texts, pause, by_rename, seed):
    """Writes one text over the other, in place or by renaming, until it is ended."""
    at = int(seed * 2)
    while True:
        at = 1 - at
        if by_rename:
            with open(path + "~", "wb") as file:
                file.write(texts[at])
            os.rename(path + "~", path)
        else:
            with open(path, "r+b", buffering=0) as file:
                file.write(texts[at])
        time.sleep(pause)


def no_room_for_words(world, rng, count):
    """Standard output and error that take nothing, or are closed: no panic, and the site is published or not as the exit code says."""
    del rng, count
    yield world.publish("a")
    old = "a"
    for redirect in (">/dev/full 2>/dev/full", ">&- 2>&-", "2>/dev/full", ">/dev/null"):
        new = other(old, 0)
        command = " ".join(f"'{word}'" for word in world.command(new))
        code = subprocess.run(["sh", "-c", f"exec {command} {redirect}"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        state = world.state()
        faults = [] if (code == 0) == (state == new) and state in (old, new) else [f"{redirect}: exit {code}, and there is {state}"]
        yield faults + world.publish(new)
        old = new


def one_thread():
    """With one worker the same calls come in the same order each time."""
    return {**os.environ, "RAYON_NUM_THREADS": "1"}


def need(tool):
    if not shutil.which(tool):
        raise Skip(f"needs {tool}")


def need_strace():
    """Some containers have the tool and forbid what it does."""
    need("strace")
    tries = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=getppid:error=EPERM", "true"]
    if subprocess.run(tries, capture_output=True).returncode:
        raise Skip("strace may not trace here")


LIMIT = None


def in_time(count):
    """Counts attempts, as many as are asked for and as there is time for."""
    began = time.monotonic()
    for attempt in range(count):
        if LIMIT and time.monotonic() - began > LIMIT:
            return
        yield attempt


NOTES = []


def note(text):
    NOTES.append(text)
