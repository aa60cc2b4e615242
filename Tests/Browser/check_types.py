"""Checks the types of the site's scripts, which stand in JSDoc comments, with the TypeScript compiler. See README.md."""

import argparse
import pathlib
import shutil
import subprocess
import sys

STRICT = [
    "--allowJs", "--checkJs", "--noEmit", "--strict", "--noImplicitReturns", "--noFallthroughCasesInSwitch",
    "--target", "es2022", "--lib", "es2022,dom,dom.iterable",
]


def scripts(folder: pathlib.Path) -> list[pathlib.Path]:
    """The scripts that pages of the folder load; they share one global scope, so they are checked together.

    What carries engine and model has nothing but two long texts.
    """
    return sorted(path for path in folder.rglob("*.js") if path.is_file() and path.name != "live.js")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    folder = parser.parse_args().folder.resolve()
    compiler = shutil.which("tsc")
    if compiler is None:
        raise SystemExit("no TypeScript compiler; install it with: apt-get install node-typescript")
    found = scripts(folder)
    if not found:
        raise SystemExit(f"no script in {folder}")
    newer = pathlib.Path(__file__).with_name("newer.d.ts")
    # What a script must not do is refused, or everything would pass.
    wrong = subprocess.run(
        [compiler, *STRICT, str(pathlib.Path(__file__).with_name("wrong.js"))], capture_output=True, text=True, check=False)
    if "TS2322" not in wrong.stdout:
        raise SystemExit(f"the compiler refuses nothing: {wrong.stdout}{wrong.stderr}")
    result = subprocess.run([compiler, *STRICT, str(newer), *map(str, found)], check=False)
    print(f"{len(found)} scripts, {sum(len(path.read_text().splitlines()) for path in found)} lines, "
          + ("all types fit" if result.returncode == 0 else "some types do not fit"))
    sys.exit(1 if result.returncode else 0)


if __name__ == "__main__":
    main()
