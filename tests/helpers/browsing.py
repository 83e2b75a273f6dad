"""Chromium, and a host on the loopback that sends what the documentation asks hosts to send."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium")
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves with the policy that the documentation gives for hosts, or another one."""

    def __init__(self, *values: Any, policy: str, **named: Any) -> None:
        self._policy = policy
        super().__init__(*values, **named)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self._policy)
        super().end_headers()

    def log_message(self, *values: object) -> None:
        """Nothing: tests say what is wrong themselves."""


@contextmanager
def served(site: Path, policy: str = POLICY) -> Iterator[str]:
    """A host of a folder, as long as it is wanted: the address at which it begins."""
    handler = functools.partial(_Handler, directory=str(site), policy=policy)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join(timeout=10)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
