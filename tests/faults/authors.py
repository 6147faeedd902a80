"""What is done to commands that write the author's files: `import`, `import --update`, `new`. What always holds: `content/` is what it
was or what it should become, whole and byte for byte; exit 0 if and only if it is the new one; a message names the path and what to do; what a
run that was killed left behind is gone after the next, which needs no hand; of two at once the second waits for the first."""

import os
import re
import shutil
import subprocess
import time
from collections import Counter
from pathlib import Path

from trials import ERRORS, NOBODY, Skip, in_time, need, need_strace, note, one_thread
from world import ROOT, Ran, remove, snapshot

OFFICE = ROOT / "tests/suite/fixtures/office/whole"
# What a run that was killed may leave beside the content.
ASIDE = {".gongkai-import", ".gongkai-content", ".gongkai-content-old", ".gongkai-content-lock"}


class Task:
    """A command, the folder that it works on before, and what `content/` should become."""

    def __init__(self, home, binary, name, arguments, before=None):
        self.name, self.arguments, self.binary = name, arguments, binary
        self.folder, self.before = home / name / "notice", home / name / "before"
        remove(home / name)
        if before:
            shutil.copytree(before, self.before)
        else:
            self.before.mkdir(parents=True)
        self.old = self.state_of(self.before)
        self.reset()
        made = self.run()
        assert made.code == 0 or self.state() != self.old, f"{name}: {made.errors}"
        self.code, self.new = made.code, self.state()
        assert self.new != self.old, f"{name} changes nothing: {made.errors}"

    def reset(self):
        remove(self.folder)
        shutil.copytree(self.before, self.folder)

    def start(self, wrap=(), arguments=None, **options):
        words = self.arguments if arguments is None else arguments
        command = [*map(str, wrap), str(self.binary), "--lang", "en", "--root", str(self.folder), *map(str, words)]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace", **options)

    def run(self, wrap=(), **options):
        return Ran(self.start(wrap, **options))

    @staticmethod
    def state_of(folder):
        return snapshot(folder / "content") if (folder / "content").exists() else None

    def state(self):
        return self.state_of(self.folder)

    def judge(self, ran, is_killed=False, is_heard=True, may_leave=False, may_miss=False):
        """What is wrong after a run with something in its way; where removing fails, what should have been removed is left, and where folders
        cannot be exchanged, a run that is killed may leave the old one beside its place."""
        faults, state = ran.faults(), self.state()
        beside = set(os.listdir(self.folder)) - {"content", ".gitignore"} - set(os.listdir(self.before)) if self.folder.exists() else set()
        is_beside = may_miss and state is None and ".gongkai-content-old" in beside
        if state not in (self.old, self.new) and not is_beside:
            faults.append(f"content/ is neither the old nor the new one: {difference(state, self.old, self.new)}")
        if is_killed or may_leave:
            beside -= ASIDE
        if is_killed:
            pass
        elif ran.code == self.code and state != self.new:
            faults.append(f"exit {ran.code}, but the old content is there")
        elif ran.code != self.code and state != self.old:
            faults.append(f"exit {ran.code}, but the new content is there: {ran.errors.strip()[-300:]}")
        elif ran.code != self.code and is_heard and "run it again" not in ran.errors:
            faults += ran.unhelpful()
        return faults + ([f"left beside content/: {', '.join(sorted(beside))}"] if beside else [])

    def again(self):
        """What is wrong with the next run, with nothing in its way; what the one before did is done."""
        if self.state() == self.new:
            return []
        ran = self.run()
        faults = ran.faults() + ([] if self.state() == self.new else [f"the next run does not do it: {ran.code} {ran.errors.strip()[-300:]}"])
        beside = set(os.listdir(self.folder)) & ASIDE
        return faults + ([f"left after the next run: {', '.join(sorted(beside))}"] if beside else [])


def difference(state, old, new):
    there = set((state or {}).items())
    return "; ".join(f"{len(set((of or {}).items()) - there)} missing and {len(there - set((of or {}).items()))} more than the {name}" for name, of in (("old", old), ("new", new)))


def tasks(world, home=None, binary=None):
    home, binary = home or world.folder / "authors", binary or world.binary
    remove(home)
    home.mkdir(parents=True)
    for name in ("typed.docx", "notice.txt", "ledger.xlsx"):
        shutil.copy(OFFICE / name, home / name)
    later = home / "later.txt"
    text = (home / "notice.txt").read_text()
    assert text.count("2022年12月底前") > 3
    later.write_text(text.replace("完成时限:2022年12月底前", "完成时限:2023年6月底前"))
    first = Task(home, binary, "import", ["import", home / "typed.docx", home / "ledger.xlsx", "--into", home / "import/notice"])
    whole = home / "whole"
    shutil.copytree(first.folder, whole)
    return [first, Task(home, binary, "update", ["import", later, "--update", "--as-of", "2022-01-31"], whole),
            Task(home, binary, "new", ["new", "2", "--after", "16", "--renumber"], whole)]


def two_at_once(world, rng, count):
    """Two commands on one notice, started together: what both leave is what they leave one after the other, in one order or the other."""
    tries = tasks(world)
    imported, updated = tries[0], tries[1]
    add = ["new", "2", "--after", "16", "--renumber"]
    pairs = [(updated, add, ["new", "2"]), (updated, add, add), (updated, updated.arguments, add), (imported, imported.arguments, imported.arguments),
             (updated, ["new", "1"], ["translated"]), (updated, ["fix"], add)]
    outcomes = Counter()
    in_turn = {}
    for attempt in in_time(count):
        task, *both = pairs[attempt % len(pairs)]
        orders = in_turn.setdefault(attempt % len(pairs), [one_after_another(task, order) for order in (both, both[::-1])])
        task.reset()
        first = task.start(arguments=both[0])
        time.sleep(rng.choice([0, 0.005, 0.02]))
        ran = [Ran(process) for process in (first, task.start(arguments=both[1]))]
        made = task.state(), [each.code for each in ran]
        faults = [fault for each in ran for fault in each.faults()]
        if made not in (orders[0], (orders[1][0], orders[1][1][::-1])):
            said = " | ".join(each.errors.strip()[-150:] for each in ran)
            faults.append(f"{both[0]} and {both[1]}: exit {made[1]}, content/ {difference(made[0], orders[0][0], orders[1][0])}: {said}")
        beside = set(os.listdir(task.folder)) & ASIDE
        outcomes["the first first" if made == orders[0] else "the second first"] += 1
        yield faults + ([f"left beside content/: {', '.join(sorted(beside))}"] if beside else [])
    note(", ".join(f"{n} {which}" for which, n in outcomes.items()))


def one_after_another(task, commands):
    """What is there after commands, and how each ended."""
    task.reset()
    codes = [Ran(task.start(arguments=each)).code for each in commands]
    return task.state(), codes


def kills(world, rng, count):
    """SIGKILL at random moments, and on the way into system calls."""
    need_strace()
    made = tasks(world)
    lasts = {}
    for task in made:
        task.reset()
        began = time.monotonic()
        task.run()
        lasts[task.name] = time.monotonic() - began
    calls = ["mkdir", "openat", "write", "linkat", "rename", "renameat2", "fsync", "unlink", "unlinkat", "rmdir"]
    outcomes = Counter()
    for attempt in in_time(count):
        task = made[attempt % len(made)]
        task.reset()
        if attempt // len(made) % 2:
            call, when = calls[attempt // len(made) // 2 % len(calls)], rng.choice([1, 2, rng.randint(1, 60)])
            has_exchange = call not in ("rename", "rmdir") or rng.random() < 0.3
            lie = [] if has_exchange else ["-e", "inject=renameat2:error=EINVAL"]
            ran = task.run(["strace", "-f", "-qq", "-o", "/dev/null", *lie, "-e", f"inject={call}:signal=KILL:when={when}"], env=one_thread())
            where = f"{task.name}, killed at {call} {when}" + ("" if has_exchange else ", no exchange")
        else:
            process, has_exchange = task.start(), True
            time.sleep(rng.uniform(0.2, 1.05) * lasts[task.name])
            process.kill()
            ran, where = Ran(process), f"{task.name}, killed"
        outcomes["new" if task.state() == task.new else "old"] += 1
        yield [f"{where}: {fault}" for fault in task.judge(ran, is_killed=True, may_miss=not has_exchange) + task.again()]
    note(f"{outcomes['old']} left the old content, {outcomes['new']} the new")


def injected(world, rng, count):
    """System calls that fail, at the positions at which a command works on the notice."""
    need_strace()
    made = tasks(world)
    calls = {task.name: positions(world, task) for task in made}
    tried, outcomes = 0, Counter()
    for attempt in in_time(3 * count):
        if tried == count:
            break
        task = made[attempt % len(made)]
        kinds = [(call, error) for call in calls[task.name] for error in ERRORS[call]]
        call, error = kinds[attempt // len(made) % len(kinds)]
        when = rng.choice(calls[task.name][call])
        log = world.folder / "strace"
        task.reset()
        ran = task.run(["strace", "-f", "-qq", "-o", log, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"], env=one_thread())
        hit = [line for line in log.read_text(errors="replace").splitlines() if "(INJECTED)" in line]
        if not hit:
            continue
        tried += 1
        outcomes["done" if task.state() == task.new else "refused"] += 1
        where = f"{task.name}, {error} at {call} {when}, {hit[0].split(None, 1)[1][:140]}"
        faults = task.judge(ran, is_heard=not any(" write(2, " in line for line in hit), may_leave=True)
        yield [f"{where}: {fault}" for fault in faults + task.again()]
    note(f"{tried} faults met: {outcomes['refused']} refused with a message, {outcomes['done']} went on and wrote")


def positions(world, task):
    log = world.folder / "strace"
    task.reset()
    task.run(["strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=" + ",".join("?" + call for call in ERRORS)], env=one_thread())
    ordinals, started, found = Counter(), False, {}
    for line in log.read_text(errors="replace").splitlines():
        match = re.match(r"(\d+) +(\w+)\((\w*)", line)
        if not match or match[2] not in ERRORS:
            continue
        thread, call, first = match.groups()
        ordinals[thread, call] += 1
        # Not yet where the loader opens libraries: the folder it stands in is no file of the notice.
        opened = re.sub(r"AT_FDCWD<[^>]*>", "", line)
        started |= str(task.folder) in opened or "/authors/" in opened
        is_closing = call == "close" and re.search(r"/(content|themes)(/[^.>]*)?>", line)
        is_stream = call in ("write", "close", "read", "fstat") and first in ("0", "1", "2")
        if started and not is_stream and not is_closing and "/proc/" not in line and "/sys/" not in line:
            found.setdefault(call, []).append(ordinals[thread, call])
    return found


def small_disks(world, rng, count):
    """A file system with too little room, or too few inodes, for what is to be written."""
    del rng
    if os.geteuid() != 0:
        raise Skip("needs root to mount a tmpfs")
    made = tasks(world)
    disk = world.folder / "authors" / "disk"
    disk.mkdir(exist_ok=True)
    for attempt in in_time(count):
        task = made[attempt % len(made)]
        there = sum(-(-path.stat().st_size // 4096) * 4096 for path in task.before.rglob("*") if path.is_file())
        files = sum(1 for _ in task.before.rglob("*"))
        step = attempt // len(made)
        size = f"size={there + 4096 * (4 + 24 * step)}" if attempt % 2 else f"size=1g,nr_inodes={files + 3 + 9 * step}"
        if subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk], capture_output=True).returncode:
            raise Skip("a tmpfs cannot be mounted here")
        usual, usual_arguments = task.folder, task.arguments
        try:
            task.folder = disk / "notice"
            task.arguments = [str(word).replace(str(usual), str(task.folder)) for word in task.arguments]
            try:
                task.reset()
            except (OSError, shutil.Error):
                yield []
                continue
            ran = task.run()
            faults = task.judge(ran)
            if ran.code != task.code:
                subprocess.run(["mount", "-o", "remount,size=4g,nr_inodes=0", disk], check=True)
                faults += task.again()
            yield [f"{task.name}, {size}: {fault}" for fault in faults]
        finally:
            task.folder, task.arguments = usual, usual_arguments
            subprocess.run(["umount", disk], check=True)


def unreadable(world, rng, count):
    """Folders and files that an ordinary user may not read or write."""
    del rng, count
    if os.geteuid() != 0:
        raise Skip("needs root to become an ordinary user")
    need("setpriv")
    as_user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    home = Path("/tmp") / f"gongkai-authors-{os.getpid()}"
    home.mkdir(mode=0o755)
    shutil.copy(world.binary, home / "gongkai")
    try:
        made = tasks(world, home / "authors", home / "gongkai")
        update = "content/2-section-2"
        cases = [("import", "", 0o555), ("import", "../../typed.docx", 0o000), ("update", "content", 0o555), ("update", update, 0o000), ("update", update, 0o555),
                 ("update", "content/notice.yaml", 0o444), ("update", "", 0o555), ("update", "../../later.txt", 0o000), ("new", update, 0o555),
                 ("new", "content", 0o000), ("new", f"{update}/020.yaml", 0o444), ("new", "", 0o555)]
        for name, what, mode in cases:
            task = next(task for task in made if task.name == name)
            task.reset()
            subprocess.run(["chown", "-R", NOBODY, home / "authors"], check=True)
            path = task.folder / what
            usual = path.stat().st_mode & 0o7777
            path.chmod(mode)
            ran = task.run(as_user)
            path.chmod(usual) if path.exists() else None
            faults = task.judge(ran)
            yield [f"{name}, {what or 'the folder'} with mode {mode:o}: {fault}" for fault in faults + task.again()]
    finally:
        remove(home)
