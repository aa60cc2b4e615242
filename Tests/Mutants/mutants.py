#!/usr/bin/env python3
"""Puts plausible bugs into a copy of the sources, all into one build, and asks the tests of each.

    Tests/Mutants/mutants.py check                 # does every original text still stand, once?
    Tests/Mutants/mutants.py list [NAME …]
    Tests/Mutants/mutants.py run [NAME …]          # ids, rooms, or names of list files; all when none
    Tests/Mutants/mutants.py run --every 5         # of these each fifth, for a first look

README.md explains the lists and the table.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
LEAST_SHARE = 0.9
# How the test bundle ends where a target has no tests.
NO_TESTS = 69
# They show functions as they stand in the sources, into which the choices are written here.
READS_THE_SOURCES = ["everyFunctionThatALessonNamesIsShownAndFitsATerminal"]
FORMS = ("expression", "statement")
# With these an expression never begins, and a comma joins conditions, not values.
BEGINS_A_STATEMENT = re.compile(r"\s*(if|guard|case|for|while|let|var|return|throw)\b")


class Change:
    """A text that stands in a file, and what would stand there instead."""

    def __init__(self):
        self.original, self.mutated = [], []
        self.span = None

    def pattern(self):
        """The original with any white space between its words; its marked part is the group."""
        before, found, rest = "\n".join(self.original).partition("⟦")
        if not found:
            return re.compile("(" + spaced(before) + ")")
        marked, _, after = rest.partition("⟧")
        return re.compile(rf"{spaced(before)}\s*({spaced(marked)})\s*{spaced(after)}")

    def written(self, good, number, form):
        """The choice that takes the place of the original."""
        bad = "\n".join(self.mutated)
        if form == "statement":
            return f"if mutant({number}) {{\n{bad}\n}} else {{\n{good}\n}}"
        goods, bads = arguments(good), arguments(bad)
        if goods and bads and [label for label, _ in goods] == [label for label, _ in bads]:
            return ", ".join(
                f"{label}: " + (old if old == new else choice(number, new, old))
                for (label, old), (_, new) in zip(goods, bads))
        return choice(number, bad, good)


def stands_alone(text):
    """Whether a text may be an expression: no statement, and every bracket has its other half."""
    text = re.sub(r'"(\\.|[^"\\])*"', '""', text)
    halves = all(text.count(pair[0]) == text.count(pair[1]) for pair in ("()", "[]", "{}"))
    return halves and not BEGINS_A_STATEMENT.match(text)


def choice(number, bad, good):
    return f"(mutant({number}) ? ({bad}) : ({good}))"


def arguments(text):
    """Labels and values of `a: x, b: y`; None for anything else."""
    parts, depth, isQuoted = [""], 0, False
    for place, sign in enumerate(text):
        if sign == '"' and text[place - 1:place] != "\\":
            isQuoted = not isQuoted
        if not isQuoted:
            depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0 and not isQuoted:
            parts.append("")
        else:
            parts[-1] += sign
    found = [re.fullmatch(r"\s*(\w+): (.*?)\s*", part, re.S) for part in parts]
    return [(match[1], match[2]) for match in found] if all(found) else None


class Mutant:
    """One bug: where it goes, why a person could write it, and its changes."""

    def __init__(self, identifier, source, line):
        self.id, self.source, self.line = identifier, source, line
        self.file = self.reason = None
        self.form = "expression"
        self.changes = []
        # Where its texts were found.
        self.path, self.room, self.number = None, "?", 0

    @property
    def place(self):
        return f"{self.source.name}:{self.line}"

    def take(self, sign, text):
        if sign == "-" and (not self.changes or self.changes[-1].mutated):
            self.changes.append(Change())
        if not self.changes:
            raise Problem(f"{self.place}: {self.id}: + stands before -")
        change = self.changes[-1]
        (change.original if sign == "-" else change.mutated).append(text)


def spaced(text):
    return r"\s+".join(re.escape(word) for word in text.split())


class Problem(Exception):
    pass


# The lists


def read_list(path):
    """Blocks of `# id`, `File.swift: reason`, perhaps `form: …`, then `- ` and `+ ` lines."""
    mutants, current = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{number}"
        if line.startswith("# "):
            current = Mutant(line[2:].strip(), path, number)
            mutants.append(current)
        elif not line.strip() or current is None:
            continue  # Words before the first block explain the list.
        elif line.startswith("form: "):
            current.form = line[6:].strip()
            if current.form not in FORMS:
                raise Problem(f"{where}: form is {' or '.join(FORMS)}, not {current.form}")
        elif line[0] in "-+" and line[1:2] in ("", " "):
            current.take(line[0], line[2:])
        elif current.file is None and ".swift: " in line:
            current.file, current.reason = line.split(": ", 1)
        else:
            raise Problem(f"{where}: neither “File.swift: reason” nor a line with - or +")
    for mutant in mutants:
        if not mutant.file or not mutant.changes:
            raise Problem(f"{mutant.place}: {mutant.id} lacks its file or its original text")
        if any(not change.mutated for change in mutant.changes):
            raise Problem(f"{mutant.place}: {mutant.id} needs a mutated text (+)")
        for change in mutant.changes:
            own = "\n".join(change.original).partition("⟦")
            taken = own[2].partition("⟧")[0] if own[1] else own[0]
            if mutant.form == "expression" and not stands_alone(taken):
                raise Problem(
                    f"{mutant.place}: {mutant.id} takes no whole expression: mark one by ⟦ ⟧, "
                    "or say form: statement")
    return mutants


def read_lists():
    mutants = [mutant for path in sorted(HERE.glob("*.txt")) for mutant in read_list(path)]
    seen = {}
    for mutant in mutants:
        if mutant.id in seen:
            raise Problem(f"{mutant.place}: {mutant.id} stands in {seen[mutant.id]} too")
        seen[mutant.id] = mutant.place
    return mutants


def lies_in_string(text, place):
    """Whether a place is between the quotation marks of a string of its line."""
    line = text[text.rfind("\n", 0, place) + 1:place]
    if line.lstrip().startswith("//"):
        return False
    # Brackets that are open within the interpolation of each string, -1 in the words of a string.
    states = []
    index = 0
    while index < len(line):
        character = line[index]
        if states and states[-1] < 0:
            if line.startswith("\\(", index):
                states[-1] = 0
                index += 1
            elif character == "\\":
                index += 1
            elif character == '"':
                states.pop()
        elif character == '"':
            states.append(-1)
        elif states and character in "()":
            states[-1] += 1 if character == "(" else -1
        index += 1
    return bool(states) and states[-1] < 0


def locate(mutants):
    """Finds each original text; returns what is wrong."""
    files = {}
    for path in sorted((CHECKOUT / "Sources").rglob("*.swift")):
        files.setdefault(path.name, []).append((path, path.read_text(encoding="utf-8")))
    problems = []
    for mutant in mutants:
        if mutant.file not in files:
            problems.append(f"{mutant.place}: {mutant.id}: no file {mutant.file} below Sources")
            continue
        for change in mutant.changes:
            found = [
                (path, match.span(1))
                for path, text in files[mutant.file]
                for match in change.pattern().finditer(text)
            ]
            if len(found) != 1:
                problems.append(
                    f"{mutant.place}: {mutant.id}: its text occurs {len(found)} times in "
                    f"{mutant.file}, not once: {change.original[0].strip()}")
                continue
            if mutant.path and found[0][0] != mutant.path:
                problems.append(f"{mutant.place}: {mutant.id} lies in two files")
            mutant.path, change.span = found[0]
            if lies_in_string(mutant.path.read_text(encoding="utf-8"), change.span[0]):
                problems.append(
                    f"{mutant.place}: {mutant.id}: its text lies within a string, where a choice "
                    "would be read as words; take the whole string")
            text = mutant.path.read_text(encoding="utf-8")
            taken = text[change.span[0]:change.span[1]]
            if text[change.span[0] - 1] == "!" and re.search(r"\s(&&|\|\||==|<|>)\s", taken):
                problems.append(
                    f"{mutant.place}: {mutant.id}: the sign before its text would turn all of it "
                    "round; take the sign, too")
            mutant.room = mutant.path.relative_to(CHECKOUT / "Sources").parts[0]
    placed = sorted(
        (str(m.path), c.span, m.id, m.place) for m in mutants for c in m.changes if c.span)
    for first, second in zip(placed, placed[1:]):
        if first[0] == second[0] and second[1][0] < first[1][1]:
            problems.append(f"{second[3]}: {second[2]} overlaps {first[2]}; take a smaller text")
    return problems


def selected(mutants, names, every=1):
    """Those that are named, all when none is; of these each so many-th, the first among them."""
    for name in names:
        if not any(name in (m.id, m.room, m.source.stem) for m in mutants):
            raise Problem(f"no mutant, room or list is called {name}")
    return [
        m for m in mutants if not names or {m.id, m.room, m.source.stem} & set(names)][::every]


def counted(text):
    """A number of bugs: at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 on")
    return int(text)


# The copy and its build

SWITCH = """\
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// By number: 1 where a bug is switched on, 2 where it is only noted that its place is reached.
nonisolated(unsafe) let mutantStates: UnsafeMutablePointer<UInt8> = {
  let states = UnsafeMutablePointer<UInt8>.allocate(capacity: COUNT)
  guard let names = getenv("NAKAMI_MUTANT").map({ String(cString: $0) }) else {
    states.initialize(repeating: 0, count: COUNT)
    return states
  }
  states.initialize(repeating: names == "reach" ? 2 : 0, count: COUNT)
  for name in names.split(separator: ",") {
    if let number = Int(name) { states[number] = 1 }
  }
  return states
}()

@inline(__always) func mutant(_ number: Int) -> Bool {
  let state = mutantStates[number]
  return state == 1 || (state == 2 && noteMutant(number))
}

@inline(never) func noteMutant(_ number: Int) -> Bool {
  mutantStates[number] = 0
  guard let path = getenv("NAKAMI_MUTANT_REACHED") else { return false }
  let line = Array("\\(number)\\n".utf8)
  let file = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o644)
  _ = write(file, line, line.count)
  close(file)
  return false
}
"""


def put(path, data):
    """Writes only what changed, so that the build does only what is needed."""
    if not path.exists() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def copy(mutants, folder):
    """The checkout with all bugs behind their switches; returns the lines of each by file."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT, check=True, capture_output=True).stdout.decode().split("\0")
    names = {n for n in names if n and not n.startswith("Tests/Mutants/")}
    by_file, lines = {}, {}
    for mutant in mutants:
        by_file.setdefault(str(mutant.path.relative_to(CHECKOUT)), []).append(mutant)
    for name in names:
        if not (CHECKOUT / name).is_file():
            continue
        data = (CHECKOUT / name).read_bytes()
        if name in by_file:
            data, lines[name] = changed(data.decode("utf-8"), by_file[name])
        elif name == "Package.swift":
            # A mutated line may well deserve a warning.
            data = re.sub(rb"\n *\.treatAllWarnings\(as: \.error\),", b"", data)
        put(folder / name, data)
    # Room for some more, so that a new bug changes no room but its own.
    count = str((max(m.number for m in mutants) // 256 + 1) * 256)
    for room in {mutant.room for mutant in mutants}:
        name = f"Sources/{room}/MutantSwitch.swift"
        put(folder / name, SWITCH.replace("COUNT", count).encode())
        names.add(name)
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != ".build"]
        for file in files:
            path = pathlib.Path(place, file)
            if str(path.relative_to(folder)) not in names:
                path.unlink()
    return lines


def give_numbers(mutants, path):
    """Numbers that stay the same from build to build, so that less has to be built."""
    known = json.loads(path.read_text()) if path.exists() else {}
    for mutant in mutants:
        mutant.number = known.setdefault(mutant.id, max(known.values(), default=0) + 1)
    path.write_text(json.dumps(known))


def changed(text, mutants):
    """The text with every choice in it, and the lines that each choice takes."""
    result, end, lines = "", 0, []
    changes = [(change.span, change, mutant) for mutant in mutants for change in mutant.changes]
    for (start, stop), change, mutant in sorted(changes, key=lambda c: c[0]):
        result += text[end:start]
        first = result.count("\n") + 1
        result += change.written(text[start:stop], mutant.number, mutant.form)
        lines.append((first, result.count("\n") + 1, mutant))
        end = stop
    return (result + text[end:]).encode(), lines


def build(folder, lines):
    command = ["swift", "build", "--build-tests"]
    log = folder.parent / "build.log"
    with open(log, "w") as output:
        failed = subprocess.run(
            nice(command), cwd=folder, stdout=output, stderr=subprocess.STDOUT).returncode
    if not failed:
        return
    guilty = []
    for match in re.finditer(r"^(/.*?\.swift):(\d+):\d+: error: (.*)$", log.read_text(), re.M):
        path, line, message = match[1], int(match[2]), match[3]
        name = os.path.relpath(os.path.realpath(path), os.path.realpath(folder))
        own = [m.id for first, last, m in lines.get(name, []) if first <= line <= last]
        guilty.append(f"{', '.join(own) or f'{name}:{line}'}: {message}")
    guilty = list(dict.fromkeys(guilty)) or [f"see {log}"]
    raise Problem("the build with all mutants fails:\n  " + "\n  ".join(guilty))


def nice(command):
    return ["nice", "-n", "5"] + command


class Package:
    """Which tests can notice a bug in which room."""

    def __init__(self, folder):
        dump = subprocess.run(
            ["swift", "package", "dump-package"], cwd=folder, check=True,
            capture_output=True).stdout
        targets = json.loads(dump)["targets"]
        self.uses = {
            t["name"]: [name for d in t["dependencies"] for name in self._names(d)]
            for t in targets
        }
        self.tests = [t["name"] for t in targets if t["type"] == "test"]

    @staticmethod
    def _names(dependency):
        return [value[0] for value in dependency.values() if isinstance(value, list)]

    def below(self, target):
        found, rest = set(), [target]
        while rest:
            for name in self.uses.get(rest.pop(), []):
                if name not in found:
                    found.add(name)
                    rest.append(name)
        return found

    def tests_of(self, room):
        """Its own and those of the rooms above, in the order of the package: bottom to top."""
        return [t for t in self.tests if room in self.below(t)]


class Tests:
    """The test bundle, run by hand: one target at a time, stopped at the first failure."""

    FAILURE = re.compile(r"^\S*\s*Test (.+?) (?:recorded an issue|failed after)")

    def __init__(self, folder):
        self.folder, self.running = folder, set()
        shown = subprocess.run(
            ["swift", "build", "--show-bin-path"], cwd=folder, check=True,
            capture_output=True, text=True).stdout.strip()
        name = next(pathlib.Path(shown).glob("*PackageTests.xctest")).name
        self.bundle = os.path.join(shown, name)

    def command(self, target):
        skipped = [part for name in READS_THE_SOURCES for part in ("--skip", name)]
        return nice([
            self.bundle, "--testing-library", "swift-testing", "--filter", f"^{target}\\.",
            *skipped])

    def run(self, target, timeout, **environment):
        """Returns what went wrong, None when nothing did, and how long it took."""
        start = time.monotonic()
        process = subprocess.Popen(
            self.command(target), cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
            env=dict(os.environ, SWIFT_BACKTRACE="enable=no", **environment), text=True,
            errors="replace")
        self.running.add(process)
        lines = queue.Queue()
        reader = threading.Thread(target=self._read, args=(process, lines), daemon=True)
        reader.start()
        verdict = self._verdict(process, lines, start + timeout)
        self._end(process)
        self.running.discard(process)
        reader.join()
        process.stdout.close()
        return verdict, time.monotonic() - start

    @staticmethod
    def _read(process, lines):
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    def _verdict(self, process, lines, deadline):
        while True:
            try:
                line = lines.get(timeout=max(0.01, deadline - time.monotonic()))
            except queue.Empty:
                return "takes too long"
            if line is None:
                code = process.wait()
                if code in (0, NO_TESTS):
                    return None
                return "crash" if code < 0 or code > 128 else "failure"
            found = self.FAILURE.search(line)
            if found:
                return found[1]

    def stop(self, *_):
        """Nothing that was started here outlives the program."""
        for process in list(self.running):
            self._end(process)
        os._exit(130)

    @staticmethod
    def _end(process):
        # Programs that the tests started have groups of their own, but share the session.
        shown = subprocess.run(["ps", "-A", "-o", "pid=,sess="], capture_output=True, text=True)
        pairs = [line.split() for line in shown.stdout.splitlines()]
        session = {int(pair[0]) for pair in pairs if pair[1:] == [str(process.pid)]}
        for number in session | ({process.pid} if process.poll() is None else set()):
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                pass
        process.wait()


def survey(tests, targets, digest, folder):
    """Runs the tests without a bug: they must pass. Tells which mutants each target reaches."""
    kept = folder.parent / "reached.json"
    known = json.loads(kept.read_text()) if kept.exists() else {}
    if known.get("digest") != digest:
        known = {"digest": digest, "targets": {}}
    for target in targets:
        if target in known["targets"]:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            path = os.path.join(scratch, "reached")
            verdict, seconds = tests.run(
                target, 1800, NAKAMI_MUTANT="reach", NAKAMI_MUTANT_REACHED=path)
            if verdict:
                raise Problem(f"{target} fails without any mutant: {verdict}")
            text = open(path).read() if os.path.exists(path) else ""
        numbers = sorted({int(number) for number in text.split()})
        known["targets"][target] = {"seconds": round(seconds, 1), "reached": numbers}
        print(f"  {target}: {seconds:.1f} s, reaches {len(numbers)}", file=sys.stderr)
        kept.write_text(json.dumps(known))
    return known["targets"]


class Kept:
    """What the tests said of each bug so far, so that an interrupted run goes on where it was.

    Belongs to the sources and tests as they stand: after any change of these all are asked again.
    """

    def __init__(self, path, digest):
        self.path, self.digest = path, digest
        known = json.loads(path.read_text()) if path.exists() else {}
        self.verdicts = known["verdicts"] if known.get("digest") == digest else {}

    def write(self):
        draft = self.path.with_suffix(".draft")
        draft.write_text(json.dumps({"digest": self.digest, "verdicts": self.verdicts}))
        draft.replace(self.path)


class Hunt:
    """Asks the tests that reach each bug, nearest room first, until one fails.

    Several bugs that nothing has noticed so far are tried at once; where that fails, halves of
    them, down to single ones. What counts as caught was caught alone.
    """

    def __init__(self, mutants, package, tests, known, jobs, size, kept):
        self.package, self.tests, self.known, self.size = package, tests, known, size
        self.kept = kept
        self.results = {
            m.id: kept.verdicts.setdefault(m.id, {"caught": None, "by": None, "asked": []})
            for m in mutants}
        self.workers = concurrent.futures.ThreadPoolExecutor(jobs)
        for target in package.tests:
            self.ask(target, [m for m in mutants if not self.results[m.id]["caught"]])

    def ask(self, target, mutants):
        reached = self.known[target]["reached"]
        mutants = [
            m for m in mutants
            if m.number in reached and target in self.package.tests_of(m.room)
            and target not in self.results[m.id]["asked"]]
        print(f"  {target}: {len(mutants)} to be asked", file=sys.stderr)
        groups = [mutants[i:i + self.size] for i in range(0, len(mutants), self.size)]
        while groups:
            verdicts = list(self.workers.map(lambda group: self.verdict(target, group), groups))
            halves = []
            for group, verdict in zip(groups, verdicts):
                if verdict and len(group) > 1:
                    middle = len(group) // 2
                    halves += [group[:middle], group[middle:]]
                    continue
                for mutant in group:
                    result = self.results[mutant.id]
                    result["asked"].append(target)
                    if verdict:
                        result["caught"], result["by"] = target, verdict
                        print(f"  {mutant.id}: {outcome(result)}", file=sys.stderr)
            self.kept.write()
            groups = halves

    def verdict(self, target, group):
        timeout = 30 + 5 * self.known[target]["seconds"]
        numbers = ",".join(str(mutant.number) for mutant in group)
        return self.tests.run(target, timeout, NAKAMI_MUTANT=numbers)[0]


# The table


def outcome(result):
    if result["caught"]:
        return f"{result['caught']}: {result['by']}"
    if not result["asked"]:
        return "SURVIVES: no test comes by"
    return "SURVIVES: " + ", ".join(result["asked"])


def table(mutants, results):
    wide = max(len(m.id) for m in mutants)
    rooms = max(len(m.room) for m in mutants)
    lines = [
        f"{m.id:{wide}}  {m.room:{rooms}}  {outcome(results[m.id])}" for m in mutants]
    lines.append("")
    for room in list(dict.fromkeys(m.room for m in mutants)) + ["all"]:
        own = [m for m in mutants if room in (m.room, "all")]
        caught = sum(1 for m in own if results[m.id]["caught"])
        lines.append(f"{room:{max(rooms, 3)}}  {caught:3} of {len(own):3}  {caught / len(own):4.0%}")
    return "\n".join(lines)


def run(arguments):
    mutants = located()
    chosen = selected(mutants, arguments.names, arguments.every)
    folder = pathlib.Path(arguments.folder).resolve() / "checkout"
    folder.mkdir(parents=True, exist_ok=True)
    give_numbers(mutants, folder.parent / "numbers.json")
    start = time.monotonic()
    lines = copy(mutants, folder)
    print("building with all mutants …", file=sys.stderr)
    build(folder, lines)
    print(f"  {time.monotonic() - start:.0f} s", file=sys.stderr)
    package, tests = Package(folder), Tests(folder)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, tests.stop)
    needed = {t for m in chosen for t in package.tests_of(m.room)} - set(arguments.without)
    package.tests = [t for t in package.tests if t in needed]
    digest = hashlib.sha256()
    for top in ("Sources", "Tests", "Lessons"):
        for path in sorted((folder / top).rglob("*")):
            if path.is_file():
                digest.update(str(path).encode() + path.read_bytes())
    print("tests without a mutant …", file=sys.stderr)
    digest = digest.hexdigest()
    known = survey(tests, package.tests, digest, folder)
    kept = Kept(folder.parent / "verdicts.json", digest)
    print("tests with mutants …", file=sys.stderr)
    results = Hunt(chosen, package, tests, known, arguments.jobs, arguments.group, kept).results
    print(table(chosen, results))
    seconds = time.monotonic() - start
    print(f"\n{seconds:.0f} s")
    share = sum(1 for r in results.values() if r["caught"]) / len(chosen)
    if arguments.json:
        rows = [
            {"id": m.id, "room": m.room, "file": m.file, "reason": m.reason, **results[m.id]}
            for m in chosen]
        pathlib.Path(arguments.json).write_text(
            json.dumps({"share": share, "seconds": round(seconds), "mutants": rows}, indent=1)
            + "\n")
    return 0 if share >= LEAST_SHARE else 1


def located():
    mutants = read_lists()
    problems = locate(mutants)
    if problems:
        raise Problem("\n".join(problems))
    return mutants


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="is every original text there, once?")
    listing = commands.add_parser("list", help="ids, rooms and reasons")
    running = commands.add_parser("run", help="build once, then test each mutant")
    for command in (listing, running):
        command.add_argument("names", nargs="*", metavar="NAME", help="id, room or list")
        command.add_argument(
            "--every", type=counted, default=1, metavar="N",
            help="of these each N-th alone, for a first look (1: all)")
    running.add_argument("--json", metavar="FILE", help="write the results there too")
    running.add_argument("--jobs", type=int, default=2, help="test runs side by side (2)")
    running.add_argument(
        "--group", type=int, default=8, metavar="N",
        help="bugs tried at once while nothing notices them (8); 1 for each alone")
    running.add_argument(
        "--without", action="append", default=[], metavar="TARGET",
        help="leave out a test target, for instance EndToEndTests")
    running.add_argument(
        "--folder", default=CHECKOUT / ".build-mutants",
        help="where the copy and its build stay (.build-mutants)")
    arguments = parser.parse_args()
    try:
        if arguments.command == "run":
            return run(arguments)
        mutants = located()
        if arguments.command == "check":
            print(f"{len(mutants)} mutants, every original text stands once")
        else:
            for mutant in selected(mutants, arguments.names, arguments.every):
                print(f"{mutant.id}  {mutant.room}  {mutant.reason}")
        return 0
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
