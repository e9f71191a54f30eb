package org.wgan4j.report.html;

import java.nio.file.Files;

/** The section with the loss plot and the meaning of its curves under the objective of the run. */
record LossSection(RunFacts facts) {
    void write(HtmlBuilder page) {
        page.element("h2", "How the training went");
        if (Files.isRegularFile(facts.run().lossPlot())) {
            page.open("figure", "class", "wide");
            String source = HtmlBuilder.dataUri("image/png", facts.run().lossPlot());
            page.empty("img", "src", source, "alt", "Curves of scores and losses");
            page.close();
        }
        facts.curves().explanations().forEach(one -> answer(page, one.question(), one.answer()));
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

    private void answer(HtmlBuilder page, String question, String answer) {
        page.element("h3", question).element("p", typeset(answer.replace("images", facts.samples())));
    }

    /** Formulas with a true minus, and kept on one line. */
    private static String typeset(String prose) {
        return prose.replace(" - E f(", " \u2212 E f(")
                .replaceAll("(?<![A-Za-z0-9])-(?=[EW0-9])", "\u2212")
                .replace("E f(", "E\u00A0f(");
    }
}
