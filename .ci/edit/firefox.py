"""A Firefox without a window, driven by WebDriver BiDi over a socket: no package is needed."""
import base64
import json
import os
import pathlib
import re
import secrets
import socket
import struct
import subprocess
import tempfile
import time

import browser

PROGRAM = os.environ.get("SATZ_FIREFOX", "firefox-esr")

# What WebDriver calls the keys that are no letters.
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "ArrowDown": "\ue015", "ArrowUp": "\ue013",
        "ArrowRight": "\ue014", "ArrowLeft": "\ue012", "Backspace": "\ue003", "Home": "\ue011", "End": "\ue010",
        "F2": "\ue032", "Alt": "\ue00a", "Ctrl": "\ue009", "Meta": "\ue03d", "Shift": "\ue008"}

# No window, no question, and nothing that calls home.
PREFERENCES = {"ui.prefersReducedMotion": 1, "browser.shell.checkDefaultBrowser": False, "app.update.disabledForTesting": True,
               "datareporting.policy.dataSubmissionEnabled": False, "toolkit.telemetry.reportingpolicy.firstRun": False,
               "browser.startup.homepage_override.mstone": "ignore", "browser.aboutwelcome.enabled": False,
               "network.captive-portal-service.enabled": False, "network.connectivity-service.enabled": False,
               "intl.accept_languages": "en-GB", "remote.active-protocols": 1}


class Socket:
    """Messages over a WebSocket."""

    def __init__(self, port, path):
        self.stream = socket.create_connection(("127.0.0.1", port))
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        self.stream.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer:
            self.buffer += self.stream.recv(4096)
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        assert b" 101 " in head, head

    def send(self, text, kind=1):
        data = text.encode() if isinstance(text, str) else text
        size = len(data)
        length = bytes([128 | size]) if size < 126 else struct.pack(">BH", 254, size) if size < 65536 else struct.pack(">BQ", 255, size)
        mask = secrets.token_bytes(4)
        masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(data))
        self.stream.sendall(bytes([128 | kind]) + length + mask + masked)

    def take(self, count):
        while len(self.buffer) < count:
            read = self.stream.recv(1 << 20)
            assert read, "the browser is gone"
            self.buffer += read
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def next(self, seconds):
        """The next message; None if there is none in time."""
        text = b""
        while True:
            if not self.buffer:
                self.stream.settimeout(max(0.001, seconds))
                try:
                    self.buffer = self.stream.recv(1 << 20)
                except TimeoutError:
                    return None
                assert self.buffer, "the browser is gone"
            self.stream.settimeout(30)
            first, second = self.take(2)
            size = second & 127
            size = struct.unpack(">H", self.take(2))[0] if size == 126 else struct.unpack(">Q", self.take(8))[0] if size == 127 else size
            data = self.take(size)
            if first & 15 == 9:
                self.send(data, 10)
                continue
            text += data
            if first & 128:
                return json.loads(text)


class Browser:
    """One browser; `page()` opens a page in it."""

    def __init__(self, profile=None):
        self.folder = None if profile else tempfile.TemporaryDirectory(prefix="satz-edit-", ignore_cleanup_errors=True)
        profile = pathlib.Path(profile or self.folder.name)
        profile.mkdir(exist_ok=True)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
        (profile / "user.js").write_text("".join(lines))
        self.process = subprocess.Popen(
            [PROGRAM, "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
        port = None
        while not port:
            line = self.process.stderr.readline()
            assert line, "Firefox did not start"
            port = re.search(r"BiDi listening on ws://127\.0\.0\.1:(\d+)", line)
        self.socket = Socket(int(port[1]), "/session")
        self.number, self.events = 0, []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])

    def send(self, method, **params):
        """Sends a command and returns its result."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        until = time.time() + 60
        while True:
            message = self.socket.next(until - time.time())
            assert message is not None, f"no answer to {method}"
            if message.get("id") == self.number:
                assert message["type"] == "success", f"{method}: {message}"
                return message["result"]
            self.events.append(message)

    def page(self, url="about:blank", **look):
        return Page(self, url, **look)

    def close(self):
        try:
            self.send("browser.close")
        except (AssertionError, OSError):
            self.process.kill()
        self.process.wait()
        if self.folder:
            self.folder.cleanup()


class Page(browser.Page):
    """One page, as a person sees and uses it."""

    def __init__(self, owner, url, width=1280, height=860, dark=False, scale=1, language="en-GB", calm=True):
        self.browser = owner
        self.context = owner.send("browsingContext.create", type="tab")["context"]
        # The browser has these for all of its pages at once.
        look = f"Object.defineProperty(navigator, 'languages', {{get: () => [{json.dumps(language)}]}});"
        if dark:
            look += "if (location.protocol === 'http:') localStorage.setItem('satz:theme', '\"dark\"');"
        owner.send("script.addPreloadScript", functionDeclaration=f"() => {{ {look} }}", contexts=[self.context])
        self.send("browsingContext.setViewport", viewport={"width": width, "height": height}, devicePixelRatio=scale)
        self.send("browsingContext.navigate", url=url, wait="none")

    def send(self, method, **params):
        return self.browser.send(method, context=self.context, **params)

    def run(self, code):
        """What an expression in the page comes to."""
        answer = self.browser.send("script.evaluate", expression=code, target={"context": self.context}, awaitPromise=True)
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return value_of(answer["result"])

    def press(self, *keys):
        """Presses keys one after the other, as `Alt+Shift+Z`."""
        for key in keys:
            names = [KEYS.get(name, name) for name in (key.split("+") if len(key) > 1 else [key])]
            self.keys([("keyDown", name) for name in names] + [("keyUp", name) for name in reversed(names)])

    def write(self, text):
        """Types a text."""
        self.keys([(kind, letter) for letter in text for kind in ("keyDown", "keyUp")])

    def keys(self, pressed):
        actions = [{"type": kind, "value": value} for kind, value in pressed]
        self.send("input.performActions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def press_at(self, x, y):
        """Clicks at a place of the window."""
        actions = [{"type": "pointerMove", "x": int(x), "y": int(y)}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        try:
            self.send("input.performActions", actions=[{"type": "pointer", "id": "mouse", "actions": actions}])
        except AssertionError as error:
            # What moved out of the window meanwhile is not hit: that is seen by whoever clicks.
            assert "out of bounds" in str(error), error

    def picture(self, path, whole=False):
        """Makes a picture of what is seen."""
        data = self.send("browsingContext.captureScreenshot", origin="document" if whole else "viewport")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def faults(self):
        """What the page complained of since it was opened."""
        while (message := self.browser.socket.next(0.01)) is not None:
            self.browser.events.append(message)
        entries = [event["params"] for event in self.browser.events if event.get("method") == "log.entryAdded"]
        own = [entry for entry in entries if entry["source"].get("context") == self.context]
        return [f"{entry['level']}: {entry['text']}" for entry in own if entry["level"] in ("error", "warn")]

    def close(self):
        self.send("browsingContext.close")


def value_of(remote):
    """A value of the page as Python has it; of an element, that it is there."""
    kind, value = remote["type"], remote.get("value")
    if kind == "array":
        return [value_of(item) for item in value]
    if kind == "object":
        return {name: value_of(item) for name, item in value or []}
    if kind in ("undefined", "null"):
        return None
    return value if kind in ("string", "number", "boolean") else {}
