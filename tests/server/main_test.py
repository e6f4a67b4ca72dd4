"""The program as it is started: what it prints, which folders and keys it takes, how it ends.

usage: main_test.py MINHTIN
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]


class MainTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="minhtin-main-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        os.makedirs(self.path("web"))
        for page in ("index", "booth", "verify", "trustee", "slips"):
            with open(self.path("web", page + ".html"), "w") as f:
                f.write("<!doctype html>")

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def start(self, *options, data="data"):
        return subprocess.Popen(
            [PROGRAM, "serve", "--data", self.path(data), "--listen", "127.0.0.1:0", "--web", self.path("web"), *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "XDG_CONFIG_HOME": self.path("config")})

    def run_until_ready(self, *options, how=signal.SIGTERM, data="data"):
        """Starts, waits for the line, looks at the limits, stops. Gives stderr."""
        process = self.start(*options, data=data)
        line = process.stdout.readline()
        self.assertRegex(line, r"^minhtin: listening on http://127\.0\.0\.1:\d+\n$")
        with open("/proc/%d/limits" % process.pid) as f:
            self.assertRegex(f.read(), r"Max core file size +0 +0 ")
        process.send_signal(how)
        out, err = process.communicate()
        self.assertEqual((process.returncode, out), (0, ""), err)
        return err

    def refused(self, *options, says, code=1, data="data"):
        process = self.start(*options, data=data)
        out, err = process.communicate()
        self.assertEqual((process.returncode, out), (code, ""))
        self.assertIn(says, err)

    def test_the_setup_token_is_new_at_each_start_until_it_is_used(self):
        tokens = [re.search("one-time setup token: (\\S{32})\n", self.run_until_ready(how=s)).group(1)
                  for s in (signal.SIGTERM, signal.SIGINT)]
        self.assertNotEqual(*tokens)

    def test_an_operators_profiles_are_read_or_stop_the_start(self):
        os.makedirs(self.path("data", "profiles"))
        with open(self.path("data", "profiles", "mine.json"), "w") as f:
            f.write('{"format":"minhtin-profile-2","id":"mine","number":"1-KH/XX","title":{"vi":"Thử","en":"Test"},'
                    '"body":{"vi":"Nơi thử","en":"A place"},"issued":"2026-01-02","in_force_from":null,'
                    '"in_force_until":null,"replaces":[],"inherits":["366-qd-tw"],"settings":[]}')
        self.run_until_ready()
        with open(self.path("data", "profiles", "wrong.json"), "w") as f:
            f.write('{"format":"minhtin-profile-2","id":"Wrong"}')
        self.refused(says="profiles/wrong.json: /id: bad-id: Mã gồm")

    def test_the_key_lies_outside_of_the_data_folder_and_is_needed(self):
        self.assertIn("making the master key", self.run_until_ready())
        key = self.path("config", "minhtin", "master.key")
        self.assertEqual(os.stat(key).st_mode & 0o777, 0o400)
        self.assertEqual(os.stat(self.path("data")).st_mode & 0o777, 0o700)
        for name in os.listdir(self.path("data")):
            self.assertEqual(os.stat(self.path("data", name)).st_mode & 0o077, 0, name)
        self.assertNotIn("making", self.run_until_ready())
        os.rename(key, key + ".away")
        self.refused(says="the databases exist but their key file")
        self.run_until_ready("--key-file", key + ".away")
        self.run_until_ready(data="other")  # makes another key
        self.refused(says="wrong key file, or a damaged database")

    def test_demo_and_real_data_do_not_mix(self):
        self.assertIn("DEMO DATA", self.run_until_ready("--demo"))
        self.assertTrue(os.path.exists(self.path("data", "demo-only.key")))
        key = self.path("data", "demo-only.key")
        self.refused("--key-file", key, says="holds demo data")
        self.run_until_ready("--demo")
        self.assertNotIn("DEMO", self.run_until_ready(data="real"))
        self.refused("--demo", "--key-file", self.path("config", "minhtin", "master.key"), data="real",
                     says="holds real data")

    def test_one_server_a_folder(self):
        first = self.start()
        first.stdout.readline()
        self.refused(says="another server uses the data folder")
        first.terminate()
        first.communicate()

    def test_wrong_usage(self):
        self.refused("--listen", "0.0.0.0:80", says="loopback", code=2)
        self.refused("--what", says="unknown option", code=2)
        self.refused("--web", self.path("nothing"), says="build the pages first")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
