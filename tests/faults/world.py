"""Contents to publish, and what a published site must then be, byte for byte."""

import copy
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "bench"))
import sites  # noqa: E402

# What gongkai made, in the folder itself.
MARKER = ".gongkai"

TITLE = "示范市委关于巡视整改进展情况的通报"


class World:
    """Three contents that publish to one folder, and the site that each makes.

    `a` and `b` differ on every page and in which pages there are; `c` is `a` with one narrative edited, so nearly all its files are linked.
    """

    def __init__(self, work, binary, issues):
        self.binary, self.issues = Path(binary).resolve(), issues
        self.folder = Path(work).resolve() / str(issues)
        self.parent = self.folder / "out"
        self.public = self.parent / "public"
        remove(self.folder)
        self.parent.mkdir(parents=True)
        for name in "ac":
            sites.prepare(self.folder / name, "gongkai", issues)
        sites.prepare(self.folder / "b", "gongkai", issues - 1)
        replace(self.folder / "b/content/notice.yaml", TITLE, TITLE + "（二）")
        self.narrative("c").write_text(self.narrative("c").read_text() + "\n补充说明：整改情况已再次核实。\n")
        self.sites = {}
        for name in "abc":
            self.keep_reference(name)
        if self.sites["a"] != snapshot(self.fresh("a")):
            sys.exit("the same content made two different sites")

    def copy(self, name):
        """The same contents and references in a folder of its own, beside this one."""
        made = copy.copy(self)
        made.sites = dict(self.sites)
        made.folder = self.folder.with_name(f"{self.folder.name}-{name}")
        made.parent = made.folder / "out"
        made.public = made.parent / "public"
        remove(made.folder)
        made.parent.mkdir(parents=True)
        for content in "abc":
            shutil.copytree(self.folder / content, made.folder / content)
        shutil.copytree(self.folder / "reference", made.folder / "reference")
        return made

    def narrative(self, name):
        number = self.issues // 2
        section = (number - 1) * len(sites.SECTIONS) // self.issues
        return self.folder / name / f"{sites.gongkai_folder(section)}/{number:0{sites.width(self.issues)}d}.zh.md"

    def memory(self, name):
        """What the last build of a content into the output left to the next, if there is anything."""
        left = self.folder / name / ".gongkai-cache"
        found = [path for path in left.glob("*") if path.name != ".gitignore" and path.suffix != ".new"] if left.is_dir() else []
        # The reference was built into a folder of its own, and left something of its own.
        return max(found, key=lambda path: path.stat().st_mtime, default=None)

    def keep_reference(self, name, root=None):
        """Remembers the site that a content makes, under its own name or another."""
        self.sites[name] = snapshot(self.fresh(root or name))

    def fresh(self, name):
        """Builds a content into a folder of its own."""
        folder = self.folder / "reference" / "public"
        remove(folder)
        folder.parent.mkdir(exist_ok=True)
        made = self.run(name, output=folder)
        if made.code:
            sys.exit(f"{self.folder / name} does not build:\n{made.errors}")
        return folder

    def command(self, name, output=None):
        return [str(self.binary), "--lang", "en", "--root", str(self.folder / name), "build", "--output", str(output or self.public)]

    def start(self, name, wrap=(), output=None, **options):
        return subprocess.Popen([*map(str, wrap), *self.command(name, output)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True, errors="replace", **options)

    def run(self, name, wrap=(), output=None, **options):
        return Ran(self.start(name, wrap, output, **options))

    def publish(self, name):
        """Publishes with nothing in the way; gives what is wrong with the outcome."""
        made = self.run(name)
        faults = made.faults()
        if made.code:
            faults.append(f"a run with nothing in the way exits {made.code}: {made.errors.strip()[-300:]}")
        return faults + self.differs(name) + self.leftovers()

    def state(self):
        """The name of the site that is published; `none`; or what is wrong with it."""
        if not self.public.exists():
            return "none"
        there = snapshot(self.public)
        for name, site in self.sites.items():
            if there == site:
                return name
        return "damaged: " + difference(there, min(self.sites.values(), key=lambda site: len(site.items() ^ there.items())))

    def differs(self, name):
        state = self.state()
        return [] if state == name else [f"`{name}` should be published, there is {state}"]

    def leftovers(self):
        names = sorted(set(os.listdir(self.parent)) - {"public"})
        return [f"left beside the site: {', '.join(names)}"] if names else []

    def judge(self, ran, old, new, is_heard=True):
        """What is wrong after a run that may have failed: exit 0 if and only if the new site is published, else the old one and, where it can
        be heard, a message."""
        faults, state = ran.faults(), self.state()
        if state not in (old, new):
            faults.append(f"after `{old}` and during `{new}` there is {state}")
        elif ran.code == 0 and state != new:
            faults.append("exit 0, but the old site is published")
        elif ran.code != 0 and state == new:
            faults.append(f"exit {ran.code}, but the new site is published: {ran.errors.strip()[-300:]}")
        if ran.code and ran.code > 0 and is_heard:
            faults += ran.unhelpful()
        return faults


class Ran:
    """A run that has ended."""

    def __init__(self, process, timeout=600):
        _, self.errors = process.communicate(timeout=timeout)
        self.code = process.returncode

    def faults(self):
        if "panicked" in self.errors or self.code in (101, 134):
            return ["it panicked: " + self.errors.strip()[-400:]]
        return []

    def unhelpful(self):
        """Whether the message names a path and says what to do."""
        lines = [line for line in self.errors.splitlines() if line.strip()]
        faults = []
        if not re.search(r"(/[\w.-]+){2,}|content/|themes/", self.errors):
            faults.append(f"the message names no path: {self.errors.strip()[-300:]!r}")
        if len(lines) < 2:
            faults.append(f"the message does not say what to do: {self.errors.strip()[-300:]!r}")
        return faults


def snapshot(folder):
    """Every file of a site: its mode and a digest of its bytes. Whether a build had something to say, as of a site that it changed, is no
    part of the site: only then the marker does not say what the site was made from."""
    found = {}
    pending = [str(folder)]
    while pending:
        at = pending.pop()
        found[os.path.relpath(at, folder)] = oct(os.stat(at).st_mode & 0o7777)
        with os.scandir(at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                    continue
                found[os.path.relpath(entry.path, folder)] = f"{oct(entry.stat().st_mode & 0o7777)} {digest(entry.path)}"
    return found


def digest(path):
    """A digest of a file; of the marker without the line that says what the site was made from."""
    with open(path, "rb") as file:
        content = file.read()
    if os.path.basename(path) == MARKER:
        content = b"".join(line for line in content.splitlines(keepends=True) if not line.startswith(b"sources "))
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def difference(there, nearest):
    missing, more = nearest.keys() - there.keys(), there.keys() - nearest.keys()
    changed = [path for path in nearest.keys() & there.keys() if nearest[path] != there[path]]
    some = lambda paths: ", ".join(sorted(paths)[:3])
    return f"{len(missing)} files missing ({some(missing)}), {len(more)} too many ({some(more)}), {len(changed)} changed ({some(changed)})"


def replace(file, old, new):
    text = file.read_text()
    assert old in text, f"{old} is not in {file}"
    file.write_text(text.replace(old, new))


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
