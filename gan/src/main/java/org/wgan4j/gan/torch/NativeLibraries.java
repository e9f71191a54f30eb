package org.wgan4j.gan.torch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;

/** Loads the native libraries of libtorch, which are unpacked into a cache folder. */
final class NativeLibraries {
    private static final List<String> PLATFORMS =
            List.of("linux-x86_64", "macosx-arm64", "macosx-x86_64", "windows-x86_64");
    /** What the unpacked libraries take on the disk, about. */
    private static final long UNPACKED_MEGABYTES = 450;

    private static final String FOLDER_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private NativeLibraries() {}

    /**
     * Loads them, if they are not loaded yet.
     *
     * @throws ActionableException if they do not load; the message names the folder and the reason
     */
    static void load() {
        try {
            Loader.load(torch.class);
        } catch (LinkageError failure) {
            throw new ActionableException(
                    sentence(failure, Loader.getPlatform(), cacheFolder().orElse(null)), failure);
        }
    }

    private static Optional<Path> cacheFolder() {
        try {
            return Optional.of(Loader.getCacheDir().toPath());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Why the libraries did not load, and what to do. */
    static String sentence(Throwable failure, String platform, @Nullable Path folder) {
        if (!PLATFORMS.contains(platform)) {
            return "There are no native libraries of libtorch for " + platform + ": there are builds for "
                    + String.join(", ", PLATFORMS);
        }
        if (folder == null) {
            return "libtorch needs a folder to unpack its native libraries into, and none can be made: name one with the Java option -D"
                    + FOLDER_PROPERTY + "=FOLDER";
        }
        return "libtorch does not load from the folder " + folder + ": " + reason(failure, folder.toFile())
                + "; or name another folder with the Java option -D" + FOLDER_PROPERTY + "=FOLDER";
    }

    private static String reason(Throwable failure, File folder) {
        String message = deepest(failure);
        long free = folder.getUsableSpace() >> 20;
        if (message.contains("failed to map segment") || message.contains("Operation not permitted")) {
            return "its file system does not let libraries run (mounted noexec): allow it";
        }
        if (!folder.canWrite()) {
            return "it cannot be written: check its permissions";
        }
        if (free < UNPACKED_MEGABYTES) {
            return "its disk has " + free + " MB free, and the libraries take about " + UNPACKED_MEGABYTES
                    + " MB: free some space";
        }
        return message + ": delete it, so that the libraries are unpacked anew";
    }

    /** The first line of the innermost message: the outer ones name search paths that do not matter. */
    private static String deepest(Throwable failure) {
        String message = failure.toString();
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause.getMessage() != null) {
                message = cause.getMessage();
            }
        }
        return message.lines().findFirst().orElse(message);
    }
}
