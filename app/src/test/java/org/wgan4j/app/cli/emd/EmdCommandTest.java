package org.wgan4j.app.cli.emd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmdCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FROM = "12,7,4,1,19,14,9,6,3,2";
    private static final String TO = "1,5,11,17,13,9,6,4,3,2";

    private static JsonNode json(String arguments) {
        Answer answer = Answer.to((arguments + " --json").split(" "));
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return JSON.readTree(answer.out());
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    private static String example(String more) {
        return "emd --from " + FROM + " --to " + TO + " --normalize" + more;
    }

    @Test
    void theFirstDistanceOfTheExampleIsTheFractionThatItIs() {
        JsonNode answer = json(example(""));
        assertThat(answer.get("distance").asDouble()).isCloseTo(351.0 / 497, within(1e-15));
        assertThat(answer.get("cost").asDouble())
                .isEqualTo(answer.get("distance").asDouble());
        assertThat(answer.get("p").asDouble()).isEqualTo(1);
    }

    @Test
    void theSecondDistanceIsTheRootOfItsCost() {
        JsonNode answer = json(example(" --p 2"));
        assertThat(answer.get("distance").asDouble()).isCloseTo(0.9292711691419394, within(1e-14));
        assertThat(answer.get("cost").asDouble()).isCloseTo(Math.pow(0.9292711691419394, 2), within(1e-14));
    }

    @Test
    void aPowerBeyondDoublesGivesTheDistanceAndTheCostInDigits() {
        JsonNode equal = json("emd --from 1,1,1 --to 1,1,1 --p 1e9");
        assertThat(equal.get("distance").asDouble()).isZero();
        assertThat(equal.get("cost").asDouble()).isZero();
        Answer answer = Answer.to("emd --from 2,0,1 --to 0,1,2 --p 2000".split(" "));
        assertThat(answer.out()).contains("distance  W2000 = 2.0", "cost      1.1481306952742", "E+602");
        assertThat(json("emd --from 2,0,1 --to 0,1,2 --p 1e9").get("distance").asDouble())
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void theAnswerCarriesItsProof() {
        JsonNode answer = json(example(""));
        assertThat(answer.get("converged").asBoolean()).isTrue();
        assertThat(answer.get("dual").asDouble()).isCloseTo(351.0 / 497, within(1e-14));
        assertThat(answer.get("gap").asDouble()).isCloseTo(0, within(1e-14));
        assertThat(answer.get("marginal_error").asDouble()).isCloseTo(0, within(1e-14));
        assertThat(answer.get("solver").asString()).isNotBlank();
        assertThat(answer.get("iterations").asLong()).isNotNegative();
        assertThat(answer.get("seconds").asDouble()).isPositive();
    }

    @Test
    void thePotentialsOfTheExampleAreTheKnownOnesUpToAConstant() {
        JsonNode potentials = json(example("")).get("potentials");
        double[] known = {1, 0, -1, -2, -1, 0, 1, 2, 1, 0};
        List<Double> f = numbers(potentials.get("f"));
        List<Double> g = numbers(potentials.get("g"));
        for (int i = 0; i < known.length; i++) {
            assertThat(f.get(i) - f.get(0)).isCloseTo(known[i] - known[0], within(1e-12));
            assertThat(g.get(i) + f.get(i)).isCloseTo(g.get(0) + f.get(0), within(1e-12));
        }
    }

    @Test
    void thePlanIsAMatrixWhoseSidesAreTheHistograms() {
        JsonNode plan = json("emd --from 3,2,1,4 --to 1,2,4,3").get("plan");
        double[] reached = new double[4];
        for (int i = 0; i < 4; i++) {
            List<Double> row = numbers(plan.get(i));
            assertThat(row.stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(new double[] {3, 2, 1, 4}[i], within(1e-12));
            for (int j = 0; j < 4; j++) {
                reached[j] += row.get(j);
            }
        }
        assertThat(reached).containsExactly(new double[] {1, 2, 4, 3}, within(1e-12));
    }

    @Test
    void massesThatBalanceNeedNoNormalizing() {
        assertThat(json("emd --from 3,2,1,4 --to 1,2,4,3").get("cost").asDouble())
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void histogramsOfTwoLengthsStandOnOneLine() {
        JsonNode answer = json("emd --from 1 --to 0,0,0,1 --p 2");
        assertThat(answer.get("cost").asDouble()).isCloseTo(9, within(1e-12));
        assertThat(answer.get("distance").asDouble()).isCloseTo(3, within(1e-12));
        assertThat(answer.get("plan").size()).isEqualTo(1);
        assertThat(answer.get("plan").get(0).size()).isEqualTo(4);
    }

    @Test
    void oneBinStaysWhereItIs() {
        assertThat(json("emd --from 5 --to 5").get("distance").asDouble()).isZero();
    }

    @Test
    void theTextSaysDistanceCostProofPlanAndPrices() {
        Answer answer = Answer.to(example("").split(" "));
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("distance  W1 = 0.70623742", "cost  ", "proof  ", "gap", "solver", "converged", "from bin")
                .contains("f (source)", "g (target)");
    }

    @Test
    void aLongPlanIsCutInTheTextWithTheNumberOfTheRest() {
        String many = "1" + ",1".repeat(99);
        assertThat(Answer.to("emd", "--from", many, "--to", many).out()).contains("and 60 more, which --json prints");
    }

    @Test
    void massesAreReadFromFiles(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "3, 2, 1, 4\n");
        Path npy = folder.resolve("b.npy");
        NpyFile.write(npy, new NpyArray.Float64(new int[] {4}, new double[] {1, 2, 4, 3}));
        assertThat(json("emd --from " + csv + " --to " + npy).get("cost").asDouble())
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void numbersOfEveryFormAreRead(@TempDir Path folder) throws IOException {
        Path whole = folder.resolve("h.npy");
        NpyFile.write(whole, new NpyArray.Int64(new int[] {4}, new long[] {3, 2, 1, 4}));
        Path row = folder.resolve("row.npy");
        NpyFile.write(row, new NpyArray.UInt8(new int[] {1, 4}, new byte[] {3, 2, 1, 4}));
        List<String> same = List.of(
                "3,2,1,4",
                whole.toString(),
                row.toString(),
                Files.writeString(folder.resolve("header.csv"), "mass\n3\n2\n1\n4\n")
                        .toString(),
                Files.writeString(folder.resolve("semicolons.csv"), "3;2;1;4\n").toString(),
                Files.writeString(folder.resolve("mark.csv"), "\ufeff3\n2\n1\n4\n")
                        .toString(),
                Files.writeString(folder.resolve("table.csv"), "0,3\n1,2\n2,1\n3,4\n") + ":2",
                Files.writeString(folder.resolve("named.csv"), "bin,mass\n0,3\n1,2\n2,1\n3,4\n") + ":mass");
        for (String masses : same) {
            Answer answer = Answer.to("emd", "--json", "--from", masses, "--to", "1,2,4,3");
            assertThat(answer.code()).as(masses).isZero();
            assertThat(JSON.readTree(answer.out()).get("cost").asDouble()).isCloseTo(5, within(1e-12));
            Answer divergences = Answer.to("divergences", "--json", "--normalize", "--from", masses, "--to", "1,2,4,3");
            assertThat(JSON.readTree(divergences.out()).get("w1").asDouble()).isCloseTo(0.5, within(1e-12));
        }
    }

    @Test
    void aTableForAVectorAndAMissingCellAreRefused(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "0,3\n1,2\n");
        assertThat(Answer.to("emd", "--from", table.toString(), "--to", "1").err())
                .contains("[2, 2]", "table.csv:2");
        Path missing = Files.writeString(folder.resolve("missing.csv"), "NA\n3\n");
        assertThat(Answer.to("emd", "--from", missing.toString(), "--to", "1").err())
                .contains("missing value", "'NA' in line 1, column 1");
    }

    @Test
    void anArrayOfTwoAxesIsRefused(@TempDir Path folder) {
        Path npy = folder.resolve("b.npy");
        NpyFile.write(npy, new NpyArray.UInt8(new int[] {2, 2}, new byte[] {1, 2, 4, 3}));
        Answer answer = Answer.to("emd", "--from", npy.toString(), "--to", "1");
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err()).contains("[2, 2]", "one mass a bin", "b.npy:2");
    }

    @Test
    void picturesAndTheAnswerAreWrittenAndNamed(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("new/folder");
        Answer answer = Answer.to((example(" --json --out ") + out).split(" "));
        assertThat(answer.code()).isZero();
        assertThat(answer.err().lines()).hasSize(1);
        JsonNode printed = JSON.readTree(answer.out());
        List<String> names = new ArrayList<>();
        for (JsonNode file : printed.get("files")) {
            Path path = Path.of(file.asString());
            assertThat(path).exists();
            names.add(path.getFileName().toString());
        }
        assertThat(names)
                .containsExactly(
                        "histograms.png",
                        "histograms.svg",
                        "plan.png",
                        "plan.svg",
                        "potentials.png",
                        "potentials.svg",
                        "earth-moved.png",
                        "earth-moved.svg",
                        "move.gif",
                        "answer.txt",
                        "answer.json");
        assertThat(ImageIO.read(out.resolve("histograms.png").toFile()).getWidth())
                .isEqualTo(1800);
        JsonNode kept = JSON.readTree(Files.readString(out.resolve("answer.json")));
        assertThat(kept.get("distance")).isEqualTo(printed.get("distance"));
        assertThat(Files.readString(out.resolve("answer.txt"))).contains("W1 = 0.70623742");
    }
}
