"""What the side-by-side scripts share: running commands, the peers' Python, the machine in a line, and a section of a page that is theirs."""
import datetime
import json
import os
import platform
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / "bench"


def output(command):
    """What a command prints; the script ends where the command fails."""
    done = subprocess.run([str(word) for word in command], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}; its message is above")
    return done.stdout


def peers_python(folder, requirements):
    """The Python of a virtual environment with the requirements, made when it is not there."""
    python = folder / "bin" / "python"
    ready = folder / "ready.txt"
    wanted = requirements.read_text()
    if not ready.exists() or ready.read_text() != wanted:
        venv.create(folder, with_pip=True)
        output([python, "-m", "pip", "install", "-q", "-r", requirements])
        ready.write_text(wanted)
    return python


def machine(java, versions, sources):
    """What a table has to say about where it was measured; `sources` are the folders whose changes since the commit count."""
    cpu = next((row.split(":")[1].strip() for row in lines("/proc/cpuinfo") if row.startswith("model name")), platform.processor())
    memory = next((int(row.split()[1]) >> 20 for row in lines("/proc/meminfo") if row.startswith("MemTotal")), 0)
    git = lambda *words: subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    changed = ", with changes" if git("status", "--porcelain", "--untracked-files=no", "--", *sources) else ""
    peers = ", ".join(f"{name} {version}" for name, version in versions.items())
    return (
        f"{datetime.date.today()}, commit {git('rev-parse', '--short', 'HEAD')}{changed}; {os.cpu_count()} cores of {cpu}, {memory} GiB,"
        f" {platform.system()}; {java}; {peers}; load before {os.getloadavg()[0]:.1f}"
    )


def lines(file):
    return Path(file).read_text().splitlines() if Path(file).exists() else []


def stored(file):
    """The results of earlier runs."""
    return json.loads(file.read_text()) if file.exists() else {}


def replace_section(page, script, parts):
    """Put the parts between the script's marks on a page, at its end if it has none yet."""
    begin, end = (f"<!-- written by bench/{script}: {edge} -->" for edge in ("begin", "end"))
    section = "\n".join([begin, *parts, end])
    text = page.read_text() if page.exists() else ""
    if begin in text and end in text:
        before, rest = text.split(begin, 1)
        text = before + section + rest.split(end, 1)[1]
    else:
        text = (text.rstrip() + "\n\n" if text else "") + section + "\n"
    page.write_text(text)
