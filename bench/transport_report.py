"""Turns the measurements of bench/transport-side-by-side into a section of a Markdown page."""
import statistics

import measuring
from transport_cases import TARGETS, TITLES

PEER_NAMES = {"pot_points": "POT, costs computed when needed", "scipy_matrix": "SciPy"}

INTRODUCTION = """## Optimal transport beside POT and SciPy

Seconds, median / minimum over the rounds, each a fresh process; the sides took turns. *Cold* is the first call of a process, *warm* one
after a few others (the median of five where they are short). Reading the instance and computing the cost matrix are not timed; checking the input is, and so is our certificate.
*Times as fast* is the peer's median through ours, against the fastest peer where there are two. All values agree to 1e-9, relatively
(Sinkhorn to 1e-6), and every exact answer of ours has a gap and a violation below 1e-9 of its cost.
"""


def seconds(value):
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}" if value < 10 else f"{value:.1f}"


def spread(runs, key):
    values = [run[key] for run in runs]
    return f"{seconds(statistics.median(values))} / {seconds(min(values))}"


def median(runs, key):
    return statistics.median(run[key] for run in runs)


def peer_name(peer):
    return PEER_NAMES.get(peer, "POT")


def speedups(runs):
    """The fastest peer when warm, and how many times as fast ours is than the fastest, warm and cold."""
    peers = {peer: run for peer, run in runs.items() if peer != "ours"}
    fastest = min(peers, key=lambda peer: median(peers[peer], "warm"))
    warm = median(peers[fastest], "warm") / median(runs["ours"], "warm")
    cold = min(median(run, "cold") for run in peers.values()) / median(runs["ours"], "cold")
    return fastest, warm, cold


def line(instance, runs):
    """One row as it goes to the terminal when it is done."""
    fastest, warm, cold = speedups(runs)
    ours, theirs = median(runs["ours"], "warm"), median(runs[fastest], "warm")
    return f"{instance.case}  {instance.name}: ours {seconds(ours)} s, {peer_name(fastest)} {seconds(theirs)} s, {warm:.2f} times as fast (cold {cold:.2f})"


def table(case, rows):
    memory = any(row["memory"] for row in rows.values())
    heads = ["instance", "rounds", "ours cold", "ours warm", "peer", "peer cold", "peer warm", "times as fast, warm (cold)", "target", ""]
    heads += ["peak MiB, ours / peer"] if memory else []
    text = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for name, row in rows.items():
        runs = row["runs"]
        fastest, warm, cold = speedups(runs)
        verdict = "met" if warm >= TARGETS[case] else "missed"
        for peer in sorted(runs.keys() - {"ours"}, key=lambda peer: peer != fastest):
            mine = ["", "", "", ""]
            judged = ["", "", ""]
            if peer == fastest:
                mine = [name, str(len(runs["ours"])), spread(runs["ours"], "cold"), spread(runs["ours"], "warm")]
                judged = [f"{warm:.2f} ({cold:.2f})", f"{TARGETS[case]:g}", verdict]
            cells = [*mine, peer_name(peer), spread(runs[peer], "cold"), spread(runs[peer], "warm"), *judged]
            if memory:
                cells.append(f"{median(runs['ours'], 'peak_mib'):.0f} / {median(runs[peer], 'peak_mib'):.0f}")
            text.append("| " + " | ".join(cells) + " |")
    return "\n".join(text)


def proofs(rows):
    """What stands behind the answers: solvers, and the worst gap and marginal error of all rows."""
    ours = [run for row in rows.values() for run in row["runs"]["ours"]]
    solvers = sorted({run["solver"] for run in ours if "solver" in run})
    if not solvers:
        return ""
    gaps = [abs(run["gap"]) / abs(run["value"]) for run in ours if "gap" in run]
    text = f"\n\nSolved by {', '.join(solvers)}; largest marginal error {max(run['marginal_error'] for run in ours):.1e}"
    return text + (f", largest duality gap {max(gaps):.1e} of the cost." if gaps else ".")


def replace_section(page, results):
    """Put the tables of all cases between the marks of a page, at its end if it has none yet."""
    parts = [INTRODUCTION]
    for case in sorted(results):
        rows = results[case]["rows"]
        parts.append(f"### {TITLES[case]}\n\n{results[case]['machine']}.\n\n{table(case, rows)}{proofs(rows)}\n")
    measuring.replace_section(page, "transport-side-by-side", parts)
