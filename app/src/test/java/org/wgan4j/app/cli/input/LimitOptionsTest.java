package org.wgan4j.app.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class LimitOptionsTest {
    @Command(name = "solve")
    private static final class Solving implements Runnable {
        @Mixin
        private CommandOutput output = new CommandOutput();

        @Mixin
        private LimitOptions limits = new LimitOptions();

        @Override
        public void run() {}
    }

    private final Solving command = new Solving();
    private final StringWriter err = new StringWriter();

    private int run(Predicate<Limits> solving) {
        new CommandLine(command).setErr(new PrintWriter(err)).parseArgs();
        return command.limits.run(command.output, solving);
    }

    /** As Ctrl-C does; waits until the solver would see it. */
    private static void interrupt(Limits limits) {
        try {
            new ProcessBuilder(
                            "kill",
                            "-INT",
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        while (!limits.cancelled().getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aSolverThatConvergedIsSuccessAndAnotherFailure() {
        assertThat(run(limits -> true)).isEqualTo(ExitCodes.OK);
        assertThat(run(limits -> false)).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void anInterruptedSolverExitsAsShellsCountTheSignal() {
        assertThat(run(limits -> {
                    interrupt(limits);
                    return false;
                }))
                .isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(err.toString()).contains("stopping with the best answer so far");
    }

    @Test
    void anInterruptedSolverWithoutAnyAnswerSaysSo() {
        assertThat(run(limits -> {
                    interrupt(limits);
                    throw limits.start().reached();
                }))
                .isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(err.toString()).contains("stopped before there was any answer");
    }

    @Test
    void limitsThatLeaveNoTimeAreThrownOn() {
        assertThatThrownBy(() -> run(limits -> {
                    throw limits.start().reached();
                }))
                .isInstanceOf(LimitReachedException.class);
    }
}
