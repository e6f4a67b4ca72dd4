#!/usr/bin/env python3
"""minhtin-verify and minhtin-trustee as people run them: tools_test.py BUILD_FOLDER"""
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

BUILD = Path(sys.argv.pop()).resolve()
VECTORS = Path(__file__).resolve().parent.parent / "vectors"
WEB = VECTORS / "web"


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


class Trustee(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.folder = Path(self.held.name)
        # as some keyboards type it; the browser saw composed letters
        (self.folder / "pass").write_text(unicodedata.normalize("NFD", "một hai ba bốn năm") + "\n")

    def tearDown(self):
        self.held.cleanup()

    def trustee(self, command, **options):
        words = [w for name, value in options.items() for w in ["--" + name.replace("_", "-")] + ([] if value is True else [value])]
        return run("minhtin-trustee", command, *words, "--passphrase-file", self.folder / "pass")

    def done(self, command, **options):
        status, out, err = self.trustee(command, **options)
        self.assertEqual(status, 0, err)
        return out.strip()

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
        self.assertEqual(status, 0, shown)
        share = json.loads(out)
        events = [json.loads(e) for e in re.findall(rb'\{"parent":[^\0]*?\}', archive.read_bytes())]
        self.assertEqual(events[-1]["type"], "EncryptedTally")
        head = hashlib.sha256(re.findall(rb'\{"parent":[^\0]*?\}', archive.read_bytes())[-1]).hexdigest()
        self.assertIn(" ".join(head[i:i + 4] for i in range(0, 64, 4)), shown)
        self.assertEqual(share["decryption_factors"], json.loads(vote["shares"][1])["decryption_factors"])
        self.assertIn("strong_proofs", share)

        archive.write_bytes(whole[:vote["open_bytes"]])  # not closed yet
        self.assertEqual(self.trustee("share", key=key, archive=archive, yes=True)[0], 1)
        archive.write_bytes(whole[:vote["closed_bytes"]] + b"x")
        self.assertEqual(self.trustee("share", key=key, archive=archive, yes=True)[0], 1)
        other = next((VECTORS / "good/g01-single-1q").glob("*.bel"))
        status, _, err = self.trustee("share", key=key, archive=other, yes=True)
        self.assertEqual(status, 1)
        self.assertIn("profile-plain", err)
        status, _, err = self.trustee("share", key=key, archive=other, yes=True, plain=True)
        self.assertEqual(status, 1)
        self.assertIn("key-file-other", err)

    def test_drill(self):
        key, challenge = self.folder / "web.key", self.folder / "challenge.json"
        key.write_text(json.loads((WEB / "keyfile.json").read_text())["complete"])
        drill = json.loads((WEB / "drill.json").read_text())
        challenge.write_text(json.dumps({"id": drill["answer"]["id"], "r": drill["r"]}))
        answer = json.loads(self.done("drill", key=key, challenge=challenge))
        self.assertEqual((answer["id"], answer["factor"]), (drill["answer"]["id"], drill["answer"]["factor"]))
        for other in ({"id": "short", "r": drill["r"]}, {"id": drill["answer"]["id"], "r": "0"}, {"id": drill["answer"]["id"], "alpha": drill["alpha"]}):
            challenge.write_text(json.dumps(other))
            self.assertEqual(self.trustee("drill", key=key, challenge=challenge)[0], 1, other)

    def test_wrong_usage(self):
        for words in ([], ["nonsense"], ["show"], ["show", "--key"], ["show", "--nonsense", "x"], ["share", "--key", "/does/not/exist", "--archive", "/x"]):
            self.assertEqual(run("minhtin-trustee", *words)[0], 2, words)


unittest.main()
