"""The documented nginx configuration with the real nginx in front of the real server, in a folder of its own."""
import http.client
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile

NGINX = shutil.which("nginx") or ("/usr/sbin/nginx" if os.path.exists("/usr/sbin/nginx") else None)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Site:
    """nginx and the server in a temporary folder. `data` is the folder of an installation to go on with: its data
    and its key are used where they are. `environment` is added to the server's."""

    def __init__(self, program, configuration, data=None, environment=None, nginx_workers=1):
        self.program, self.configuration = program, configuration
        self.environment, self.nginx_workers = environment or {}, nginx_workers
        self.folder = tempfile.mkdtemp(prefix="minhtin-nginx-")
        os.chmod(self.folder, 0o755)
        self.data = data or self.folder
        self.port, self.plain_port = free_port(), free_port()
        self.write_pages()
        self.start_server()
        self.start_nginx()

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write_pages(self):
        os.makedirs(self.path("web", "assets"))
        for page in ("index", "booth", "verify", "trustee", "slips"):
            with open(self.path("web", page + ".html"), "w") as f:
                f.write("<!doctype html><title>%s</title>" % page)

    def start_server(self):
        self.server = subprocess.Popen(
            [self.program, "serve", "--data", os.path.join(self.data, "data"),
             "--key-file", os.path.join(self.data, "master.key"),
             "--listen", "unix:" + self.path("http.sock"), "--web", self.path("web")],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **self.environment})
        line = self.server.stdout.readline()
        assert line == "minhtin: listening on unix:%s\n" % self.path("http.sock"), line
        os.chmod(self.path("http.sock"), 0o666)  # nginx's worker is another user here

    def start_nginx(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
             "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", self.path("tls.key"),
             "-out", self.path("tls.crt")], check=True, capture_output=True)
        with open(self.configuration) as f:
            site = f.read()
        for old, new in (("/etc/ssl/minhtin/fullchain.pem", self.path("tls.crt")),
                         ("/etc/ssl/minhtin/privkey.pem", self.path("tls.key")),
                         ("unix:/run/minhtin/http.sock", "unix:" + self.path("http.sock")),
                         ("listen 443 ", "listen 127.0.0.1:%d " % self.port),
                         ("listen 80;", "listen 127.0.0.1:%d;" % self.plain_port),
                         ("vote.example.vn", "localhost")):
            assert old in site, old
            site = site.replace(old, new)
        site = re.sub(r"listen \[::\]:.*?;", "", site)
        os.makedirs(self.path("logs"))
        with open(self.path("nginx.conf"), "w") as f:
            f.write("pid %s;\ndaemon off;\nworker_processes %d;\nerror_log %s warn;\nevents {}\nhttp {\n"
                    % (self.path("nginx.pid"), self.nginx_workers, self.path("logs", "start.log")))
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"):
                f.write("%s_temp_path %s;\n" % (kind, self.path("temp-" + kind)))
            f.write(site + "\n}\n")
        self.nginx = subprocess.Popen([NGINX, "-p", self.folder, "-c", self.path("nginx.conf")],
                                      stderr=subprocess.PIPE, text=True)
        while True:  # until it accepts, or has ended
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except ConnectionRefusedError:
                assert self.nginx.poll() is None, self.nginx.stderr.read()

    def stop(self):
        self.nginx.terminate()
        self.nginx.communicate()
        self.server.send_signal(signal.SIGTERM)
        self.server.communicate()
        code = self.server.returncode
        shutil.rmtree(self.folder, ignore_errors=True)
        return code

    def connect(self):
        context = ssl.create_default_context(cafile=self.path("tls.crt"))
        return http.client.HTTPSConnection("localhost", self.port, context=context)

    def ask(self, method, path, body=None, headers=None):
        connection = self.connect()
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response, content
