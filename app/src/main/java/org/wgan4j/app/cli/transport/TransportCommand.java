package org.wgan4j.app.cli.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.app.cli.console.StopSignal;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.app.cli.input.LimitOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.UnequalMassException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wgan4j transport}: the optimal transport between two files. */
@Command(
        name = "transport",
        description = {
            "Moves the mass of X to Y at the least cost, and proves it by a dual solution of the same value.",
            "X and Y hold samples, points in rows, unless --histogram or --grid says that their numbers are masses; pictures"
                    + " are masses, grey level by pixel. Files: .npy, .csv (also .tsv and .txt: commas, semicolons, tabs or"
                    + " spaces, a header or none), .npz (FILE.npz:NAME where it holds several arrays), .png, .jpg, .gif, .bmp, .webp,"
                    + " .tif, and - for standard input. FILE.csv:NAME is a column of a table, FILE.csv:2 its second.",
            "A solver that a limit or Ctrl-C stops still answers with its best plan and bounds, marked as not converged;"
                    + " the exit code is then 1, and 130 after Ctrl-C."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j transport x.npy y.npy                             W1 between two samples",
            "  wgan4j transport x.csv y.csv --cost sqeuclidean --json   W2 and its square, for a program",
            "  wgan4j transport a.png b.png --normalize --cost l1       two pictures",
            "  wgan4j transport --cost costs.npy --plan plan.npz        any costs, and where the mass goes",
            "  wgan4j transport x.npy y.npy --solver sliced --seed 1    an estimate for very large samples",
        })
public final class TransportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Parameters(
            index = "0",
            paramLabel = "X",
            arity = "0..1",
            description = "The source; X and Y may be left out where --cost is a matrix.")
    private @Nullable String source;

    @Parameters(index = "1", paramLabel = "Y", arity = "0..1", description = "The target.")
    private @Nullable String target;

    @Mixin
    private MassOptions masses = new MassOptions();

    @Mixin
    private CostOptions costs = new CostOptions();

    @Mixin
    private SolverOptions solvers = new SolverOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--plan",
            paramLabel = "FILE.npz",
            description = "Writes the plan: the arrays source, target and mass, and the potentials f and g.")
    private @Nullable Path plan;

    @Option(names = "--json", description = "Prints one JSON object; what a solver does not have is null.")
    private boolean json;

    @Override
    public Integer call() {
        if (plan != null) {
            solvers.checkPlan();
            AtomicFile.requireWritable(plan);
        }
        if (limits.limitsIterations()) {
            solvers.checkIterations();
        }
        CommandOutput output = CommandOutput.of(spec);
        InputReader reader = new InputReader(System.in, output::note);
        List<Measure> measures = masses.measures(files(), costs.matrix(reader), reader);
        try (StopSignal stop = new StopSignal(
                () -> output.note("stopping with the best answer so far; a second Ctrl-C ends at once without one"))) {
            TransportQuestion question = TransportQuestion.of(measures, costs, reader, limits.limits(stop::requested));
            try {
                TransportAnswer answer = answer(question);
                conclude(answer, measures, output);
                return answer.converged() ? ExitCodes.OK : stopped(stop);
            } catch (UnfinishedException unfinished) {
                output.note(String.valueOf(unfinished.getMessage()));
                return stopped(stop);
            }
        }
    }

    private static int stopped(StopSignal stop) {
        return stop.requested() ? ExitCodes.INTERRUPTED : ExitCodes.FAILED;
    }

    private TransportAnswer answer(TransportQuestion question) {
        try {
            return solvers.solve(question);
        } catch (UnequalMassException unequal) {
            throw new ActionableException(
                    "the masses of X sum to " + unequal.sourceMass() + " and those of Y to " + unequal.targetMass()
                            + ", and must be equal; give --normalize, or --unbalanced RHO to let mass be lost and made",
                    unequal);
        }
    }

    /** The answer first: the plan may be large, and the disk full. */
    private void conclude(TransportAnswer answer, List<Measure> measures, CommandOutput output) {
        if (json) {
            output.json(answer.object(measures));
        } else {
            output.lines(answer.lines(measures, solvers.meaning(costs.text())));
        }
        if (plan != null && answer.transfer().isPresent()) {
            PlanFile.write(plan, answer.transfer().get());
            if (!json) {
                output.wrote(plan);
            }
        }
    }

    private List<String> files() {
        return Stream.of(source, target).filter(Objects::nonNull).toList();
    }
}
