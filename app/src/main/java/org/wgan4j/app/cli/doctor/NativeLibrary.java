package org.wgan4j.app.cli.doctor;

import java.util.function.Supplier;

/** The check that the native library loads, with its version. */
final class NativeLibrary {
    private NativeLibrary() {}

    /**
     * Loads it by asking it for its description.
     *
     * @param description what says version, threads and device of the library, and throws where it cannot be loaded
     */
    public static Check check(Supplier<String> description) {
        try {
            return Check.ok("libtorch", description.get());
        } catch (RuntimeException | LinkageError missing) {
            return Check.failed(
                    "libtorch",
                    "it does not load: " + missing,
                    "build on the machine that runs it (delete app/target and call ./wgan4j again), "
                            + "and see that the C++ runtime libstdc++ and libgomp are installed");
        }
    }
}
