package org.wgan4j.app.cli.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;

class TransportBadInputTest {
    @TempDir
    private static Path folder = Path.of("");

    static Stream<Arguments> wrongInputs() {
        return Stream.of(
                wrong("", "X and Y are missing"),
                wrong("x.npy", "Y is missing"),
                wrong("x.npy x.npy x.npy", "transport --help"),
                wrong("no.npy x.npy", "no.npy", "check the path"),
                wrong("no.csv x.npy", "no.csv", "check the path"),
                wrong("no.png x.npy", "no.png", "check the path"),
                wrong("x.doc x.npy", "x.doc", ".npy", ".csv", ".png"),
                wrong("nan.npy x.npy", "nan.npy", "point 1", "NaN", "finite"),
                wrong("words.csv x.npy", "words.csv", "'two' in line 2, column 2"),
                wrong("damaged.png x.npy", "damaged.png"),
                wrong("cut.png x.npy", "cut.png", "cannot be read as a picture"),
                wrong("plane.npy x.npy", "have 2 coordinates", "target's have 1"),
                wrong("x.npy x.npy --weights w3.npy w2.npy", "3 weights for 2 points"),
                wrong("x.npy x.npy --weights minus.npy w2.npy", "minus.npy", "mass 1 is -1.0", "at least 0"),
                wrong("x.npy x.npy --weights nan.npy w2.npy", "nan.npy", "mass 1 is NaN"),
                wrong("x.npy x.npy --weights square.npy w2.npy", "square.npy", "[2, 2]", "one number a point"),
                wrong("x.npy x.npy --weights w2.npy two.npy", "sum to 1.0", "to 2.0", "--normalize", "--unbalanced"),
                wrong("x.npy x.npy --weights w2.npy", "--weights"),
                wrong("two.npy x.npy --histogram", "sum to 2.0", "to 1.0", "--normalize"),
                wrong("square.npy square.npy --histogram", "[2, 2]", "--grid"),
                wrong("x.npy x.npy --grid", "[2]", "--histogram"),
                wrong("x.npy x.npy --grid --histogram", "--histogram", "--grid", "one of the two"),
                wrong("grey.png x.npy", "grey.png", "x.npy", "grid", "samples"),
                wrong("grey.png wide.png", "1 x 2", "1 x 3"),
                wrong("grey.png grey.png --histogram", "grey.png", "--histogram"),
                wrong("grey.png grey.png --weights w2.npy w2.npy", "--weights", "grey.png"),
                wrong("black.png grey.png", "black.png", "sum to 0"),
                wrong("x.npy x.npy --cost euclid", "'euclid'", "did you mean euclidean", "sqeuclidean"),
                wrong("x.npy x.npy --cost sqeuclidean --p 3", "--p", "3", "euclidean"),
                wrong("x.npy x.npy --p 0.5", "0.5", "at least 1"),
                wrong("x.npy x.npy --p two", "--p", "'two'"),
                wrong("x.npy x.npy --threshold 0", "0.0", "above 0"),
                wrong("x.npy x.npy --cost no.npy", "no.npy", "check the path"),
                wrong("x.npy x.npy --cost w3.npy", "w3.npy", "[3]", "a row for every source"),
                wrong("x.npy plane.npy --cost square.npy --weights w2.npy w3.npy", "3 weights"),
                wrong("three.npy x.npy --cost square.npy", "2 by 2", "3 and 2"),
                wrong("--cost holes.csv", "holes.csv", "line 2, column 1"),
                wrong("--cost nancost.npy", "nancost.npy", "[1, 0]", "NaN"),
                wrong("--cost square.npy --weights w3.npy w2.npy", "2 by 2", "3 and 2"),
                wrong("--cost square.npy --grid", "--grid", "missing"),
                wrong("--cost grey.png", "grey.png"),
                wrong("x.npy x.npy --solver simpleks", "'simpleks'", "did you mean simplex", "sinkhorn"),
                wrong("x.npy x.npy --solver sinkhorn --regularization 0", "--regularization", "above 0", "0.0"),
                wrong("x.npy x.npy --solver sinkhorn --regularization -1", "--regularization", "-1.0"),
                wrong("x.npy x.npy --solver sinkhorn --regularization NaN", "--regularization", "NaN"),
                wrong("x.npy x.npy --regularization 1", "--regularization", "sinkhorn", "auto"),
                wrong("x.npy x.npy --seed 1", "--seed", "sliced"),
                wrong("x.npy x.npy --solver sliced --projections 0", "--projections", "1 or more", "not 0"),
                wrong("x.npy x.npy --solver sliced --plan p.npz", "sliced", "no plan"),
                wrong("x.npy x.npy --solver sliced --cost l1", "sliced", "the Euclidean distance", "--cost euclidean"),
                wrong("x.npy x.npy --solver gaussian", "gaussian", "sqeuclidean"),
                wrong("x.npy x.npy --solver energy --p 2", "energy", "--p"),
                wrong("--cost square.npy --solver line", "line", "no cost matrix", "take auto or simplex"),
                wrong("x.npy x.npy --solver bottleneck --regularization 1", "--regularization", "bottleneck"),
                wrong("--cost square.npy --solver energy", "energy", "coordinates"),
                wrong("plane.npy plane.npy --solver line", "1 coordinate", "2 and 2", "take auto or simplex"),
                wrong("x.npy three.npy --solver assignment", "2 sources and 3 targets", "take auto or simplex"),
                wrong(
                        "x.npy x.npy --solver assignment --weights w2.npy uneven.npy",
                        "all of one mass",
                        "masses differ",
                        "simplex"),
                wrong("x.npy x.npy --solver grid", "grid", "take auto or simplex"),
                wrong("square.npy square.npy --grid --solver grid --p 3", "--p", "take auto or simplex"),
                wrong("x.npy x.npy --solver thresholded", "--threshold", "take auto or simplex"),
                wrong("x.npy x.npy --solver circle", "--circumference", "24"),
                wrong("x.npy x.npy --solver circle --circumference -3", "-3.0"),
                wrong("x.npy x.npy --solver circle --circumference 1", "circumference"),
                wrong("x.npy x.npy --solver circle --cost sqeuclidean", "circle", "--cost"),
                wrong("plane.npy plane.npy --solver circle", "1 coordinate", "2 and 2"),
                wrong("x.npy x.npy --circumference 3", "--circumference", "circle"),
                wrong("x.npy x.npy --unbalanced 0", "--unbalanced", "above 0"),
                wrong("x.npy x.npy --unbalanced 1 --solver simplex", "--unbalanced", "simplex"),
                wrong("x.npy x.npy --solver sliced --max-iterations 5", "sliced", "--max-iterations"),
                wrong("x.npy x.npy --max-iterations 0", "--max-iterations", "1 or more"),
                wrong("x.npy x.npy --time-limit 30", "'30'", "30s"),
                wrong("x.npy x.npy --jsn", "'--jsn'", "did you mean --json"));
    }

    private static Arguments wrong(String arguments, String... words) {
        return Arguments.of(arguments, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("wrongInputs")
    void wrongInputIsAnsweredInOneSentence(String arguments, List<String> words) {
        String[] placed = Stream.of(("transport " + arguments).split(" "))
                .map(argument -> argument.matches(".*\\.(npy|csv|png|npz|doc)") ? folder + "/" + argument : argument)
                .toArray(String[]::new);
        Answer answer = Answer.to(placed);
        assertThat(answer.err()).startsWith("wgan4j: ").contains(words);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sinkhorn", "sliced", "simplex"})
    void everySolverLooksAtTheDimensionsFirst(String solver) {
        Answer answer = Answer.to("transport", folder + "/plane.npy", folder + "/x.npy", "--solver", solver);
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err().lines()).hasSize(1);
    }

    @BeforeAll
    static void writeTheFiles() throws IOException {
        TransportFiles files = new TransportFiles(folder);
        files.values("x.npy", 0, 1);
        files.values("three.npy", 0, 1, 2);
        files.values("nan.npy", 0, Double.NaN);
        files.values("minus.npy", 2, -1);
        files.values("w2.npy", 0.5, 0.5);
        files.values("uneven.npy", 0.25, 0.75);
        files.values("two.npy", 1.5, 0.5);
        files.values("w3.npy", 0.5, 0.25, 0.25);
        files.points("plane.npy", new double[][] {{0, 1}, {2, 3}});
        files.points("square.npy", new double[][] {{0, 1}, {1, 0}});
        files.points("nancost.npy", new double[][] {{0, 1}, {Double.NaN, 0}});
        files.text("words.csv", "1,2\n3,two\n");
        files.text("holes.csv", "1,2\n,2\n");
        files.text("damaged.png", "no picture");
        files.picture("grey.png", BufferedImage.TYPE_BYTE_GRAY, new int[] {1, 2});
        files.picture("wide.png", BufferedImage.TYPE_BYTE_GRAY, new int[] {1, 1, 1});
        files.picture("black.png", BufferedImage.TYPE_BYTE_GRAY, new int[] {0, 0});
        byte[] whole = Files.readAllBytes(folder.resolve("grey.png"));
        Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
    }
}
