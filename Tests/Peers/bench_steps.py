"""Times the training step of nakami and of PyTorch in turns, on the shapes A to D of `nakami bench step`.

    python bench_steps.py --nakami .build/release/nakami [--threads 1] [--busy] [--rounds 5] [--shapes ABCD]

Each round runs one after the other; the ratio of each round counts, so that a machine whose speed drifts
does not distort it. PyTorch runs eagerly with the plain and the fused AdamW, and compiled (which needs a
C++ compiler); the fastest of the three is compared. `--busy` keeps one core at work with another process all
the while.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

SHAPES = dict(
    A=(4, 4, 128, 64, 12, 65), B=(4, 4, 128, 128, 16, 512), C=(6, 6, 192, 128, 16, 1024),
    D=(6, 6, 384, 256, 4, 65))
NAMES = ("layers", "heads", "width", "context", "batch", "vocabulary")
HERE = pathlib.Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nakami", required=True, help="the release binary")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2.0, help="time for each program and round")
    parser.add_argument("--shapes", default="ABCD")
    parser.add_argument("--busy", action="store_true", help="keep one core busy with another process")
    parser.add_argument("--modes", default="eager,fused,compiled")
    options = parser.parse_args()

    busy = None
    if options.busy:
        busy = subprocess.Popen([sys.executable, "-c", "import os\nwhile True: pass"])
    # Settings that some machines make for older libraries would slow PyTorch down.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}

    def run(command: list[str]) -> dict:
        text = subprocess.run(
            command, check=True, capture_output=True, text=True, env=environment).stdout
        return json.loads(text)

    try:
        for shape in options.shapes:
            sizes = [
                part for name, size in zip(NAMES, SHAPES[shape]) for part in (f"--{name}", str(size))]
            shared = sizes + ["--threads", str(options.threads), "--seconds", str(options.seconds)]
            own, ratios, times = [], {}, {}
            for _ in range(options.rounds):
                report = run([options.nakami, "bench", "step", "--json", *shared])
                own.append(report)
                for mode in options.modes.split(","):
                    peer = run([
                        sys.executable, str(HERE / "pytorch_step.py"), "--json", "--mode", mode,
                        *shared])
                    times.setdefault(mode, []).append(peer["median_ms"])
            best = min(times, key=lambda mode: statistics.median(times[mode]))
            ratios = [peer / mine["median_ms"] for peer, mine in zip(times[best], own)]
            print(
                f"{shape}: nakami {statistics.median(r['median_ms'] for r in own):.1f} ms "
                f"({statistics.median(r['share_of_peak'] for r in own):.0%} of the FMA peak), PyTorch "
                + ", ".join(f"{m} {statistics.median(t):.1f}" for m, t in times.items())
                + f" ms; ratio to {best}: {statistics.median(ratios):.2f} "
                + f"({min(ratios):.2f} to {max(ratios):.2f})", flush=True)
    finally:
        if busy:
            busy.kill()


if __name__ == "__main__":
    main()
