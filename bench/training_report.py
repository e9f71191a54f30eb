"""Turns the measurements of bench/side-by-side into a section of a Markdown page. Every verdict is computed from the numbers."""
import statistics

import measuring
from training_cases import AUTO_AIM, MODES, TOLERANCE

INTRODUCTION = f"""### Training beside PyTorch and TensorFlow

The same networks, batch and objective, in milliseconds: the median over the rounds of each process's median, and the least of all. Every
round is a fresh process for each way of running, one after the other, which warms up first. An iteration is the critic steps of the recipe
and one generator step; images are real ones that the critic sees in a second. *Times as fast* is a peer's median iteration through ours:
in float32, and against ours with precision auto. Before anything was timed all float32 ways computed the losses of the same weights and
noise, and agreed to {TOLERANCE:g}, relatively.
"""


def precision_of(side):
    return side.removeprefix("ours-") if side.startswith("ours-") else MODES[side].precision


def title(side, runs):
    if not side.startswith("ours-"):
        return MODES[side].title
    chosen = runs[side][-1].get("precision") if runs.get(side) else None
    return f"**wgan4j**, auto: chose {chosen}" if side == "ours-auto" and chosen != "auto" else "**wgan4j**"


def median(runs, key):
    return statistics.median(run[key]["median"] for run in runs)


def spread(runs, key):
    return f"{milliseconds(median(runs, key))} / {milliseconds(min(run[key]['min'] for run in runs))}"


def milliseconds(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def iteration(runs, side):
    return median(runs[side], "iteration_ms")


def times_as_fast(runs, ours, peer):
    return iteration(runs, peer) / iteration(runs, ours)


def fastest(runs, precisions):
    """The fastest peer in one of the precisions, if any ran."""
    peers = [side for side in runs if not side.startswith("ours-") and precision_of(side) in precisions]
    return min(peers, key=lambda side: iteration(runs, side), default=None)


def verdicts(case, runs):
    """Each aim of a case as its words, our side, the peer, how many times as fast ours is, and how many it should be."""
    graph = "tf-graph" if "tf-graph" in runs else None
    aims = [("fastest float32 peer", "ours-float32", fastest(runs, ["float32"]), case.aim)]
    aims += [("TensorFlow's graph in float32", "ours-float32", graph, case.graph_aim)] if case.graph_aim else []
    aims += [("precision auto, fastest peer in any precision", "ours-auto", fastest(runs, ["float32", "bfloat16"]), AUTO_AIM)]
    return [(words, ours, peer, times_as_fast(runs, ours, peer), aim) for words, ours, peer, aim in aims if peer and ours in runs]


def line(case, runs):
    """One case as it goes to the terminal."""
    return "\n".join(
        f"{case.name}, {words}: {milliseconds(iteration(runs, ours))} ms, {MODES[peer].title} {milliseconds(iteration(runs, peer))} ms,"
        f" {ratio:.2f} times as fast, {verdict(ratio, aim)}"
        for words, ours, peer, ratio, aim in verdicts(case, runs)
    )


def verdict(ratio, aim):
    return f"{'met' if ratio >= aim else 'missed'} ({aim:g})"


def row(*cells):
    return "| " + " | ".join(cells) + " |"


def heading(*cells):
    return [row(*cells), "|---" * len(cells) + "|"]


def aims_table(case, runs):
    text = heading("against", "ours, ms", "peer", "peer, ms", "times as fast", "aim", "")
    for words, ours, peer, ratio, aim in verdicts(case, runs):
        times = [milliseconds(iteration(runs, side)) for side in (ours, peer)]
        text.append(row(words, times[0], MODES[peer].title, times[1], f"{ratio:.2f}", f"{aim:g}", verdict(ratio, aim).split()[0]))
    return "\n".join(text)


def times_table(runs, failed):
    text = heading("who", "precision", "critic step", "generator step", "iteration", "images/s", "peak MiB", "ours times as fast: float32", "auto")
    sides = sorted(runs, key=lambda side: (not side.startswith("ours-"), iteration(runs, side)))
    for side in sides:
        done = runs[side]
        images = statistics.median(run["images_per_second"] for run in done)
        peak = max(run["peak_memory_mib"] for run in done)
        ratios = ["", ""]
        if not side.startswith("ours-"):
            comparable = [("ours-float32", precision_of(side) == "float32"), ("ours-auto", True)]
            ratios = [f"{times_as_fast(runs, ours, side):.2f}" if ours in runs and sensible else "" for ours, sensible in comparable]
        times = [spread(done, key) for key in ("critic_ms", "generator_ms", "iteration_ms")]
        text.append(row(title(side, runs), precision_of(side), *times, f"{images:.0f}", f"{peak:.0f}", *ratios))
    for side, message in failed.items():
        text.append(row(title(side, runs), precision_of(side), f"did not run: {message}", "", "", "", "", "", ""))
    return "\n".join(text)


def rates(runs):
    """How much of what the machine's convolutions reach ours makes use of."""
    sentences = []
    for side in runs:
        share = [run["share_of_convolution_rate"] for run in runs[side] if run.get("share_of_convolution_rate")]
        if side.startswith("ours-") and share:
            flops = statistics.median(run["gflops"] for run in runs[side])
            sentences.append(f"{precision_of(side)} {flops:.0f} GFLOP/s, {100 * statistics.median(share):.0f} % of the rate of its convolutions alone")
    return f"\n\nOurs: {'; '.join(sentences)}." if sentences else ""


def agreement_table(agreement):
    text = heading("recipe", "who", "critic loss", "generator loss", "gradient penalty", "largest relative difference")
    for recipe, sides in agreement.items():
        for side, losses in sides.items():
            name = "**wgan4j**" if side == "ours" else MODES[side].title
            if "failed" in losses:
                text.append(row(recipe, name, f"did not run: {losses['failed']}", "", "", ""))
                continue
            values = [f"{losses[key]:.7g}" if key in losses else "" for key in ("critic_loss", "generator_loss", "gradient_penalty")]
            apart = "" if side == "ours" else f"{difference(sides['ours'], losses):.1e}"
            text.append(row(recipe, name, *values, apart))
    return "\n".join(text)


def difference(ours, theirs):
    """The largest relative difference of any loss; what one side lacks is infinitely far off."""
    if ours.keys() != theirs.keys():
        return float("inf")
    return max(abs(ours[key] - theirs[key]) / max(abs(ours[key]), abs(theirs[key]), 1e-30) for key in ours)


def write(page, cases, results):
    """Put the tables of all cases that were measured between the script's marks of a page."""
    parts = [INTRODUCTION]
    for case in cases:
        measured = results["cases"].get(case.name)
        if measured:
            runs = measured["runs"]
            last = runs["ours-float32"][-1]
            libtorch = f"; libtorch {last['machine']['libtorch']}" if "libtorch" in last["machine"] else ""
            where = f"{measured['machine']}{libtorch}; {measured['rounds']} round{'s'[:measured['rounds'] > 1]} of {measured['seconds']:g} s, {last['threads']} threads."
            parts += [f"#### `{case.recipe}`, batch {case.batch}\n", where + "\n", aims_table(case, runs) + "\n"]
            parts += [times_table(runs, measured["failed"]) + rates(runs) + "\n"]
    if results["agreement"]:
        parts += ["#### Agreement of the losses\n", agreement_table(results["agreement"]) + "\n"]
    measuring.replace_section(page, "side-by-side", parts)
