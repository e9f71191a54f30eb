package org.wgan4j.app.cli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.benchmark.LossCheck;
import org.wgan4j.gan.format.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wgan4j bench check}: the losses of a recipe on one batch, with all that another program needs to compute them again. */
@Command(
        name = "check",
        description = {
            "Computes both losses of a recipe's untrained networks on one batch and writes them with all that went into them.",
            "The file holds the weights, generator.NAME and critic.NAME, in PyTorch's layout, the images 'real', the noise"
                    + " 'latents' and the shares 'mixing', then critic_loss, generator_loss and, where the objective has one,"
                    + " gradient_penalty, without its weight, at real + mixing * (fake - real).",
            "Batch norm uses the statistics of the batch, real and fake images apart; dropout is left out."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j bench check --out check.npz",
            "  wgan4j bench check --recipe gan --batch 64 --out gan.npz --json",
        })
final class BenchCheckCommand implements Callable<Integer> {
    private static final String ENDING = ".npz";

    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--out", paramLabel = "FILE.npz", required = true, description = "The file to write.")
    private Path file = Path.of("check.npz");

    @Override
    public Integer call() {
        if (Files.isDirectory(file) || !file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new ActionableException("--out " + file + " must be a file that ends in " + ENDING);
        }
        AtomicFile.requireWritable(file);
        LossCheck losses = LossCheck.write(options.resolved(), file);
        Map<String, Object> values = values(losses);
        output.answer(() -> object(values), () -> lines(values));
        return ExitCodes.OK;
    }

    private Map<String, Object> object(Map<String, Object> values) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("recipe", options.name());
        object.putAll(values);
        object.put("file", file.toString());
        return object;
    }

    private List<String> lines(Map<String, Object> values) {
        List<String> lines = new ArrayList<>();
        values.forEach(
                (name, value) -> lines.add(String.format(Locale.ROOT, "%-16s %s", name.replace('_', ' '), value)));
        lines.add("wrote " + PrintableText.of(file.toString()));
        return lines;
    }

    private static Map<String, Object> values(LossCheck losses) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("critic_loss", losses.criticLoss());
        values.put("generator_loss", losses.generatorLoss());
        losses.gradientPenalty().ifPresent(penalty -> values.put("gradient_penalty", penalty));
        return values;
    }
}
