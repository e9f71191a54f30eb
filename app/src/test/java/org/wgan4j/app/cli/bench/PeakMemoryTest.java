package org.wgan4j.app.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeakMemoryTest {
    @Test
    void thePeakIsReadInMebibytesAndNotThePresentSize() {
        String status = "Name:\tjava\nVmPeak:\t 9000000 kB\nVmHWM:\t 1536000 kB\nVmRSS:\t 1024 kB\n";
        assertThat(PeakMemory.mebibytes(status)).hasValue(1500);
    }

    @Test
    void aSystemThatDoesNotSayItLeavesItOut() {
        assertThat(PeakMemory.mebibytes("")).isEmpty();
        assertThat(PeakMemory.mebibytes("VmHWM:\tmuch\n")).isEmpty();
    }
}
