"""The documented nginx configuration with the real nginx in front of the real server.

usage: nginx_test.py MINHTIN MINHTIN.CONF
Exit 77 (skipped, said plainly) when nginx or openssl is not installed.
"""
import http.client
import json
import os
import shutil
import sys
import unittest

sys.dont_write_bytecode = True
from site_behind_nginx import NGINX, Site  # noqa: E402

PROGRAM, CONFIGURATION = sys.argv[1], sys.argv[2]
JSON = {"Content-Type": "application/json"}


class NginxTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(PROGRAM, CONFIGURATION)

    @classmethod
    def tearDownClass(cls):
        assert cls.site.stop() == 0, "SIGTERM should end the server with 0"

    def test_requests_reach_the_server_over_tls_and_the_socket(self):
        response, content = self.site.ask("GET", "/api/v1/info")
        self.assertEqual(response.status, 200)
        self.assertTrue(json.loads(content)["setup_needed"])
        self.assertEqual(response.getheader("Referrer-Policy"), "no-referrer")
        self.assertIn("frame-ancestors 'none'", response.getheader("Content-Security-Policy"))
        self.assertNotIn("/", response.getheader("Server", ""))
        self.assertEqual(self.site.ask("GET", "/b/abc")[0].status, 200)

    def test_every_answer_has_security_headers_once(self):
        for answer in (self.site.ask("GET", "/api/v1/info"), self.site.ask("GET", "/"), self.site.ask("GET", "/nothing"),
                       self.site.ask("POST", "/api/v1/session", b"x", {"Content-Encoding": "gzip"}),
                       self.site.ask("POST", "/api/v1/elections/x/ballots", b" " * 300_000, JSON)):
            for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control",
                         "Strict-Transport-Security"):
                self.assertEqual(len(answer[0].headers.get_all(name, [])), 1, (answer[0].status, name))

    def test_plain_http_is_sent_to_tls(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.site.plain_port)
        connection.request("GET", "/b/abc", headers={"Host": "localhost"})
        response = connection.getresponse()
        self.assertEqual((response.status, response.getheader("Location")), (308, "https://localhost/b/abc"))
        connection.close()

    def test_compressed_bodies_are_refused(self):
        for path in ("/api/v1/session", "/api/v1/elections/x/ballots"):
            self.assertEqual(self.site.ask("POST", path, b"x", {"Content-Encoding": "gzip", **JSON})[0].status, 415)

    def test_the_client_may_keep_its_connection_while_upstream_closes(self):
        connection = self.site.connect()
        for _ in range(3):
            connection.request("GET", "/api/v1/info")
            response = connection.getresponse()
            response.read()
            self.assertEqual(response.status, 200)
        connection.close()

    def test_a_body_behind_a_get_is_no_second_request(self):
        smuggled = b"GET /api/v1/units HTTP/1.1\r\nHost: localhost\r\n\r\n"
        response, content = self.site.ask("GET", "/api/v1/info", smuggled)
        self.assertEqual(response.status, 400)
        self.assertEqual(json.loads(content)["code"], "bad-request")
        self.assertEqual(self.site.ask("GET", "/api/v1/info")[0].status, 200)

    def test_an_origin_other_than_ours_is_refused_and_ours_is_not(self):
        ours = "https://localhost:%d" % self.site.port
        for origin, code in ((ours, "login-wrong"), ("https://elsewhere.test", "cross-site")):
            _, content = self.site.ask("POST", "/api/v1/session", b'{"login":"nobody","password":"x"}',
                                       {"Origin": origin, **JSON})
            self.assertEqual(json.loads(content)["code"], code)

    def test_bodies_are_limited(self):
        self.assertEqual(self.site.ask("POST", "/api/v1/elections/x/ballots", b" " * 300_000, JSON)[0].status, 413)

    def test_nothing_of_a_request_is_written_down(self):
        self.site.ask("POST", "/api/v1/elections/zzTraceMezz/ballots", b'{"trace":"zzTraceMezz"}',
                      {"User-Agent": "zzTraceMezz", **JSON})
        self.site.ask("GET", "/b/zzTraceMezz", headers={"Cookie": "zzTraceMezz=1"})
        for folder, _, files in os.walk(self.site.folder):
            for name in filter(lambda n: os.path.isfile(os.path.join(folder, n)), files):
                with open(os.path.join(folder, name), "rb") as f:
                    content = f.read()
                self.assertNotIn(b"zzTraceMezz", content, os.path.join(folder, name))
                if name.endswith(".log"):
                    self.assertNotIn(b"127.0.0.1", content, name)


if __name__ == "__main__":
    if not NGINX or not shutil.which("openssl"):
        print("SKIPPED: nginx or openssl is not installed")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
