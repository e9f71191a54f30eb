package org.wgan4j.app.cli.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.TrainingSetup;
import org.wgan4j.gan.training.loop.TuningResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wgan4j doctor}: checks whether this machine has all that a run needs. Used by one thread. */
@Command(
        name = "doctor",
        description = {
            "Looks at Java, the processor, the memory, the native library, the fonts, the data and the disk,"
                    + " and says of each that it is ok or what to do.",
            "Fails if a run could not work.",
            "With --tune it also times the ways in which a recipe can be computed here, and says which a run would take."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j doctor         one line for each thing",
            "  wgan4j doctor --json  the same for a script",
            "  wgan4j doctor --tune --recipe wgan-gp",
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final List<Supplier<Check>> CHECKS = List.of(
            MachineChecks::java,
            MachineChecks::platform,
            MachineChecks::processor,
            MachineChecks::cores,
            MachineChecks::memory,
            DoctorCommand::nativeLibrary,
            FontCheck::fonts,
            EmbeddedData::mnist,
            SpaceChecks::cache,
            SpaceChecks::currentFolder);

    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Option(
            names = "--tune",
            description = "Times the algorithms, layouts and precisions of a recipe; some seconds of work.")
    private boolean tune;

    @Option(
            names = "--recipe",
            paramLabel = "NAME|FILE",
            defaultValue = "quick",
            description = "What --tune is for: ${DEFAULT-VALUE} unless said.")
    private String recipe = "quick";

    @Override
    public Integer call() {
        List<Check> checks = CHECKS.stream().map(Supplier::get).toList();
        boolean usable = checks.stream().allMatch(Check::usable);
        Optional<TuningResult> tuning = tune && usable
                ? Optional.of(TrainingSetup.of(Recipes.load(recipe, List.of())).tune())
                : Optional.empty();
        output.answer(() -> object(checks, usable, tuning), () -> lines(checks, usable, tuning));
        return usable ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static Check nativeLibrary() {
        return NativeLibrary.check(() -> {
            TorchRuntime runtime = TorchRuntime.start(0);
            return runtime.version() + ", " + runtime.threads() + " threads, " + runtime.capability();
        });
    }

    private static String line(Check check) {
        String line = String.format(Locale.ROOT, "%-8s %-10s %s", check.verdict(), check.name(), check.observation());
        return check.advice().isEmpty() ? line : line + "; " + check.advice();
    }

    private static List<String> lines(List<Check> checks, boolean usable, Optional<TuningResult> tuning) {
        List<String> lines = new ArrayList<>();
        checks.forEach(check -> lines.add(line(check)));
        tuning.ifPresent(result -> lines.addAll(TuningTable.lines(result)));
        lines.add(usable ? "ready to train" : "not ready: mend what failed above");
        return lines;
    }

    private static Map<String, Object> object(List<Check> checks, boolean usable, Optional<TuningResult> tuning) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Check check : checks) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", check.name());
            row.put("verdict", check.verdict().toString());
            row.put("finding", check.observation());
            row.put("advice", check.advice());
            rows.add(row);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("usable", usable);
        object.put("checks", rows);
        tuning.ifPresent(result -> object.put("tuning", TuningTable.object(result)));
        return object;
    }
}
