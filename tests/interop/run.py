#!/usr/bin/env python3
"""Both ways with belenios-tool 3.0 and 3.3.0: what we make, it takes; what it makes, we take; tampered copies we refuse.

    run.py BUILD_FOLDER      (with minhtin-verify and make_election in it)

If belenios-tool cannot be fetched this fails, unless MINHTIN_OFFLINE=1: then it says that nothing was tried (status 77)."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import archive
import belenios

HERE = Path(__file__).resolve().parent
VERSIONS = ["3.0", "3.3.0"]
failures = 0


def expect(holds, what):
    global failures
    print(("ok      " if holds else "FAILED  ") + what, flush=True)
    failures += not holds


def fetch():
    tools = {}
    for version in VERSIONS:
        folder = HERE.parent.parent / ".deps" / ("belenios-" + version)
        done = subprocess.run([HERE / "get-belenios-tool", version, folder], capture_output=True, text=True)
        if done.returncode != 0:
            print(done.stderr.strip())
            if os.environ.get("MINHTIN_OFFLINE") == "1":
                print("INTEROP WAS NOT RUN: MINHTIN_OFFLINE=1 and belenios-tool " + version + " is not to be had.")
                sys.exit(77)
            sys.exit("interop: belenios-tool " + version + " cannot be fetched (MINHTIN_OFFLINE=1 says that this is known)")
        tools[version] = folder / "belenios-tool"
    return tools


def verify(build, path):
    done = subprocess.run([build / "minhtin-verify", path, "--json"], capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout)


def ours_is_taken(build, work, tools):
    """An election of ours: `election verify` on the whole, `verify-ballot` ballot by ballot on a copy cut after Setup."""
    for kind in ["single", "threshold", "mixed"]:
        folder = work / kind
        subprocess.run([build / "make_election", kind, folder], check=True)
        (path,) = folder.glob("*.bel")
        status, report = verify(build, path)
        expect(status == 0 and report["profile"] == "minhtin-hardened-1", f"{kind}: minhtin-verify takes it, hardened")
        ballots = sorted((folder / "ballots").glob("*.json"))
        for version, program in tools.items():
            tool = belenios.Tool(program, folder)
            done = tool.attempt("election", "verify")
            expect(done.returncode == 0 and "all checks passed" in done.stdout + done.stderr, f"{kind}: {version} election verify")
            setup = belenios.Tool(program, folder / "setup")
            for ballot in ballots:
                expect(setup.attempt("election", "verify-ballot", f"--ballot={ballot}").returncode == 0,
                       f"{kind}: {version} verify-ballot {ballot.stem} of {len(ballots)}")
            # and it is not the tool that says yes to everything
            bad = folder / "bad.json"
            text = ballots[0].read_text()
            at = text.index('"response":"') + len('"response":"')
            bad.write_text(text[:at] + ("1" if text[at] != "1" else "2") + text[at + 1:])
            expect(setup.attempt("election", "verify-ballot", f"--ballot={bad}").returncode != 0, f"{kind}: {version} refuses a changed ballot")

    # A ballot that belenios-tool makes for an election of ours.
    for version, program in tools.items():
        folder = work / ("their-ballot-" + version)
        shutil.copytree(work / "single" / "setup", folder)
        (folder / "credential").write_text(json.loads((work / "single" / "credentials.json").read_text())[2])
        (folder / "choice").write_text("[[0,1,0]]")
        tool = belenios.Tool(program, folder)
        ballot = tool.run("election", "generate-ballot", "--privcred=credential", "--choice=choice")
        tool.run("archive", "add-event", "--type=Ballot", stdin=ballot)
        (path,) = folder.glob("*.bel")
        status, report = verify(build, path)
        expect(status == 0 and report["ballots"] == 1, f"a ballot that {version} made for our election holds")


def tampered(steps):
    """(what, steps): each must be refused."""
    kinds = [kind for kind, _ in steps]
    first, end, last = kinds.index("Ballot"), kinds.index("EndBallots"), len(steps) - 1
    yield "a ballot dropped", steps[:first] + steps[first + 1:]
    yield "a ballot twice", steps[:first + 1] + steps[first:]
    yield "two ballots exchanged in order", steps[:first + 1] + [steps[first + 3], steps[first + 2], steps[first + 1]] + steps[end:]
    yield "no EndBallots", steps[:end] + steps[end + 1:]
    yield "an extra EndBallots before the last ballot", steps[:end - 1] + [("EndBallots", [])] + steps[end - 1:]
    yield "Setup twice", [steps[0]] + steps
    yield "Result twice", steps + [steps[last]]
    yield "a decryption twice", steps[:last] + steps[last - 1:]
    yield "a decryption missing", steps[:last - 1] + steps[last:]
    result = json.loads(steps[last][1][0])
    result["result"][0][0] += 1
    yield "one vote more in the result", steps[:last] + [("Result", [json.dumps(result, separators=(",", ":")).encode()])]
    tally, sized = steps[end + 1][1]
    for field in ("num_tallied", "total_weight"):
        changed = json.loads(sized)
        changed[field] += 1
        changed = json.dumps(changed, separators=(",", ":")).encode()
        yield "wrong " + field, steps[:end + 1] + [("EncryptedTally", [tally, changed])] + steps[end + 2:]
    ballot = steps[first][1][0]
    at = ballot.index(b'"overall_proof":[{"challenge":"') + 40
    ballot = ballot[:at] + (b"1" if ballot[at:at + 1] != b"1" else b"2") + ballot[at + 1:]
    yield "a digit of a proof", steps[:first] + [("Ballot", [ballot])] + steps[first + 1:]


def theirs_is_taken(build, work, tools):
    for version, program in tools.items():
        for group in (None, (3, 2)):
            name = f"{version} " + ("single" if group is None else "%d of %d and a single" % (group[1], group[0]))
            path = belenios.make_election(program, work / name.replace(" ", "-"), group)
            status, report = verify(build, path)
            expect(status == 0 and report["result"] == belenios.RESULT and report["profile"] == "belenios-1", name + ": holds, right result")
            time, steps = archive.read(path.read_bytes())
            expect(archive.write(time, steps) == path.read_bytes(), name + ": put together again, the same bytes")
            for what, changed in tampered(steps):
                copy = work / "tampered.bel"
                copy.write_bytes(archive.write(time, changed))
                status, report = verify(build, copy)
                expect(status == 1 and not report["accepted"], f"{name}: {what}: {report.get('rejection', {}).get('code')}")


def main():
    build = Path(sys.argv[1]).resolve()
    tools = fetch()
    with tempfile.TemporaryDirectory(prefix="minhtin-interop-") as folder:
        ours_is_taken(build, Path(folder), tools)
        theirs_is_taken(build, Path(folder), tools)
    print(f"interop: {failures} failures")
    sys.exit(1 if failures else 0)


main()
