"""Opens every page of an output folder in Debian's Firefox, from disk and with its strict file origin on. See README.md."""

import contextlib
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from typing import Any

from marionette_driver.errors import ScriptTimeoutException
from marionette_driver.marionette import Marionette

import stepping

PREFERENCES = {
    # A page may read no other file, as for everybody who opens the folder.
    "security.fileuri.strict_origin_policy": "true",
    "app.normandy.enabled": "false",
    "app.update.disabledForTesting": "true",
    "browser.aboutwelcome.enabled": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "browser.startup.page": "0",
    "browser.tabs.remote.autostart": "true",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "network.captive-portal-service.enabled": "false",
    "network.connectivity-service.enabled": "false",
    "remote.prefs.recommended": "false",
    "services.settings.server": '""',
    "toolkit.cosmeticAnimations.enabled": "false",
}

# What went wrong since the last look: errors of scripts and of the content-security policy, blocked requests.
ERRORS = """
  const found = Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError && !(m.flags & 1)
      && m.sourceName.startsWith('file:'))
    .map(m => `${m.category}: ${m.errorMessage} (${m.sourceName}:${m.lineNumber})`);
  Services.console.reset();
  return found;
"""

# Firefox makes no window narrower than 450 px, so the telephone is a frame within one.
NARROWEST = 500

NARROW = """
  const [width] = arguments;
  const browser = gBrowser.selectedBrowser;
  browser.style.maxWidth = width ? width + 'px' : '';
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Firefox:
    """A window of Firefox."""

    def __init__(self, driver: Marionette) -> None:
        self.driver = driver
        self.name = f"Firefox {driver.session_capabilities['browserVersion']}"

    def widen(self, width: int) -> None:
        with self.driver.using_context("chrome"):
            self.driver.execute_script(NARROW, [width if width < NARROWEST else 0])
        self.driver.set_window_rect(width=max(width, NARROWEST), height=stepping.HEIGHT)

    def open(self, address: str) -> None:
        self.driver.navigate(address)

    def run(self, script: str) -> Any:
        return self.driver.execute_script(script)

    def wait(self, script: str) -> Any:
        try:
            return self.driver.execute_async_script(script, script_timeout=stepping.PATIENCE * 1000)
        except ScriptTimeoutException as late:
            raise TimeoutError from late

    def errors(self) -> list[str]:
        with self.driver.using_context("chrome"):
            return self.driver.execute_script(ERRORS)


@contextlib.contextmanager
def firefox() -> Iterator[Firefox]:
    """Debian's Firefox with a fresh profile, driven by Marionette, which it carries in itself."""
    executable = shutil.which("firefox-esr") or shutil.which("firefox")
    if executable is None:
        raise SystemExit("no Firefox; install it with: apt-get install firefox-esr")
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = [f'user_pref("{name}", {value});' for name, value in PREFERENCES.items()]
        lines.append(f'user_pref("marionette.port", {port});')
        (pathlib.Path(profile) / "user.js").write_text("\n".join(lines) + "\n")
        program = subprocess.Popen(
            [executable, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            driver = Marionette(host="127.0.0.1", port=port, startup_timeout=60)
            wait_for(port, program)
            driver.start_session()
            yield Firefox(driver)
        finally:
            program.terminate()
            try:
                program.wait(20)
            except subprocess.TimeoutExpired:
                program.kill()


def wait_for(port: int, program: subprocess.Popen) -> None:
    for _ in range(300):
        if program.poll() is not None:
            raise SystemExit(f"Firefox ended with {program.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("Firefox does not answer")


def main() -> None:
    folder = stepping.asked_folder(__doc__)
    with firefox() as window:
        stepping.check(window, folder)


if __name__ == "__main__":
    main()
