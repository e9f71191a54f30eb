package org.wgan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.solver.OptimalTransport;

/** The snippets in Kotlin and JShell run. */
class OtherLanguagesTest {
    @Test
    void theKotlinFunctionTransportsASquareByItsShift() {
        List<double[]> square = List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 1});
        List<double[]> moved = List.of(new double[] {3, 4}, new double[] {4, 4}, new double[] {3, 5});
        Solution solution = TransportKt.transport(square, moved);
        assertThat(solution.distance()).isCloseTo(5, within(1e-12));
        TransportKt.main();
    }

    @Test
    void theJShellSnippetPrintsTheDistanceAndItsProof() throws Exception {
        // The library alone, as a user has it.
        Path library = Path.of(OptimalTransport.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process jshell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        library.toString(),
                        "-s",
                        "transport.jsh")
                .redirectErrorStream(true)
                .start();
        jshell.getOutputStream().close();
        String output = new String(jshell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jshell.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("W1 = 0.7062374245472", "the optimum is no more than")
                .doesNotContain("Error");
    }
}
