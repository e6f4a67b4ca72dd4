"""Programs on a terminal of their own, and what they leave in memory when they end. Linux only."""
import ctypes
import fcntl
import os
import re
import select
import signal
import subprocess
import tempfile
import termios
import time

PATIENCE = 120  # seconds until a program that says nothing has failed
TRACEME, CONT, SETOPTIONS = 0, 7, 0x4200
TRACEEXIT, EVENT_EXIT = 0x40, 6

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long


def ptrace(request, process, data=0):
    if libc.ptrace(request, process, None, data) < 0:
        raise OSError(ctypes.get_errno(), "ptrace")


class Terminal:
    """A program that leads a session on a new terminal; its standard output goes to a file."""

    def __init__(self, *words, traced=False, prepare=lambda: None):
        self.master, self.slave = os.openpty()
        self.shown, self.seen, self.out = b"", 0, tempfile.TemporaryFile()

        def become():
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTSTP):
                signal.signal(number, signal.SIG_DFL)  # a shell's background job is started without them
            prepare()
            if traced:
                ptrace(TRACEME, 0)

        env = dict(os.environ)
        if traced:  # the leak checker wants to be the one that traces
            env["ASAN_OPTIONS"] = env.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        self.process = subprocess.Popen(list(map(str, words)), stdin=self.slave, stdout=self.out, stderr=self.slave, env=env,
                                        start_new_session=True, preexec_fn=become)

    def _read(self, until):
        deadline = time.monotonic() + PATIENCE
        while not until():
            if select.select([self.master], [], [], 0.05)[0]:
                self.shown += os.read(self.master, 4096)
            elif time.monotonic() > deadline:
                raise AssertionError(f"nothing came after {self.shown!r}")

    def expect(self, text):
        """Waits until `text` is shown, after what was expected before."""
        wanted = text.encode()
        self._read(lambda: wanted in self.shown[self.seen:])
        self.seen = self.shown.index(wanted, self.seen) + len(wanted)

    def type(self, text):
        os.write(self.master, text if isinstance(text, bytes) else text.encode())

    def echoes(self):
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def hang_up(self):
        os.close(self.slave)
        os.close(self.master)
        self.master = self.slave = None

    def end(self):
        """(exit status, standard output, all that the terminal showed)"""
        if self.master is not None:
            self._read(lambda: self.process.poll() is not None)
            while select.select([self.master], [], [], 0)[0]:
                self.shown += os.read(self.master, 4096)
        return self.process.wait(PATIENCE), self.output(), self.shown.decode(errors="replace")

    def output(self):
        self.out.seek(0)
        return self.out.read().decode()

    def close(self):
        if self.process.returncode is None:
            self.process.kill()
            self.process.wait()
        for fd in (self.master, self.slave):
            if fd is not None:
                os.close(fd)
        self.out.close()


def memory(process):
    """What can be written of a stopped process' memory. Shadows of sanitizers, which are huge, are left out."""
    with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb", buffering=0) as mem:
        for line in maps:
            start, end, may = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()
            at, size = int(start, 16), int(end, 16) - int(start, 16)
            if "w" not in may or "[v" in line or size > 1 << 30:
                continue
            mem.seek(at)
            yield line.split()[-1], mem.read(size)


def left_behind(secrets, *words, talk=lambda terminal: None):
    """Runs a program, stops it when all its destructors have run, and names what is still in its memory:
    (exit status, output, [(name, where)]). `secrets`: bytes by name."""
    terminal = Terminal(*words, traced=True)
    child = terminal.process.pid
    try:
        os.waitpid(child, 0)  # stopped by exec
        ptrace(SETOPTIONS, child, TRACEEXIT)
        ptrace(CONT, child)
        talk(terminal)
        found = []
        while True:
            _, status = os.waitpid(child, 0)
            if not os.WIFSTOPPED(status):
                terminal.process.returncode = os.waitstatus_to_exitcode(status)
                return terminal.process.returncode, terminal.output(), found
            event = status >> 8 == signal.SIGTRAP | EVENT_EXIT << 8
            if event:
                found = [(name, where) for where, content in memory(child) for name, secret in secrets.items() if secret in content]
            ptrace(CONT, child, 0 if event else os.WSTOPSIG(status))
    finally:
        terminal.close()
