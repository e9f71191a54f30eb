package org.wgan4j.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;

class RunLockTest {
    @TempDir
    Path folder;

    /** Takes the lock of a folder, says so, and waits to be killed. */
    public static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (RunLock lock = new RunDirectory(Path.of(arguments[0])).lock()) {
                System.out.println("locked " + (lock != null));
                System.in.read();
            }
        }
    }

    @Test
    void aRunHeldByThisProcessIsRefusedUntilItIsLetGo() {
        RunDirectory run = new RunDirectory(folder);
        RunLock first = run.lock();

        assertThatThrownBy(run::lock).isInstanceOf(ActionableException.class).hasMessageContaining("this process");
        assertThatThrownBy(() -> new RunDirectory(folder.resolve(".")).lock()).hasMessageContaining("this process");
        first.close();
        first.close();

        try (RunLock second = run.lock()) {
            assertThat(folder.resolve(".lock"))
                    .hasContent(Long.toString(ProcessHandle.current().pid()));
            assertThat(second).isNotSameAs(first);
        }
    }

    @Test
    void aRunHeldByAnotherProcessIsRefusedWithItsIdUntilThatIsKilled() throws Exception {
        RunDirectory run = new RunDirectory(folder);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process holder = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("locked true");

            assertThatThrownBy(run::lock)
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("in use by process " + holder.pid() + ":");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        RunLock freed = run.lock();
        freed.close();
        assertThat(folder.resolve(".lock")).isEmptyFile();
    }

    @Test
    void aFolderThatIsNotThereIsAnsweredInASentence() {
        assertThatThrownBy(new RunDirectory(folder.resolve("x"))::lock)
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("cannot be locked: there is no such file or folder");
    }
}
