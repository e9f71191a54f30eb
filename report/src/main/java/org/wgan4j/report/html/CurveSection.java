package org.wgan4j.report.html;

import java.nio.file.Files;
import org.wgan4j.gan.recipe.ClippedTensors;
import org.wgan4j.gan.recipe.ObjectiveName;
import org.wgan4j.gan.recipe.ObjectiveSettings;

/** The loss plot, and what its curves mean for the game that was played. */
record CurveSection(RunFacts facts) {
    void write(Markup page) {
        page.element("h2", "How the training went");
        if (Files.isRegularFile(facts.run().lossPlot())) {
            page.open("figure", "class", "wide");
            String source = Markup.dataUri("image/png", facts.run().lossPlot());
            page.empty("img", "src", source, "alt", "Curves of scores and losses");
            page.close();
        }
        if (facts.isGan()) {
            readGan(page);
        } else {
            readWasserstein(page);
        }
        if (RunFacts.plotsTutorialLosses(facts.metrics())) {
            answer(
                    page,
                    "What are critic-real, critic-fake and generator?",
                    "The three losses that the one-digit tutorials plot. They label real images -1 and generated ones 1"
                            + " and multiply the score by the label, so that critic-real is -E f(x), critic-fake is"
                            + " E f(G(z)) and generator is -E f(G(z)). Real and generated images are scored at different"
                            + " weights, one update apart.");
        }
    }

    private void answer(Markup page, String question, String answer) {
        page.element("h3", question).element("p", typeset(answer.replace("images", facts.samples())));
    }

    /** Formulas with a true minus, and kept on one line. */
    private static String typeset(String prose) {
        return prose.replace(" - E f(", " \u2212 E f(")
                .replaceAll("(?<![A-Za-z0-9])-(?=[EW0-9])", "\u2212")
                .replace("E f(", "E\u00A0f(");
    }

    private void readWasserstein(Markup page) {
        answer(
                page,
                "Which curve is the Wasserstein distance?",
                "The W estimate: the critic's mean score on real images minus its mean score on generated ones,"
                        + " E f(x) - E f(G(z)). " + scale());
        answer(
                page,
                "Why is the critic's loss negative?",
                "Both networks minimise. The critic is to make W large, so it minimises -W" + penalty()
                        + ": a loss of -5 means that it scores real images about 5 higher than generated ones. The"
                        + " generator's loss is -E f(G(z)). A score has no zero of its own: adding a constant to f changes"
                        + " nothing that matters, so that the sign and level of the generator's loss, and of either score"
                        + " alone, mean nothing.");
        answer(
                page,
                "Should it reach 0?",
                "W should fall and level off; it does not reach 0. It often rises at first, while the critic learns to tell"
                        + " the two apart, and falls as the images get better. Even perfect images would leave a little,"
                        + " as two batches of real images differ too. A W near 0 early on says that the critic has learnt"
                        + " nothing yet, not that the images are good: look at both.");
    }

    private String scale() {
        ObjectiveSettings objective = facts.recipe().objective();
        if (objective.name() == ObjectiveName.WGAN_GP) {
            return "It estimates the distance between the two sets of images from below, as far as the critic's gradient has a"
                    + " norm of 1, which the penalty asks for; the penalty itself is not in the curve.";
        }
        return objective.clipped() == ClippedTensors.ALL
                ? "Clipping bounds the critic's slope, but by a number that nobody knows: the curve is a multiple of a"
                        + " distance. Compare it with itself, not with that of another critic or another clip."
                : "Here only the kernels of convolutions are clipped, which bounds no slope: strictly, the curve is a gap"
                        + " between scores and no distance.";
    }

    private String penalty() {
        return facts.recipe().objective().name() == ObjectiveName.WGAN_GP ? " plus the gradient penalty" : "";
    }

    private void readGan(Markup page) {
        answer(
                page,
                "Which curve is the Wasserstein distance?",
                "None. This is the original GAN, whose discriminator (called critic in files and settings) classifies: its"
                        + " score is a logit, above 0 for \"real\" and below 0 for \"generated\". The gap between the two"
                        + " scores says how sure it is, and is no distance.");
        answer(
                page,
                "What do the losses say?",
                "Both are cross entropies in nats, so neither is negative. A discriminator that cannot tell the two apart has"
                        + " a loss of 2 ln 2 = 1.386, and leaves the generator one of ln 2 = 0.693. A discriminator's loss"
                        + " near 0 beside a generator's that keeps rising says that the discriminator wins and the generator"
                        + " learns little.");
        answer(
                page,
                "Should they reach 0?",
                "No. The two losses pull against each other, and neither measures how good the images are: a run can get"
                        + " better or collapse while both stay level. Judge by the grids.");
    }
}
