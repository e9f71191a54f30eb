package org.wgan4j.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.PlainErrors;
import org.wgan4j.transport.UnequalMassException;

class BadInputTest {
    /** Arguments, and the words that the one sentence about them must hold: the value found and the valid ones. */
    static Stream<Arguments> inputs() {
        return Stream.of(
                input("recepies", "'recepies'", "did you mean recipes", "doctor"),
                input("--verison", "'--verison'", "did you mean --version"),
                input("data --otu x", "'--otu'", "did you mean --out", "--digits"),
                input("data mnst", "mnst", "did you mean mnist", "mnist-test"),
                input("data mnist more", "'more'", "data --help"),
                input("data mnist --digits 3,x", "'x' is not a whole number", "--digits"),
                input("data mnist --digits 3,11", "11", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"),
                input("data mnist --digits", "--digits"),
                input("data --digits 3", "--digits", "mnist, mnist-test"),
                input("data --out a.png", "--out", "mnist, mnist-test"),
                input("data mnist --images a.idx", "'mnist'", "--images"),
                input("data --images no-such-file.idx", "no-such-file.idx"),
                input("data --labels no-such-file.idx", "no-such-file.idx", "without images"),
                input("recipes quik", "'quik'", "did you mean quick", "digit-wgan"),
                input("recipes quick --settings", "'quick'", "--settings"),
                input("doctor --jsn", "'--jsn'", "did you mean --json"),
                input("doctor now", "'now'", "doctor --help"),
                input("train quik", "'quik'", "did you mean quick", "digit-wgan"),
                input("train quick --epochs 0", "--epochs", "1 or more", "not 0"),
                input("train quick --epochs two", "'two' is not a whole number", "--epochs"),
                input("train quick --epochs 1 --steps 2", "--epochs 1", "--steps 2", "one of the two"),
                input("train quick --set objective.nam=gan", "objective.nam", "objective.name"),
                input("train quick --set objective.name=wgangp", "wgangp", "wgan-gp"),
                input("train quick --set batchSize", "batchSize"),
                input("train quick --set batchSize=0", "batchSize", "0"),
                input("train quick --set network.criticBatchNorm=true", "gradient penalty"),
                input("train quick --set data.digits=[11]", "11", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"),
                input("train quick --seed", "--seed"),
                input("train no-such-recipe.yaml", "no-such-recipe.yaml"),
                input("resume", "RUN", "resume --help"),
                input("resume no-such-run", "no-such-run"),
                input("resume no-such-run --steps -1", "--steps", "-1"),
                input("sample no-such-run", "no-such-run"),
                input("sample no-such-run -n 0", "-n", "1 to 1000000", "not 0"),
                input("sample no-such-run --out a.jpg", "a.jpg", ".png", ".npz"),
                input("interpolate no-such-run --stops 1", "--stops", "2 to 1000", "not 1"),
                input("interpolate no-such-run --out a.mp4", "a.mp4", ".gif", ".png"),
                input("interpolate no-such-run --out a.png --frames 1000", "--frames", "2 to 150", "1000"),
                input("emd --from 1,2", "--to", "emd --help"),
                input("emd --from 1,-2 --to 1", "--from", "mass 1 is -2", "at least 0"),
                input("emd --from 1 --to 1,NaN", "--to", "mass 1 is NaN", "finite"),
                input("emd --from 1,Infinity --to 1", "--from", "mass 1 is Infinity", "finite"),
                input("emd --from 1,two --to 1", "--from", "'two', mass 1, is not a number", "3,2,1,4"),
                input("emd --from 1,,2 --to 3", "--from", "'', mass 1, is not a number"),
                input("emd --from 1e308,1e308 --to 1", "--from", "sum to more than 1.79"),
                input("emd --from 1e308,1e308 --to 1 --normalize", "--from", "sum to more than 1.79"),
                input("emd --from 1d,1 --to 1", "--from", "'1d', mass 0, is not a number"),
                input("emd --from 1,0x1p3 --to 1", "--from", "'0x1p3', mass 1, is not a number"),
                input("emd --from 1 --to 1 --p 1d", "--p", "'1d' is not a number"),
                input("emd --from 0,0 --to 0,0", "--from", "sum to 0"),
                input("emd --from 3,1 --to 1,1", "--from sums to 4", "--to to 2", "--normalize"),
                input("emd --from 1 --to 1 --p 0.5", "0.5", "at least 1"),
                input("emd --from 1 --to 1 --p NaN", "NaN", "at least 1"),
                input("emd --from 1 --to 1 --p one", "--p", "'one' is not a number"),
                input("emd --from no-such-file.csv --to 1", "no-such-file.csv", "check the path"),
                input("emd --from no-such-file.npy --to 1", "no-such-file.npy"),
                input("emd --from 1" + ",1".repeat(2000) + " --to 1", "--from", "2001", "2000"),
                input("divergences --from 1,2 --to 2,1", "--from sums to 3", "--normalize"),
                input("divergences --from 0,0 --to 1", "--from", "sum to 0"),
                input("divergences --from x --to 1", "'x', mass 0, is not a number"),
                input("figures parallel-line --out x", "'parallel-line'", "did you mean parallel-lines", "all"),
                input("figures gaussians", "--out"),
                input("figures --out x", "--out", "parallel-lines", "all"),
                input("retrieve", "QUERY", "retrieve --help"),
                input("retrieve a.png", "FOLDER", "retrieve --help"),
                input("retrieve no-such.png . --no-cache", "no-such.png", "there is no such file"),
                input("retrieve pom.xml . --no-cache", "pom.xml", "neither JPEG, PNG", "name a picture file"),
                input("retrieve a.png . -k 0", "count of pictures", "1 or more", "not 0"),
                input("retrieve a.png . --bins 33", "bins", "1 to 32", "not 33"),
                input("retrieve a.png . --pixels 5", "pixels", "1024 to 100000000", "not 5"),
                input("retrieve a.png . --space hsv", "--space", "lab or rgb", "'hsv'"),
                input("retrieve a.png . --threads 0", "threads", "1 to 1024", "not 0"),
                input("retrieve a.png . --cache x --no-cache", "--cache x", "--no-cache"),
                input("bench trian", "'trian'", "did you mean train", "check"),
                input("bench train quick", "'quick'", "bench train --help"),
                input("bench train --recipe quik", "'quik'", "did you mean quick", "digit-wgan"),
                input("bench train --seconds 0", "--seconds", "above 0 and at most 3600", "not 0"),
                input("bench train --seconds -1", "--seconds", "above 0", "not -1"),
                input("bench train --seconds NaN", "--seconds", "above 0", "not NaN"),
                input("bench train --seconds 3601", "--seconds", "at most 3600", "not 3601"),
                input("bench train --seconds soon", "--seconds", "'soon' is not a number"),
                input("bench train --batch 0", "batchSize", "0"),
                input("bench train --batch many", "--batch", "'many' is not a whole number"),
                input("bench train --recipe digit-wgan --batch 7", "batchSize", "7", "even"),
                input("bench train --set data.name=mnist-test --batch 10001", "10001", "1 to 10000"),
                input("bench train --set network.criticBatchNorm=true", "gradient penalty"),
                input("bench train --set runtime.precision=half", "runtime.precision", "half", "float32"),
                input("bench check", "--out", "bench check --help"),
                input("bench check --out a.npy", "--out a.npy", ".npz"),
                input("bench check --out .", "--out .", ".npz"),
                input("bench check --recipe quik --out a.npz", "'quik'", "did you mean quick"),
                input("evaluate", "nothing to judge", "npz file", "--real"),
                input("evaluate no-such-run", "no-such-run", "npz file", "folder of pictures"),
                input("evaluate no-such.npz", "no-such.npz"),
                input("evaluate pom.xml", "pom.xml", "neither an npz file nor a folder"),
                input("evaluate --real runs/mine", "--real", "runs", "one of the two"),
                input("evaluate --real -n 15", "-n", "16 to 100000", "not 15"),
                input("evaluate --real -n 100001", "-n", "16 to 100000", "not 100001"),
                input("evaluate --real -n many", "--count", "'many' is not a whole number"),
                input("evaluate --real --metrics fid", "'fid'", "frechet_distance", "w2_pixels"),
                input("evaluate --real --data mnst", "mnst", "did you mean mnist", "mnist-test"),
                input("evaluate --real --digits 11", "11", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"),
                input("evaluate --real --images no-such-file.idx", "no-such-file.idx"),
                input("classifier no-such.safetensors", "no-such.safetensors", "give a classifier file"),
                input("classifier trian", "trian"),
                input("classifier train", "--out", "classifier train --help"),
                input("classifier train --out w --epochs 0", "1 to 1000 epochs", "found 0"),
                input("classifier train --out w --epochs 1001", "1 to 1000 epochs", "found 1001"),
                input("classifier train --out w --epochs few", "--epochs", "'few' is not a whole number"),
                input("classifier train --out w --threads 0", "1 to 1024 threads", "found 0"),
                input("help recepies", "recepies"));
    }

    private static Arguments input(String arguments, String... words) {
        return Arguments.of(arguments, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void badInputIsAnsweredInOneSentenceThatNamesTheValueAndTheValidOnes(String arguments, List<String> words) {
        Answer answer = Answer.to(arguments.split(" "));
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).startsWith("wgan4j: ").contains(words);
    }

    @Test
    void aFolderThatCannotBeMadeIsBadInput(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Answer answer = Answer.to("emd", "--from", "1", "--to", "1", "--out", file.toString());
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err()).contains(file + "");
    }

    @Test
    void aTransportProblemThatCannotBePosedIsAnsweredByItsMessageAlone() {
        UnequalMassException unequal = new UnequalMassException(3, 4);
        assertThat(PlainErrors.sentence(unequal)).isEqualTo(unequal.getMessage());
    }

    @Test
    void theStackTraceComesUnderDebugAlone() {
        assertThat(Answer.to("data", "mnst").err()).doesNotContain("\tat ");
        assertThat(Answer.to("data", "mnst", "--debug").err()).contains("ActionableException", "\tat org.wgan4j.");
        assertThat(Answer.to("data", "--otu", "--debug").err()).contains("UnmatchedArgumentException", "\tat ");
    }
}
