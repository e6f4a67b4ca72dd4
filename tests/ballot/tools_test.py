#!/usr/bin/env python3
"""minhtin-verify and minhtin-trustee as people run them: tools_test.py BUILD_FOLDER"""
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

from processes import Terminal, left_behind

BUILD = Path(sys.argv.pop()).resolve()
VECTORS = Path(__file__).resolve().parent.parent / "vectors"
WEB = VECTORS / "web"


PHRASE = "một hai ba bốn năm"
SANITIZED = b"__asan_init" in (BUILD / "minhtin-trustee").read_bytes()
if SANITIZED:
    # Newer compilers keep locals on a second stack, to find uses after a return; what is shipped has none.
    os.environ["ASAN_OPTIONS"] = "detect_stack_use_after_return=0:" + os.environ.get("ASAN_OPTIONS", "")
ORDER = 2**252 + 27742317777372353535851937790883648493


def web(name):
    return json.loads((WEB / name).read_text())


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def run(program, *words):
    done = subprocess.run([BUILD / program, *map(str, words)], capture_output=True)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Verify(unittest.TestCase):
    good = next((VECTORS / "good/g01-single-1q").glob("*.bel"))
    bad = next((VECTORS / "bad/d01-wrong-result").glob("*.bel"))

    def test_accepts_and_rejects(self):
        status, out, _ = run("minhtin-verify", self.good)
        self.assertEqual(status, 0)
        self.assertTrue(out.endswith("ACCEPTED\n"))
        status, out, _ = run("minhtin-verify", self.bad)
        self.assertEqual(status, 1)
        self.assertIn("REJECTED result-wrong: ", out)

    def test_json(self):
        status, out, _ = run("minhtin-verify", "--json", self.good)
        report = json.loads(out)
        self.assertEqual((status, report["accepted"], report["result"], report["last_event"]), (0, True, [[1, 0, 1]], "Result"))
        status, out, _ = run("minhtin-verify", self.bad, "--json")
        self.assertEqual((status, json.loads(out)["rejection"]["code"]), (1, "result-wrong"))

    def test_what_cannot_be_read_is_2(self):
        for words in ([], ["/does/not/exist"], [VECTORS], [self.good, self.good], ["--nonsense", self.good], [self.good, "--threads", "0"],
                      [self.good, "--prefix-of"], [self.good, "--prefix-of", "/does/not/exist"]):
            self.assertEqual(run("minhtin-verify", *words)[0], 2, words)

    def test_a_pipe_that_nobody_writes_to_is_not_waited_for(self):
        with tempfile.TemporaryDirectory() as folder:
            pipe = Path(folder) / "pipe"
            os.mkfifo(pipe)
            self.assertEqual(run("minhtin-verify", pipe)[0], 2)
            self.assertEqual(run("minhtin-verify", self.good, "--prefix-of", pipe)[0], 2)

    def test_progress_on_a_terminal_only(self):
        terminal = Terminal(BUILD / "minhtin-verify", self.good)
        status, out, shown = terminal.end()
        terminal.close()
        self.assertEqual(status, 0)
        self.assertEqual(out, run("minhtin-verify", self.good)[1])
        self.assertIn(" phiếu/ballots", shown)
        self.assertRegex(shown, r"[0-9]+ % · ")
        self.assertTrue(shown.endswith("\r\x1b[K"), shown)  # gone before the report
        # who does not read as it comes sees nothing of it
        terminal = Terminal(BUILD / "minhtin-verify", self.good, "--json")
        status, out, shown = terminal.end()
        terminal.close()
        self.assertEqual((status, json.loads(out)["accepted"], shown), (0, True, ""))
        for archive in (self.good, self.bad):
            self.assertEqual(run("minhtin-verify", archive)[2], "")

    def test_portable_arithmetic_says_the_same(self):
        for archive in (self.good, self.bad):
            plain = subprocess.run([BUILD / "minhtin-verify", archive], capture_output=True, env=os.environ | {"MINHTIN_PLAIN_ARITHMETIC": "1"})
            self.assertEqual((plain.returncode, plain.stdout.decode()), run("minhtin-verify", archive)[:2])

    def test_no_setting_of_openssl_decides(self):
        """An openssl.cnf that offers old algorithms only: SHA-256 is not among them."""
        with tempfile.TemporaryDirectory() as folder:
            settings = Path(folder) / "openssl.cnf"
            settings.write_text("openssl_conf = init\n[init]\nproviders = providers\n[providers]\nlegacy = legacy\n[legacy]\nactivate = 1\n")
            for archive, status in ((self.good, 0), (self.bad, 1)):
                done = subprocess.run([BUILD / "minhtin-verify", archive], capture_output=True, env=os.environ | {"OPENSSL_CONF": str(settings)})
                self.assertEqual((done.returncode, done.stdout.decode()), run("minhtin-verify", archive)[:2], done.stderr)
                self.assertEqual(done.returncode, status)

    def test_prefix(self):
        with tempfile.TemporaryDirectory() as folder:
            old = Path(folder) / "old.bel"
            vote = json.loads((WEB / "vote.json").read_text())
            old.write_bytes((WEB / "vote.bel").read_bytes()[:vote["open_bytes"]])
            self.assertEqual(run("minhtin-verify", old)[0], 0)
            self.assertEqual(run("minhtin-verify", WEB / "vote.bel", "--prefix-of", old)[0], 0)
            status, out, _ = run("minhtin-verify", self.good, "--prefix-of", old)
            self.assertEqual(status, 1)
            self.assertIn("not-a-continuation", out)

    def test_empty_and_random_files(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "x.bel"
            for content in (b"", b"x", bytes(512), bytes(range(256)) * 64, self.good.read_bytes()[:777]):
                file.write_bytes(content)
                self.assertEqual(run("minhtin-verify", file)[0], 1)


class Desk(unittest.TestCase):
    """A member's folder."""

    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        # as some keyboards type it; the browser saw composed letters
        (self.folder / "pass").write_text(unicodedata.normalize("NFD", PHRASE) + "\n")

    def words(self, command, **options):
        return [command] + [str(w) for name, value in options.items() for w in ["--" + name.replace("_", "-")] + ([] if value is True else [value])]

    def trustee(self, command, **options):
        return run("minhtin-trustee", *self.words(command, **options), "--passphrase-file", self.folder / "pass")

    def done(self, command, **options):
        status, out, err = self.trustee(command, **options)
        self.assertEqual(status, 0, err)
        return out.strip()

    def refused(self, code, command, **options):
        status, out, err = self.trustee(command, **options)
        self.assertEqual((status, out), (1, ""), err)
        self.assertIn(f"REFUSED {code}: ", err)

    def file(self, name, content):
        path = self.folder / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    def web_key(self, which="complete"):
        return self.file("web.key", web("keyfile.json")[which])

    def web_state(self, **other):
        """What the server tells the member whose key file web_key() is."""
        made, label = web("ceremony.json"), json.loads(web("keyfile.json")["complete"])
        return self.file("web.state", {"vote": {"uuid": label["election"]}, "ceremony": label["ceremony"], "index": 2, "size": 3, "threshold": 2,
                                       "certificates": made["certificates"], "vinput": made["vinputs"][1], "trustees": made["trustees"]} | other)

    def closed_box(self):
        path = self.folder / "closed.bel"
        path.write_bytes((WEB / "vote.bel").read_bytes()[:web("vote.json")["closed_bytes"]])
        return path

    def ceremony(self, uuid, size, threshold):
        """The complete key files, and the item of the list of trustees."""
        seats = range(1, size + 1)
        key = {i: self.folder / f"{i}.key" for i in seats}
        seat = lambda i: {"vote": {"uuid": uuid}, "ceremony": "c", "index": i, "size": size, "threshold": threshold, "certificates": certificates}
        certificates = []
        certificates += [json.loads(self.done("certificate", key=key[i], election=uuid, ceremony="c", trustee=i, size=size, threshold=threshold, name=f"Người thứ {i}")) for i in seats]
        polynomials = [json.loads(self.done("polynomial", key=key[i], state=self.file("state", seat(i)))) for i in seats]
        files, keys = {}, []
        for i in seats:
            vinput = {"polynomial": polynomials[i - 1]["polynomial"], "secrets": [p["secrets"][i - 1] for p in polynomials],
                      "coefexps": [p["coefexps"] for p in polynomials], "signatures": [p["signature"] for p in polynomials]}
            files[i] = self.folder / f"{i}.complete"
            keys.append(json.loads(self.done("form-key", key=key[i], state=self.file("state", seat(i) | {"vinput": vinput}), complete_key=files[i]))["public_key"])
        return files, ["Pedersen", {"threshold": threshold, "certs": certificates, "coefexps": [p["coefexps"] for p in polynomials],
                                    "signatures": [p["signature"] for p in polynomials], "verification_keys": keys}]


class Trustee(Desk):
    def test_a_whole_ceremony(self):
        uuid, size = "MinhTinThuNghiem2", 3
        seats = range(1, size + 1)
        key = {i: self.folder / f"{i}.key" for i in seats}
        certificates = [self.done("certificate", key=key[i], election=uuid, ceremony="c", trustee=i, size=size, threshold=2, name=f"Người thứ {i}") for i in seats]
        self.assertEqual(json.loads(self.done("certificate", key=key[1]))["message"], json.loads(certificates[0])["message"])
        self.assertEqual(key[1].stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.trustee("certificate", key=key[1], election=uuid, ceremony="c", trustee=1, size=size, threshold=2, name="x")[0], 2)

        def state(i, vinput=None):
            file = self.folder / "state.json"
            file.write_text(json.dumps({"vote": {"uuid": uuid}, "ceremony": "c", "index": i, "size": size, "threshold": 2,
                                        "certificates": [json.loads(c) for c in certificates], "vinput": vinput}))
            return file

        polynomials = [json.loads(self.done("polynomial", key=key[i], state=state(i))) for i in seats]
        for i in seats:
            vinput = {"polynomial": polynomials[i - 1]["polynomial"], "secrets": [p["secrets"][i - 1] for p in polynomials],
                      "coefexps": [p["coefexps"] for p in polynomials], "signatures": [p["signature"] for p in polynomials]}
            complete = self.folder / f"{i}.complete"
            message = json.loads(self.done("form-key", key=key[i], state=state(i, vinput), complete_key=complete))
            self.assertEqual(sorted(message), ["private_key", "public_key"])
            self.assertIn("complete", self.done("show", key=complete))

        status, _, err = self.trustee("polynomial", key=key[1], state=state(2))
        self.assertEqual(status, 1)
        self.assertIn("key-file-other", err)

        # One list of certificates in the life of a seed: the same again, never another, and not with a complete file.
        self.assertIn("certificates", json.loads(key[1].read_text()))
        self.assertEqual(json.loads(self.done("polynomial", key=key[1], state=state(1)))["coefexps"]["message"], polynomials[0]["coefexps"]["message"])
        right, certificates[2] = certificates[2], self.done("certificate", key=self.folder / "other.key", election=uuid, ceremony="c", trustee=3, size=size, threshold=2, name="x")
        status, out, err = self.trustee("polynomial", key=key[1], state=state(1))
        self.assertEqual((status, out), (1, ""))
        self.assertIn("certificates-changed", err)
        status, out, err = self.trustee("form-key", key=key[1], state=state(1, vinput), complete_key=self.folder / "never")
        self.assertEqual((status, out, (self.folder / "never").exists()), (1, "", False))
        self.assertIn("certificates-changed", err)
        certificates[2] = right
        self.assertNotIn("certificates", json.loads((self.folder / "1.complete").read_text()))
        status, _, err = self.trustee("polynomial", key=self.folder / "1.complete", state=state(1))
        self.assertEqual(status, 1)
        self.assertIn("key-file-other", err)

        (self.folder / "pass").write_text("another")
        status, _, err = self.trustee("polynomial", key=key[1], state=state(1))
        self.assertEqual(status, 1)
        self.assertIn("key-file-passphrase", err)

    def test_share_from_a_key_file_of_the_browser(self):
        vote = json.loads((WEB / "vote.json").read_text())
        key, archive = self.folder / "web.key", self.folder / "closed.bel"
        key.write_text(json.loads((WEB / "keyfile.json").read_text())["complete"])
        whole = (WEB / "vote.bel").read_bytes()
        archive.write_bytes(whole[:vote["closed_bytes"]])
        status, out, shown = self.trustee("share", key=key, archive=archive, yes=True)
        self.assertEqual((status, out), (1, ""))
        self.assertIn("REFUSED too-few-ballots", shown)  # four
        status, out, shown = self.trustee("share", key=key, archive=archive, yes=True, few=True)
        self.assertEqual(status, 0, shown)
        share = json.loads(out)
        events = [json.loads(e) for e in re.findall(rb'\{"parent":[^\0]*?\}', archive.read_bytes())]
        self.assertEqual(events[-1]["type"], "EncryptedTally")
        head = hashlib.sha256(re.findall(rb'\{"parent":[^\0]*?\}', archive.read_bytes())[-1]).hexdigest()
        self.assertIn(" ".join(head[i:i + 4] for i in range(0, 64, 4)), shown)
        self.assertEqual(share["decryption_factors"], json.loads(vote["shares"][1])["decryption_factors"])
        self.assertIn("strong_proofs", share)

        # the mark is of the closed box, whatever was added since, and stands alone on its line
        mark = "mark of the box:   " + " ".join(head[i:i + 4] for i in range(0, 64, 4)) + "\n"
        self.assertIn(mark, shown)
        archive.write_bytes(whole)
        self.assertIn(mark, self.trustee("share", key=key, archive=archive, yes=True, few=True)[2])

        archive.write_bytes(whole[:vote["open_bytes"]])  # not closed yet
        self.assertEqual(self.trustee("share", key=key, archive=archive, yes=True, few=True)[0], 1)
        archive.write_bytes(whole[:vote["closed_bytes"]] + b"x")
        self.assertEqual(self.trustee("share", key=key, archive=archive, yes=True, few=True)[0], 1)
        other = next((VECTORS / "good/g01-single-1q").glob("*.bel"))
        status, _, err = self.trustee("share", key=key, archive=other, yes=True, few=True)
        self.assertEqual(status, 1)
        self.assertIn("profile-plain", err)
        status, _, err = self.trustee("share", key=key, archive=other, yes=True, plain=True, few=True)
        self.assertEqual(status, 1)
        self.assertIn("key-file-other", err)

    def test_drill(self):
        key, state, drill = self.web_key(), self.web_state(), web("drill.json")
        name = drill["answer"]["id"]
        challenge = lambda **other: self.file("challenge", {"id": name, "r": drill["r"]} | other)
        answer = json.loads(self.done("drill", key=key, state=state, challenge=challenge()))
        self.assertEqual((answer["id"], answer["factor"]), (name, drill["answer"]["factor"]))
        for r in (0, 1, ORDER, ORDER + 1, 2**256):
            self.refused("scalar-syntax", "drill", key=key, state=state, challenge=challenge(r=str(r)))
        for r in ("-1", "02", "", "0x2"):
            self.refused("scalar-syntax", "drill", key=key, state=state, challenge=challenge(r=r))
        self.refused("field-type", "drill", key=key, state=state, challenge=challenge(id="short"))
        self.refused("field-type", "drill", key=key, state=state, challenge=challenge(r=2))
        # a point whose r only somebody else knows is no challenge
        self.refused("field-missing", "drill", key=key, state=state, challenge=self.file("challenge", {"id": name, "alpha": drill["alpha"]}))

    def test_drill_only_with_the_key_of_the_list(self):
        key, drill, made = self.web_key(), web("drill.json"), web("ceremony.json")
        challenge = self.file("challenge", {"id": drill["answer"]["id"], "r": drill["r"]})
        self.refused("field-missing", "drill", key=key, state=self.web_state(trustees=None), challenge=challenge)
        self.refused("key-file-other", "drill", key=key, state=self.web_state(index=1), challenge=challenge)
        self.refused("key-file-other", "drill", key=key, state=self.web_state(ceremony="another"), challenge=challenge)
        _, group = self.ceremony("MinhTinThuNghiem1", 3, 2)  # a list that holds, of another making
        self.refused("key-file-other", "drill", key=key, state=self.web_state(trustees=compact([group])), challenge=challenge)
        self.refused("trustee-proof", "drill", key=key, challenge=challenge, state=self.web_state(trustees=made["trustees"].replace(drill["public_key"], group[1]["verification_keys"][1]["public_key"])))
        self.refused("key-file-other", "drill", key=self.web_key("early"), state=self.web_state(), challenge=challenge)

    def test_wrong_usage(self):
        for words in ([], ["nonsense"], ["show"], ["show", "--key"], ["show", "--nonsense", "x"], ["share", "--key", "/does/not/exist", "--archive", "/x"]):
            self.assertEqual(run("minhtin-trustee", *words)[0], 2, words)


class Single(Desk):
    uuid = "MinhTinThuNghiem3"

    def make(self, name="own.key", **other):
        key = self.folder / name
        return key, json.loads(self.done("key", **({"key": key, "election": self.uuid, "name": "Lê Thị Thử"} | other)))

    def count(self, items, files, profile="hardened", plain={}):
        """A vote with these trustees, counted with the shares of these key files."""
        box, whole = self.folder / "box.bel", self.folder / "whole.bel"
        status, _, err = run("vote_around_trustees", "box", self.uuid, profile, self.file("trustees", compact(items)), box)
        self.assertEqual(status, 0, err)
        shares = [f"{owner}={self.file(f'{owner}.share', self.done('share', key=key, archive=box, yes=True, few=True, **plain))}" for owner, key in files.items()]
        status, _, err = run("vote_around_trustees", "count", box, whole, *shares)
        self.assertEqual(status, 0, err)
        status, out, _ = run("minhtin-verify", "--json", whole)
        self.assertEqual((status, json.loads(out).get("result"), json.loads(out)["counted"]), (0, [[2, 1, 0]], 3), out)
        return box

    def test_alone(self):
        key, message = self.make()
        self.assertEqual(list(message), ["pok", "public_key"])
        self.assertEqual(key.stat().st_mode & 0o777, 0o600)
        again = json.loads(self.done("key", key=key))
        self.assertEqual(again["public_key"], message["public_key"])
        self.assertNotEqual(again["pok"], message["pok"])
        self.assertEqual(self.done("show", key=key).splitlines(), [f"election {self.uuid}", "single trustee", "name Lê Thị Thử", "complete"])
        self.assertEqual(self.trustee("key", key=key, election=self.uuid, name="x")[0], 2)  # never over a file that is there
        self.count([["Single", again]], {1: key})
        self.count([["Single", message]], {1: key}, "plain", {"plain": True})

    def test_beside_others(self):
        (a, first), (b, second) = self.make("a.key"), self.make("b.key")
        files, group = self.ceremony(self.uuid, 3, 2)
        self.count([["Single", first], group, ["Single", second]], {1: a, 2: files[1], 4: files[3], 5: b})
        self.count([group, ["Single", first]], {1: files[1], 2: files[2], 3: files[3], 4: a})

    def test_only_for_its_own_election_and_list(self):
        key, message = self.make()
        other, theirs = self.make("other.key")
        box = self.count([["Single", theirs]], {1: other})
        self.refused("key-file-other", "share", key=key, archive=box, yes=True, few=True)
        elsewhere, _ = self.make("elsewhere.key", election="MinhTinThuNghiem4")
        self.refused("key-file-other", "share", key=elsewhere, archive=box, yes=True, few=True)
        self.refused("key-file-other", "share", key=key, archive=self.closed_box(), yes=True, few=True)

    def test_no_part_in_a_ceremony_nor_the_reverse(self):
        key, _ = self.make(election="MinhTinThuNghiem1")
        self.refused("key-file-other", "certificate", key=key)
        self.refused("key-file-other", "polynomial", key=key, state=self.web_state())
        self.refused("key-file-other", "form-key", key=key, state=self.web_state(), complete_key=self.folder / "x")
        drill = web("drill.json")
        self.refused("key-file-other", "drill", key=key, state=self.web_state(), challenge=self.file("challenge", {"id": drill["answer"]["id"], "r": drill["r"]}))
        self.refused("key-file-other", "key", key=self.web_key())
        self.refused("key-file-other", "key", key=self.web_key("early"))

    def test_wrong_usage(self):
        for other in ({"election": "short"}, {"election": self.uuid, "trustee": 1}):
            self.assertEqual(self.trustee("key", key=self.folder / "x", name="x", **other)[0], 2)
        self.assertEqual(self.trustee("certificate", key=self.folder / "x", election=self.uuid, ceremony="", trustee=1, size=1, threshold=1, name="x")[0], 2)
        self.refused("key-file-format", "key", key=self.folder / "x", election=self.uuid, name=b"\xff".decode(errors="surrogateescape"))
        self.assertFalse((self.folder / "x").exists())


class Prompts(Desk):
    """What is asked on the terminal."""
    ask, repeat = "passphrase of the key file: ", "once more: "

    def on_terminal(self, command, prepare=lambda: None, **options):
        terminal = Terminal(BUILD / "minhtin-trustee", *self.words(command, **options), prepare=prepare)
        self.addCleanup(terminal.close)
        return terminal

    def new_key(self, **other):
        return self.on_terminal("key", key=self.folder / "own.key", election="MinhTinThuNghiem3", name="x", **other)

    def test_passphrase_is_not_shown_and_opens_the_file(self):
        terminal = self.new_key()
        self.assertTrue(terminal.shown == b"")
        for prompt, spelling in ((self.ask, "NFD"), (self.repeat, "NFC")):
            terminal.expect(prompt)
            self.assertFalse(terminal.echoes())
            terminal.type(unicodedata.normalize(spelling, PHRASE) + "\n")
        status, out, shown = terminal.end()
        self.assertEqual(status, 0, shown)
        self.assertTrue(terminal.echoes())
        for part in ("hai", "một", unicodedata.normalize("NFD", "một")):
            self.assertNotIn(part, shown)
        self.assertEqual(json.loads(self.done("key", key=self.folder / "own.key"))["public_key"], json.loads(out)["public_key"])

    def test_another_repetition(self):
        for first, second in ((PHRASE, PHRASE + " "), (PHRASE, ""), ("x" * 1025, "x" * 1025)):
            terminal = self.new_key()
            terminal.expect(self.ask)
            terminal.type(first + "\n")
            if len(first) < 1025:
                terminal.expect(self.repeat)
                terminal.type(second + "\n")
            status, out, shown = terminal.end()
            self.assertEqual((status, out, terminal.echoes()), (1, "", True), shown)
            self.assertIn("REFUSED key-file-passphrase", shown)
            self.assertFalse((self.folder / "own.key").exists())

    def test_interrupted(self):
        for key, number in ((b"\x03", signal.SIGINT), (b"\x1c", signal.SIGQUIT), (None, signal.SIGTERM)):
            for typed in (b"", b"half", b"half\x04"):  # ^D hands over what there is of a line
                terminal = self.new_key()
                terminal.expect(self.ask)
                self.assertFalse(terminal.echoes())
                terminal.type(typed)
                terminal.type(key) if key else terminal.process.send_signal(number)
                self.assertEqual(terminal.end()[0], -number)
                self.assertTrue(terminal.echoes())
                self.assertFalse((self.folder / "own.key").exists())

    def test_interrupted_while_letters_come(self):
        for _ in range(50):  # ^C throws away letters that the program may just have seen come
            terminal = self.new_key()
            terminal.expect(self.ask)
            terminal.type(b"half\x04")
            terminal.type(b"\x03")
            self.assertEqual(terminal.end()[0], -signal.SIGINT)

    def test_stopped_it_asks_again(self):
        key = self.folder / "own.key"
        terminal = self.new_key()  # nobody could wake it, so that the system does not let it stop
        terminal.expect(self.ask)
        terminal.type(b"half\x1a")
        for prompt in (self.ask, self.repeat):
            terminal.expect(prompt)
            self.assertFalse(terminal.echoes())
            terminal.type(PHRASE + "\n")
        self.assertEqual(terminal.end()[0], 0)
        self.done("key", key=key)

    def test_end_of_input(self):
        terminal = self.new_key()
        terminal.expect(self.ask)
        terminal.type(b"half\x04\x04")
        status, out, shown = terminal.end()
        self.assertEqual((status, out, terminal.echoes()), (2, "", True), shown)

    def test_terminal_gone(self):
        for prepare, statuses in ((lambda: None, (-signal.SIGHUP,)), (lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN), (2,))):
            terminal = self.new_key() if prepare is None else self.on_terminal("key", prepare, key=self.folder / "own.key", election="MinhTinThuNghiem3", name="x")
            terminal.expect(self.ask)
            terminal.type("half")
            terminal.hang_up()
            status, out, _ = terminal.end()
            self.assertIn(status, statuses)
            self.assertEqual(out, "")
            self.assertFalse((self.folder / "own.key").exists())

    def test_no_terminal(self):
        words = self.words("key", key=self.folder / "own.key", election="MinhTinThuNghiem3", name="x")
        done = subprocess.run([BUILD / "minhtin-trustee", *words], input=(PHRASE + "\n").encode() * 2, capture_output=True, start_new_session=True)
        self.assertEqual((done.returncode, done.stdout, (self.folder / "own.key").exists()), (2, b"", False))

    def test_confirm(self):
        question = "(có/yes) "
        options = {"key": self.web_key(), "archive": self.closed_box(), "passphrase_file": self.folder / "pass"}
        for answer in ("yes", "có", unicodedata.normalize("NFD", "có")):
            terminal = self.on_terminal("share", **options, few=True)
            terminal.expect(question)
            terminal.type(answer + "\n")
            status, out, shown = terminal.end()
            self.assertEqual(status, 0, shown)
            self.assertIn("decryption_factors", json.loads(out))
        for answer in ("no\n", "không\n", "\n", "co\n", "yes yes\n", "\x04", "yes\x04\x04", "y" * 1100 + "\n"):
            terminal = self.on_terminal("share", **options, few=True)
            terminal.expect(question)
            terminal.type(answer)
            status, out, shown = terminal.end()
            self.assertEqual((status, out), (1, ""), shown)
            self.assertIn("REFUSED box-not-confirmed", shown)
        terminal = self.on_terminal("share", **options, few=True)
        terminal.expect(question)
        terminal.type(b"\x03")
        self.assertEqual(terminal.end()[:2], (-signal.SIGINT, ""))


class Memory(Desk):
    """When the program ends, nothing secret is in its memory any more: all of it was wiped, not only freed."""

    def setUp(self):
        super().setUp()
        held = web("keyfile.json")
        number = int(held["decryption_key"])
        self.secrets = {"passphrase": PHRASE.encode(), "passphrase as typed": unicodedata.normalize("NFD", PHRASE).encode(), "passphrase in UTF-16": PHRASE.encode("utf-16-le"),
                        "passphrase in UTF-16 as typed": unicodedata.normalize("NFD", PHRASE).encode("utf-16-le"),
                        "seed": held["seed"].encode()[8:], "digits": held["decryption_key"].encode()[20:],
                        "key, little-endian": number.to_bytes(32, "little"), "key, big-endian": number.to_bytes(32, "big")}

    def nothing_left(self, command, talk=lambda terminal: None, status=0, **options):
        words = self.words(command, **options)
        found = left_behind(self.secrets, BUILD / "minhtin-trustee", *words, talk=talk)
        # A sanitizer saves registers on the stack after main has wiped it; elsewhere it hides nothing.
        left = [(name, where) for name, where in found[2] if not (SANITIZED and where == "[stack]")]
        self.assertEqual((found[0], left), (status, []))
        return found[1]

    def test_the_search_finds(self):
        """What is not wiped, like the name of the file that is asked for, is found."""
        path = self.file("the name of this file", "{}")
        found = left_behind({"name": b"the name of this file"}, BUILD / "minhtin-trustee", "show", "--key", path)
        self.assertEqual(found[0], 1)
        self.assertTrue(found[2])

    def test_passphrase_from_a_file(self):
        phrase = self.folder / "pass"
        drill = web("drill.json")
        challenge = self.file("challenge", {"id": drill["answer"]["id"], "r": drill["r"]})
        self.assertTrue(self.nothing_left("drill", key=self.web_key(), state=self.web_state(), challenge=challenge, passphrase_file=phrase))
        self.assertTrue(self.nothing_left("share", key=self.web_key(), archive=self.closed_box(), yes=True, passphrase_file=phrase, few=True))
        self.assertTrue(self.nothing_left("certificate", key=self.web_key("early"), passphrase_file=phrase))
        self.assertTrue(self.nothing_left("polynomial", key=self.web_key("early"), state=self.web_state(), passphrase_file=phrase))
        self.assertTrue(self.nothing_left("form-key", key=self.web_key("early"), state=self.web_state(), complete_key=self.folder / "formed", passphrase_file=phrase))
        self.assertTrue(self.nothing_left("key", key=self.folder / "own", election="MinhTinThuNghiem3", name="x", passphrase_file=phrase))
        # also on the way out of a refusal
        self.nothing_left("key", status=1, key=self.web_key(), passphrase_file=phrase)
        self.nothing_left("share", status=1, key=self.web_key(), archive=next((VECTORS / "good/g01-single-1q").glob("*.bel")), yes=True, plain=True, few=True, passphrase_file=phrase)

    def test_passphrase_from_the_terminal(self):
        def talk(terminal, second=PHRASE):
            for prompt, answer in ((Prompts.ask, unicodedata.normalize("NFD", PHRASE)), (Prompts.repeat, second)):
                terminal.expect(prompt)
                terminal.type(answer + "\n")

        self.nothing_left("key", talk, key=self.folder / "own", election="MinhTinThuNghiem3", name="x")
        self.nothing_left("key", lambda terminal: talk(terminal, "another"), status=1, key=self.folder / "second", election="MinhTinThuNghiem3", name="x")


unittest.main()
