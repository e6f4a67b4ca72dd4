"""docs/api/openapi.yaml against permissions.txt (which the C++ tests hold against the table of routes) and against
the running server: what it answers is what the file says. Every operation must have succeeded once, and every one that
can refuse must have refused once, or this test fails.

usage: openapi_test.py MINHTIN OPENAPI.YAML PERMISSIONS.TXT RECORDED_VOTE
"""
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema
import yaml

PROGRAM, SPECIFICATION, PERMISSIONS, RECORDED_VOTE = sys.argv[1:5]
METHODS = ("get", "put", "post", "patch", "delete")

with open(SPECIFICATION, encoding="utf-8") as f:
    SPEC = yaml.safe_load(f)


def resolve(node):
    while "$ref" in node:
        target = SPEC
        for name in node["$ref"][2:].split("/"):
            target = target[name]
        node = target
    return node


def operations():
    for path, item in SPEC["paths"].items():
        for method in METHODS:
            if method in item:
                yield method, path, item[method]


def operation_of(method, path):
    """The path of the operation that this address means; a named segment wins over a parameter."""
    candidates = [p for m, p, _ in operations() if m == method and re.fullmatch(re.sub(r"{\w+}", "[^/]+", p), path)]
    return min(candidates, key=lambda p: p.count("{"))


def validate(schema, value):
    jsonschema.Draft202012Validator({"components": SPEC["components"], **schema}).validate(value)


class Server:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="minhtin-openapi-")
        os.makedirs(os.path.join(self.folder, "web"))
        for page in ("index", "booth", "verify", "trustee", "slips"):
            with open(os.path.join(self.folder, "web", page + ".html"), "w") as f:
                f.write("<!doctype html>")
        self.log = open(os.path.join(self.folder, "log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--demo", "--data", os.path.join(self.folder, "data"), "--listen", "127.0.0.1:0",
             "--web", os.path.join(self.folder, "web")], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.fullmatch(r"minhtin: listening on http://127\.0\.0\.1:(\d+)\n", line).group(1))
        self.log.seek(0)
        # "  login   password   what it does"
        self.accounts = dict(re.findall(r"^  (\S+) +(\S+) ", self.log.read(), re.MULTILINE))

    def stop(self):
        self.process.terminate()
        code = self.process.wait()
        self.process.stdout.close()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        return code

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response, content


class OpenApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.sessions = {}
        cls.succeeded, cls.refused = set(), set()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.stop() == 0
        silent = {(m, p) for m, p, _ in operations()} - cls.succeeded
        assert not silent, "no success of these was checked: %s" % sorted(silent)
        tame = {(m, p) for m, p, o in operations() if "default" in o["responses"]} - cls.refused
        assert not tame, "no refusal of these was checked: %s" % sorted(tame)

    def hold(self, method, path, body, status, kind, content):
        """Holds an exchange to the file; gives the answer's JSON, or bytes."""
        operation = SPEC["paths"][path][method]
        if status < 400 and body is not None:
            validate(resolve(operation["requestBody"])["content"]["application/json"]["schema"], body)
        described = operation["responses"].get(str(status)) or operation["responses"].get("default")
        self.assertIsNotNone(described, "%s %s answered %d" % (method, path, status))
        media = resolve(described).get("content")
        if media is None:
            self.assertEqual(content, b"")
            answer = None
        else:
            self.assertIn(kind, media)
            answer = content if kind == "application/octet-stream" else json.loads(content)
            if kind == "application/octet-stream":
                self.assertTrue(content.startswith(b"BELENIOS"))
            else:
                validate(media[kind]["schema"], answer)
        if status >= 400:
            self.assertEqual(answer["status"], status)
        (self.succeeded if status < 400 else self.refused).add((method, path))
        return answer

    def call(self, who, method, path, params=None, body=None, query="", status=None, token=None):
        """Calls as that account, holds request and response to the file, gives the answer's JSON."""
        address = "/api/v1" + path + query
        for name, value in (params or {}).items():
            address = address.replace("{%s}" % name, value)
        headers = {"Content-Type": "application/json", "X-Minhtin": "1"}
        if who:
            headers["Cookie"] = self.session(who)
        if token:
            headers["Authorization"] = "Bearer " + token
        encoded = None if method in ("get", "delete") else json.dumps(body if body is not None else {})
        response, content = self.server.ask(method.upper(), address, encoded, headers)
        if status is not None:
            self.assertEqual(response.status, status, content)
        return self.hold(method, path, body, response.status, response.getheader("Content-Type"), content)

    def session(self, login):
        if login not in self.sessions:
            response, content = self.server.ask(
                "POST", "/api/v1/session",
                json.dumps({"login": login, "password": self.server.accounts[login]}),
                {"Content-Type": "application/json"})
            self.assertEqual(response.status, 200, content)
            self.sessions[login] = response.getheader("Set-Cookie").split(";")[0]
        return self.sessions[login]

    def test_every_route_is_described_and_every_description_is_a_route(self):
        routes = {}
        with open(PERMISSIONS, encoding="utf-8") as f:
            for line in f:
                words = line.split("#")[0].split()
                if words:
                    routes[words[0].lower(), words[1]] = sorted(words[2:])
        described = {(m, p): sorted(o["x-who"]) for m, p, o in operations()}
        self.assertEqual(routes, described)

    def test_what_strangers_get_is_a_problem(self):
        for method, path, operation in operations():
            with self.subTest(method=method, path=path):
                params = {name: "none" for name in re.findall(r"{(\w+)}", path)}
                answer = self.call(None, method, path, params)
                if operation["x-who"] != ["anybody"]:
                    self.assertIn(answer["code"], ("not-signed-in", "link-invalid"))

    def test_the_office_from_import_to_record(self):
        office, chair, operator, member = "vanphong", "chutri", "quantri", "dangvien1"
        self.call(None, "get", "/info")
        for who in (office, chair, operator, member, "noicutru1"):
            self.call(who, "get", "/session", status=200)
        self.call(operator, "get", "/accounts", status=200)
        made = self.call(operator, "post", "/accounts", status=201, body={
            "login": "them-mot", "name": "Người Thêm", "roles": ["office"], "password": "ba mươi lá tre 5"})
        self.call(operator, "patch", "/accounts/{id}", {"id": made["id"]}, {"disabled": True}, status=200)
        chairs = self.call(office, "get", "/accounts/committee", status=200)["accounts"]

        units = self.call(office, "get", "/units", status=200)["units"]
        people = self.call(office, "get", "/people", query="?q=thu", status=200)["people"]
        self.assertGreater(len(people), 3)
        self.call(office, "get", "/people", query="?unit=nowhere", status=404)
        self.call(office, "get", "/residence-committees", status=200)
        table = {"source": "a.csv", "text": "Mã;Họ và tên;Đơn vị;Chức vụ\nX1;Người Thử Mới;Đơn vị thử;Chuyên viên\n"}
        self.call(office, "post", "/imports/people/preview", body=table, status=200)
        self.call(office, "post", "/imports/people/preview", body={"source": "b.xlsx", "rows": [["Gì"], ["đó"]]})
        self.call(office, "post", "/imports/people", body=table, status=200)
        self.call(office, "post", "/imports/people", body={"source": "c", "text": "x"}, status=422)

        self.call(office, "get", "/profiles", status=200)
        root = next(u for u in units if u["parent_id"] is None)["id"]
        self.call(office, "post", "/campaigns", status=201, body={
            "name": "Đợt thử", "year": 2026, "root_unit_id": root, "profile": "96-qd-tw", "remark_due": "2099-12-05"})
        for campaign in self.call(office, "get", "/campaigns", status=200)["campaigns"]:
            of = {"id": campaign["id"]}
            self.call(office, "get", "/campaigns/{id}", of, status=200)
            rated = self.call(office, "get", "/campaigns/{id}/people", of, status=200)["people"]
            self.call(office, "get", "/campaigns/{id}/remark-requests", of, status=200)
            self.call(office, "get", "/campaigns/{id}/votes", of, status=200)
            for person in rated:
                self.call(office, "get", "/records/{campaign_id}/{person_id}",
                          {"campaign_id": campaign["id"], "person_id": person["person_id"]}, status=200)
        exempted = rated[-1]["person_id"]
        self.call(office, "post", "/campaigns/{id}/remark-requests", of, {
            "due": "2099-12-05", "requests": [{"person_id": exempted, "exempt": {"reason": "travelling"}}]}, status=201)

        own = self.call(member, "get", "/my/records", status=200)["records"]
        self.assertTrue(own)
        self.call(member, "get", "/records/{campaign_id}/{person_id}",
                  {"campaign_id": own[0]["campaign_id"], "person_id": own[0]["person_id"]}, status=200)
        channels = self.call(member, "get", "/campaigns/{id}", {"id": own[0]["campaign_id"]}, status=200)["channels"]
        review = next(c for c in channels if c["id"] == "self-review")
        self.call(member, "post", "/campaigns/{id}/self-review", {"id": own[0]["campaign_id"]},
                  {"fields": filled(review["form"])}, status=201)

        mine = {"campaign_id": own[0]["campaign_id"], "person_id": own[0]["person_id"]}
        topics = self.call(member, "get", "/campaigns/{id}/topics", {"id": own[0]["campaign_id"]}, status=200)
        for topic in topics["topics"]:
            says = stated(topic)
            body = {"topic": topic["id"] + "1" if topic["open"] else topic["id"], "says": says}
            self.call(office, "post", "/records/{campaign_id}/{person_id}/what-if", mine, body, status=200)
            self.call(office, "post", "/records/{campaign_id}/{person_id}/statements", mine, body, status=201)
        for operation in ("statements", "what-if"):
            path = "/records/{campaign_id}/{person_id}/" + operation
            self.call(office, "post", path, mine, {"topic": "no-such", "says": {}}, status=422)
            self.call(member, "post", path, mine, {"topic": "tasks", "says": {}}, status=403)
        self.call(member, "get", "/records/{campaign_id}/{person_id}/findings", mine, status=200)
        self.call(office, "get", "/records/{campaign_id}/{person_id}", mine, status=200)
        for unit in units:
            self.call(office, "get", "/campaigns/{id}/units/{unit}/findings",
                      {"id": own[0]["campaign_id"], "unit": unit["id"]}, status=200)
        self.call(office, "get", "/campaigns/{id}/units/{unit}/findings",
                  {"id": own[0]["campaign_id"], "unit": "nowhere"}, status=404)

        officer, request = next(
            (who, r) for who in ("noicutru1", "noicutru2")
            for r in self.call(who, "get", "/residence/requests", status=200)["requests"] if r["state"] == "asked")
        self.call(officer, "put", "/residence/requests/{id}/draft", {"id": request["id"]},
                  {"fields": filled(request["form"])}, status=204)
        self.call(officer, "post", "/remarks", status=201, body={
            "request_id": request["id"], "fields": filled(request["form"]),
            "signed_by": {"name": "Người Ký Thử", "post": "Bí thư"}})
        self.call(officer, "get", "/residence/requests", status=200)

        vote = self.call(office, "post", "/campaigns/{id}/votes", of, {
            "name": "Lấy phiếu thử", "day": "2026-12-20", "persons": [p["person_id"] for p in rated[:2]],
            "chair_id": chairs[0]["id"], "trustees": [{"name": "Ba %d" % i, "post": "Ủy viên"} for i in (1, 2, 3)],
            "threshold": 2, "slips": 5}, status=201)
        uuid = {"uuid": vote["uuid"]}
        self.call(office, "get", "/votes/{uuid}", uuid, status=200)
        self.call(office, "get", "/campaigns/{id}/votes", of, status=200)
        self.call(office, "put", "/votes/{uuid}/attendance", uuid, {"summoned": 5, "present": 4, "issued": 4}, status=200)
        self.call(office, "put", "/votes/{uuid}/attendance", uuid, {"summoned": 1, "present": 4, "issued": 4})
        for step in ("open", "close", "finish", "record"):
            self.call(chair, "post", "/votes/{uuid}/" + step, uuid)
        self.call(chair, "get", "/votes/{uuid}/result", uuid)
        self.call(office, "post", "/votes/{uuid}/ceremony/reset", uuid, status=200)
        link = self.call(office, "post", "/votes/{uuid}/invitations", uuid, {"target": "trustee", "index": 1}, status=200)
        token = link["link"].split("#")[1]
        self.call(None, "get", "/trustee", token=token, status=200)
        for step in ("certificate", "polynomial", "key", "drill", "drill/start", "share"):
            self.call(None, "post", "/trustee/" + step, body={}, token=token)
        link = self.call(office, "post", "/votes/{uuid}/invitations", uuid, {"target": "slips"}, status=200)
        token = link["link"].split("#")[1]
        self.call(None, "get", "/slips", token=token, status=200)
        self.call(None, "post", "/slips/credentials", body={"credentials": ["0" * 64]}, token=token)
        self.call(None, "get", "/elections/{uuid}", uuid, status=200)
        self.call(None, "post", "/elections/{uuid}/ballots", uuid, {})
        self.call(member, "delete", "/session", status=204)

    def test_everybody_may_change_the_password(self):
        inspector = "kiemtra"
        old, new = self.server.accounts[inspector], "tám con chim sẻ nâu 8"
        self.call(inspector, "post", "/session/password", body={"old": old + "!", "new": new})
        self.call(inspector, "post", "/session/password", body={"old": old, "new": new}, status=204)
        self.call(inspector, "get", "/session", status=401)
        self.call(None, "post", "/session", body={"login": inspector, "password": new}, status=200)

    def test_a_whole_vote(self):
        with tempfile.TemporaryDirectory() as folder:
            record = os.path.join(folder, "record")
            subprocess.run([RECORDED_VOTE, record], check=True, timeout=150)
            with open(record, encoding="utf-8") as f:
                exchanges = [json.loads(line) for line in f]
        for e in exchanges:
            method, address = e["method"].lower(), e["path"].removeprefix("/api/v1").partition("?")[0]
            with self.subTest(method=method, path=address, status=e["status"]):
                body = json.loads(e["body"]) if e["body"] else None
                self.hold(method, operation_of(method, address), body, e["status"], e["content_type"],
                          e["answer"].encode())


def stated(topic):
    """A value for every field of a topic; none where all may stay open and two exclude each other."""
    def value(field):
        if field["type"] == "items":
            return [{"id": "i1", **{f["id"]: value(f) for f in topic["item_fields"]}}]
        if field["type"] == "choice":
            return field["options"][0]["id"]
        return {"number": "5", "day": "2026-12-01", "id": "p1", "unit": "u1"}[field["type"]]
    return {field["id"]: value(field) for field in topic["fields"]}


def filled(form):
    """A value for every field."""
    values = {}
    for field in form:
        if field["kind"] == "choice":
            choice = field["options"][0]["id"]
            values[field["id"]] = {"choice": choice, "note": "Không có gì thêm"} if field["note"] else choice
        else:
            values[field["id"]] = 1 if field["kind"] == "number" else "Nội dung thử"
    return values


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
