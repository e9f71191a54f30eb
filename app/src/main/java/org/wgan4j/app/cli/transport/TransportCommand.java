package org.wgan4j.app.cli.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.app.cli.input.LimitOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NoAllowedPlanException;
import org.wgan4j.transport.UnequalMassException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j transport}: the optimal transport between two files. Used by one thread. */
@Command(
        name = "transport",
        description = {
            "Moves the mass of X to Y at the least cost, and proves it by a dual solution of the same value.",
            "X and Y hold samples, points in rows, unless --histogram or --grid says that their numbers are masses; pictures"
                    + " are masses, grey level by pixel. Files: .npy, .csv (also .tsv and .txt: commas, semicolons, tabs or"
                    + " spaces, a header or none), .npz (FILE.npz:NAME where it holds several arrays), .png, .jpg, .gif, .bmp, .webp,"
                    + " .tif, and - for standard input. FILE.csv:NAME is a column of a table, FILE.csv:2 its second.",
            "A solver that a limit or Ctrl-C stops still answers with its best plan and bounds, marked as not converged;"
                    + " the exit code is then 1, and 130 after Ctrl-C. In JSON, what a solver does not have is null."
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
    @Mixin
    private AnswerOutput output = new AnswerOutput();

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
            description =
                    "Writes the plan: the arrays source, target and mass, and the potentials f and g of a solver that has some.")
    private @Nullable Path plan;

    @Override
    public Integer call() {
        if (plan != null) {
            solvers.checkPlan();
            AtomicFile.requireWritable(plan);
        }
        if (limits.limitsIterations()) {
            solvers.checkIterations();
        }
        InputReader reader = new InputReader(System.in, output::note);
        List<Measure> measures = masses.measures(files(), costs.matrix(reader), reader);
        Cost cost = costs.cost(reader);
        return limits.run(output, ends -> {
            TransportAnswer answer = answer(new TransportQuestion(measures.get(0), measures.get(1), cost, ends));
            conclude(answer, measures);
            return answer.converged();
        });
    }

    private TransportAnswer answer(TransportQuestion question) {
        try {
            return solvers.solve(question);
        } catch (UnequalMassException unequal) {
            throw new ActionableException(
                    "the masses of X sum to " + unequal.sourceMass() + " and those of Y to " + unequal.targetMass()
                            + ", and must be equal; give --normalize, or --unbalanced RHO to let mass be lost and made",
                    unequal);
        } catch (NoAllowedPlanException noPlan) {
            throw new ActionableException(
                    "no plan avoids the pairs of infinite cost: a mass of at least " + noPlan.mass()
                            + " has no other way; allow more pairs, or move less with --partial",
                    noPlan);
        }
    }

    /** The answer first: the plan may be large, and the disk full. */
    private void conclude(TransportAnswer answer, List<Measure> measures) {
        output.answer(() -> answer.object(measures), () -> answer.lines(measures, solvers.meaning(costs.text())));
        if (plan != null && answer.transfer().isPresent()) {
            output.write(plan, file -> PlanFile.write(file, answer.transfer().get()));
        }
    }

    private List<String> files() {
        return Stream.of(source, target).filter(Objects::nonNull).toList();
    }
}
