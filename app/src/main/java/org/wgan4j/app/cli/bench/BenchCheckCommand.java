package org.wgan4j.app.cli.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.benchmark.LossCheck;
import org.wgan4j.gan.format.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wgan4j bench check}: the losses of a recipe on one batch, with all that another program needs to compute them again. */
@Command(
        name = "check",
        description = {
            "Computes both losses of a recipe's untrained networks on one batch and writes them with all that went into them.",
            "The file holds the weights, generator.NAME and critic.NAME, in PyTorch's layout, the images 'real', the noise"
                    + " 'latents' and the shares 'mixing', then critic_loss, generator_loss and, where the game has one,"
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--out", paramLabel = "FILE.npz", required = true, description = "The file to write.")
    private Path file = Path.of("check.npz");

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (Files.isDirectory(file) || !file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new ActionableException("--out " + file + " must be a file that ends in " + ENDING);
        }
        AtomicFile.requireWritable(file);
        LossCheck losses = LossCheck.write(options.resolved(), file);
        Map<String, Object> values = values(losses);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("recipe", options.name());
            object.putAll(values);
            object.put("file", file.toString());
            out.println(Json.text(object));
        } else {
            values.forEach((name, value) -> out.printf(Locale.ROOT, "%-16s %s%n", name.replace('_', ' '), value));
            CommandOutput.of(spec).wrote(file);
        }
        out.flush();
        return ExitCodes.OK;
    }

    private static Map<String, Object> values(LossCheck losses) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("critic_loss", losses.criticLoss());
        values.put("generator_loss", losses.generatorLoss());
        losses.gradientPenalty().ifPresent(penalty -> values.put("gradient_penalty", penalty));
        return values;
    }
}
