"""Elections that are made and run with belenios-tool alone, step by step as its command line wants them."""
import json
import subprocess
from pathlib import Path


class Tool:
    """belenios-tool of one version, working in one folder."""

    def __init__(self, program, folder):
        self.program, self.folder = str(program), Path(folder)

    def run(self, *words, stdin=""):
        """Its standard output; raises if it fails."""
        done = self.attempt(*words, stdin=stdin)
        if done.returncode != 0:
            raise RuntimeError(f"belenios-tool {' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout

    def attempt(self, *words, stdin=""):
        return subprocess.run([self.program, *words], cwd=self.folder, input=stdin, capture_output=True, text=True)


GROUP = "--group=Ed25519"
TEMPLATE = {
    "description": "Made-up test data",
    "name": "Bỏ phiếu thử",
    "questions": [
        {"answers": ["Cao", "Vừa", "Thấp"], "min": 0, "max": 1, "question": "Nguyễn Văn Thử \"A/B\""},
        {"answers": ["Có", "Không"], "blank": True, "min": 1, "max": 2, "question": "Trần Thị Mẫu"},
    ],
}
# (voter, marks): the last of a voter counts. What the sum must be is in RESULT.
VOTES = [(0, [[1, 0, 0], [0, 1, 1]]), (1, [[0, 0, 1], [1, 0, 0]]), (2, [[0, 0, 0], [0, 1, 0]]), (1, [[0, 1, 0], [0, 0, 1]])]
RESULT = [[1, 1, 0], [0, 2, 2]]


def ceremony(tool, size, threshold):
    """The six steps; leaves threshold.json and gives [(key file, dkey file)] in the order of the trustees."""
    step = ["setup", "generate-trustee-key-threshold", GROUP]
    seats = []
    for i in range(1, size + 1):
        before = set(tool.folder.glob("*.key"))
        tool.run(*step, "--step=1", f"--threshold-context={i}/{threshold}/{size}")
        seats += [p.stem for p in set(tool.folder.glob("*.key")) - before]

    def collect(name, suffix):
        lines = [(tool.folder / (s + suffix)).read_text().strip() for s in seats]
        (tool.folder / name).write_text("".join(line + "\n" for line in lines))

    collect("certs.jsons", ".cert")
    tool.run(*step, "--step=2", "--certs=certs.jsons")
    for s in seats:
        text = tool.run(*step, "--step=3", "--certs=certs.jsons", f"--key={s}.key")
        (tool.folder / (s + ".polynomial")).write_text(text)
    collect("polynomials.jsons", ".polynomial")
    tool.run(*step, "--step=4", "--certs=certs.jsons", "--polynomials=polynomials.jsons")
    for s in seats:
        text = tool.run(*step, "--step=5", "--certs=certs.jsons", f"--key={s}.key", stdin=(tool.folder / (s + ".vinput")).read_text())
        (tool.folder / (s + ".voutput")).write_text(text)
        (tool.folder / (s + ".dkey")).write_text(json.loads(text)["private_key"])
    collect("voutputs.jsons", ".voutput")
    text = tool.run(*step, "--step=6", "--certs=certs.jsons", "--polynomials=polynomials.jsons",
                    stdin=(tool.folder / "voutputs.jsons").read_text())
    (tool.folder / "threshold.json").write_text(text)
    return [(s + ".key", s + ".dkey") for s in seats]


def make_election(program, folder, group):
    """A whole election; group is (size, threshold) or None. Gives the path of the archive."""
    tool = Tool(program, folder)
    tool.folder.mkdir(parents=True)
    uuid = tool.run("setup", "generate-token").strip()
    (tool.folder / "template.json").write_text(json.dumps(TEMPLATE, ensure_ascii=False))

    tool.run("setup", "generate-credentials", GROUP, "--uuid=" + uuid, "--count=3")
    (private,) = tool.folder.glob("*.privcreds")
    credentials = list(json.loads(private.read_text()).values())
    (public,) = tool.folder.glob("*.pubcreds")
    public.rename(tool.folder / "public_creds.json")

    tool.run("setup", "generate-trustee-key", GROUP)
    (single,) = tool.folder.glob("*.privkey")
    (tool.folder / "public_keys.jsons").write_text(single.with_suffix(".pubkey").read_text().strip() + "\n")
    seats = ceremony(tool, *group) if group else []
    tool.run("setup", "make-trustees")
    tool.run("setup", "make-election", GROUP, "--uuid=" + uuid, "--template=template.json")
    tool.run("archive", "init")

    def event(kind, data=""):
        tool.run("archive", "add-event", "--type=" + kind, stdin=data)

    for voter, marks in VOTES:
        (tool.folder / "credential").write_text(credentials[voter])
        (tool.folder / "choice").write_text(json.dumps(marks))
        event("Ballot", tool.run("election", "generate-ballot", "--privcred=credential", "--choice=choice"))
    event("EndBallots")
    event("EncryptedTally", tool.run("election", "compute-encrypted-tally"))
    event("PartialDecryption", tool.run("election", "decrypt", "--privkey=" + single.name, "--trustee-id=1"))
    for number, (key, dkey) in list(enumerate(seats, 2))[-group[1]:] if group else []:
        event("PartialDecryption", tool.run("election", "decrypt-threshold", "--key=" + key, "--decryption-key=" + dkey, f"--trustee-id={number}"))
    event("Result", tool.run("election", "compute-result"))
    return tool.folder / (uuid + ".bel")
