"""A Chromium without a window, driven by its own protocol over a pipe: no package is needed."""
import base64
import json
import os
import select
import subprocess
import tempfile
import time

PROGRAM = os.environ.get("SATZ_CHROMIUM", "chromium")

# Key, code and number of the keys that are no letters.
KEYS = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38, "ArrowRight": 39, "ArrowLeft": 37,
        "Backspace": 8, "Home": 36, "End": 35, " ": 32, "F2": 113, ".": 190}
MODIFIERS = {"Alt": 1, "Ctrl": 2, "Meta": 4, "Shift": 8}


class Browser:
    """One browser; `page()` opens a page in it."""

    def __init__(self, profile=None):
        self.folder = None if profile else tempfile.TemporaryDirectory(prefix="satz-edit-")
        profile = profile or self.folder.name
        to_read, self.write = os.pipe()
        self.read, to_write = os.pipe()

        def place():
            # Above both numbers first, so that neither is written over.
            a, b = os.dup(to_read), os.dup(to_write)
            a, b = (os.dup(a) if a < 5 else a), (os.dup(b) if b < 5 else b)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            [PROGRAM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
             "--disable-dev-shm-usage", "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=place, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.number, self.buffer, self.events = 0, b"", []

    def send(self, method, session=None, **params):
        """Sends a command and returns its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        number = self.number
        while True:
            message = self.next(30)
            assert message is not None, f"no answer to {method}"
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message['error']}"
                return message["result"]
            self.events.append(message)

    def next(self, seconds):
        """The next message; None if there is none in time."""
        until = time.time() + seconds
        while b"\0" not in self.buffer:
            if not select.select([self.read], [], [], max(0, until - time.time()))[0]:
                return None
            read = os.read(self.read, 1 << 20)
            assert read, "the browser is gone"
            self.buffer += read
        line, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(line)

    def page(self, url="about:blank", **look):
        return Page(self, url, **look)

    def close(self):
        try:
            self.send("Browser.close")
        except (AssertionError, OSError):
            self.process.kill()
        self.process.wait()
        if self.folder:
            self.folder.cleanup()


class Page:
    """One page, as a person sees and uses it."""

    def __init__(self, browser, url, width=1280, height=860, dark=False, scale=1, language="en-GB", calm=True):
        self.browser = browser
        target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                  mobile=width < 500)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        if calm:
            features.append({"name": "prefers-reduced-motion", "value": "reduce"})
        self.send("Emulation.setEmulatedMedia", features=features)
        self.send("Emulation.setLocaleOverride", locale=language)
        self.send("Network.setUserAgentOverride", userAgent="Mozilla/5.0 Chromium", acceptLanguage=language)
        self.send("Page.navigate", url=url)

    def send(self, method, **params):
        return self.browser.send(method, self.session, **params)

    def run(self, code):
        """What an expression in the page comes to."""
        result = self.send("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise AssertionError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def wait(self, code, seconds=30):
        """Waits until an expression is true."""
        until = time.time() + seconds
        while True:
            try:
                if self.run(f"Boolean({code})"):
                    return
            except AssertionError:
                pass
            assert time.time() < until, f"never true: {code}\n{self.text()[:2000]}\n{self.faults()}"
            time.sleep(0.02)

    def text(self):
        return self.run("document.body.innerText")

    def press(self, *keys):
        """Presses keys one after the other, as `Alt+Shift+Z`."""
        for key in keys:
            *marks, key = key.split("+") if len(key) > 1 else [key]
            bits = sum(MODIFIERS[mark] for mark in marks)
            upper = key.upper() if len(key) == 1 else key
            code = f"Key{upper}" if len(key) == 1 and key.isalpha() else f"Digit{key}" if key.isdigit() else key
            code = {".": "Period", " ": "Space"}.get(code, code)
            number = KEYS.get(key, ord(upper) if len(upper) == 1 else 0)
            text = "\r" if key == "Enter" and not bits & 7 else key if len(key) == 1 and not bits & 3 else ""
            event = {"modifiers": bits, "key": key, "code": code, "windowsVirtualKeyCode": number}
            self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **event)
            self.send("Input.dispatchKeyEvent", type="keyUp", **event)

    def write(self, text):
        """Types a text."""
        self.send("Input.insertText", text=text)

    def click(self, selector, number=0):
        """Clicks on what a selector finds, where it is seen. What comes meanwhile may move it away from under the
        pointer: a click that would meet another element is kept from it, and made again."""
        element = f"document.querySelectorAll({json.dumps(selector)})[{number}]"
        until = time.time() + 30
        while True:
            self.wait(f"{element}?.checkVisibility()")
            place = self.run(f"""(async () => {{
                const element = {element};
                const frame = () => new Promise(requestAnimationFrame);
                element.scrollIntoView({{block: 'center', behavior: 'instant'}});
                let box = element.getBoundingClientRect(), was;
                do {{
                    was = box;
                    await frame();
                    await frame();
                    box = element.getBoundingClientRect();
                }} while (element.isConnected && (box.left !== was.left || box.top !== was.top));
                const only = event => {{
                    if (element.contains(event.target)) window.met = window.met || event.type === 'click';
                    else {{ event.preventDefault(); event.stopImmediatePropagation(); }}
                }};
                const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
                for (const kind of kinds) addEventListener(kind, only, true);
                window.met = false;
                window.release = () => kinds.forEach(kind => removeEventListener(kind, only, true));
                return [box.left + box.width / 2, box.top + box.height / 2];
            }})()""")
            self.press_at(*place)
            if self.run("(() => { const {met, release} = window; release?.(); return met ?? true; })()"):
                return
            assert time.time() < until, f"never hit: {selector} {number}\n{self.text()[:2000]}"

    def press_at(self, x, y):
        """Clicks at a place of the window."""
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, path, whole=False):
        """Makes a picture of what is seen."""
        data = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def faults(self):
        """What the page complained of since it was opened."""
        while (message := self.browser.next(0.01)) is not None:
            self.browser.events.append(message)
        told = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            if event["method"] == "Log.entryAdded":
                entry = event["params"]["entry"]
                told.append(f"{entry['level']}: {entry['text']} {entry.get('url', '')}")
            if event["method"] == "Runtime.exceptionThrown":
                details = event["params"]["exceptionDetails"]
                told.append(details.get("exception", {}).get("description", details["text"]))
        return told

    def close(self):
        self.browser.send("Target.closeTarget", targetId=self.target)
