package org.wgan4j.bench;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The times of the first call in a process and of calls after a few others, by the rule that {@code transport_peers.py} follows too.
 *
 * @param answer of the last call
 * @param cold seconds of the first call
 * @param warm seconds of a later call, the median of up to five where they are short; the first call's, if that took so long that
 *     there was no second
 * @param calls how many there were in all
 * @param peakMebibytes the most memory that the process had held when the first call returned, of all kinds
 */
record ColdAndWarm(TimedCase.Answer answer, double cold, double warm, int calls, double peakMebibytes) {
    private static final double NO_SECOND_CALL = 20;
    private static final int LEAST_WARM_UPS = 3;
    private static final double ENOUGH_SECONDS = 2;
    private static final double TOO_MANY_SECONDS = 10;
    private static final int MOST_WARM_CALLS = 5;
    private static final double WARM_SECONDS = 0.5;

    /** Calls for the first time, until it is warm, and then to measure that. */
    static ColdAndWarm of(Supplier<TimedCase.Answer> call) {
        Timed last = Timed.of(call);
        double cold = last.seconds;
        double peak = ProcessMemory.mebibytes("VmHWM");
        if (cold > NO_SECOND_CALL) {
            return new ColdAndWarm(last.answer, cold, cold, 1, peak);
        }
        int calls = 1;
        double spent = cold;
        while (spent < TOO_MANY_SECONDS && (calls < LEAST_WARM_UPS || spent < ENOUGH_SECONDS)) {
            spent += Timed.of(call).seconds;
            calls++;
        }
        double[] warm = new double[MOST_WARM_CALLS];
        int count = 0;
        for (double summed = 0; count < MOST_WARM_CALLS && summed < WARM_SECONDS; summed += last.seconds) {
            last = Timed.of(call);
            warm[count++] = last.seconds;
        }
        return new ColdAndWarm(last.answer, cold, median(Arrays.copyOf(warm, count)), calls + count, peak);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private record Timed(TimedCase.Answer answer, double seconds) {
        static Timed of(Supplier<TimedCase.Answer> call) {
            long started = System.nanoTime();
            TimedCase.Answer answer = call.get();
            return new Timed(answer, (System.nanoTime() - started) * 1e-9);
        }
    }
}
