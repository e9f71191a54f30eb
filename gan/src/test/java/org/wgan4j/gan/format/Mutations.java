package org.wgan4j.gan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Damages files at random and holds a parser to its promise: it accepts, or it throws {@link MalformedFileException}, and nothing else.
 *
 * <p>The seed is fixed, so a build is repeatable; {@code -Dwgan4j.fuzz.seed=N} tries another. A failure prints it.
 */
final class Mutations {
    private static final long SEED = Long.getLong("wgan4j.fuzz.seed", 20171231);
    private static final byte[] EXTREMES = {0, 1, -1, Byte.MAX_VALUE, Byte.MIN_VALUE, '"', '{', '}', '\'', '(', '9'};

    private Mutations() {}

    static void attack(int rounds, Consumer<byte[]> parser, byte[]... files) {
        Random random = new Random(SEED);
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = files[random.nextInt(files.length)].clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged = damage(damaged, random);
            }
            refused += refuses(parser, damaged, round);
        }
        assertThat(refused).as("refused files out of " + rounds).isBetween(1, rounds);
    }

    private static int refuses(Consumer<byte[]> parser, byte[] damaged, int round) {
        try {
            parser.accept(damaged);
            return 0;
        } catch (MalformedFileException expected) {
            assertThat(expected).hasMessageContainingAll("found", "expected");
            return 1;
        } catch (RuntimeException | Error unexpected) {
            return fail(
                    "seed " + SEED + ", round " + round + ": " + HexFormat.of().formatHex(damaged), unexpected);
        }
    }

    private static byte[] damage(byte[] file, Random random) {
        if (file.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(file.length);
        int length = 1 + random.nextInt(Math.min(8, file.length - at));
        return switch (random.nextInt(6)) {
            case 0 -> changed(file, at, (byte) (file[at] ^ 1 << random.nextInt(8)), 1);
            case 1 -> changed(file, at, EXTREMES[random.nextInt(EXTREMES.length)], length);
            case 2 -> changed(file, at, (byte) random.nextInt(), 1);
            case 3 -> Arrays.copyOf(file, at);
            case 4 -> joined(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + length, file.length));
            default -> joined(Arrays.copyOf(file, at + length), Arrays.copyOfRange(file, at, file.length));
        };
    }

    private static byte[] changed(byte[] file, int at, byte value, int length) {
        Arrays.fill(file, at, at + length, value);
        return file;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
