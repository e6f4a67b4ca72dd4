#!/usr/bin/env python3
"""Runs the tools as the README prints them, and looks whether the files it links to are there.
Usage: commands_test.py BUILD_DIR (from the root of the checkout)"""
import os, re, subprocess, sys

build = sys.argv[1]
failed = []

readme = open("README.md", encoding="utf-8").read()
commands = [line for block in re.findall(r"```sh\n(.*?)```", readme, re.S) for line in block.splitlines()]
ran = 0
for command in commands:
    words = command.split()
    if words[0].startswith("build/release/"):
        words[0] = os.path.join(build, os.path.basename(words[0]))
        done = subprocess.run(words, capture_output=True, text=True)
        ran += 1
        if done.returncode != 0 or not done.stdout.strip():
            failed.append("%s: exit %d\n%s%s" % (command, done.returncode, done.stdout, done.stderr))
    elif not os.access(words[0], os.X_OK):  # script/server and script/test are run by people and by CI
        failed.append("%s is not there" % command)
if ran < 3:
    failed.append("the README prints fewer than three tools")

for document in ["README.md", "SECURITY.md", "CONTRIBUTING.md", "docs/decisions.md", "docs/formats.md", "docs/guides/README.md"]:
    text = open(document, encoding="utf-8").read()
    for target in re.findall(r'\]\(([^)#:]+)\)|src="([^":]+)"', text):
        path = os.path.normpath(os.path.join(os.path.dirname(document), target[0] or target[1]))
        if not os.path.exists(path):
            failed.append("%s links to %s, which is not there" % (document, path))

for problem in failed:
    print(problem)
sys.exit(1 if failed else 0)
