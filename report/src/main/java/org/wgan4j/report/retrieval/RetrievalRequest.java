package org.wgan4j.report.retrieval;

import java.nio.file.Path;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;

/**
 * A query picture and the folder to search, with the settings of the search. Immutable.
 *
 * @param query the picture whose colours are searched for
 * @param folder the pictures to search in
 * @param recursive whether subfolders are searched too
 * @param wanted how many of the nearest, at least 1
 * @param settings how colour signatures are made
 * @param caches the folder in which signatures are kept between searches; none if they are not to be kept
 * @param threads 1 to 1024; the answer does not depend on it
 */
public record RetrievalRequest(
        Path query,
        Path folder,
        boolean recursive,
        int wanted,
        SignatureSettings settings,
        Optional<Path> caches,
        int threads) {
    private static final int MOST_THREADS = 1024;

    /** Checks the numbers. */
    public RetrievalRequest {
        if (wanted < 1) {
            throw new ActionableException("The count of pictures to find must be 1 or more, not " + wanted + ".");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ActionableException(
                    "The number of threads must be 1 to " + MOST_THREADS + ", not " + threads + ".");
        }
    }

    /** The 10 nearest pictures of a folder without its subfolders, with {@link SignatureSettings#DEFAULT}, no cache and a thread a processor. */
    public static RetrievalRequest of(Path query, Path folder) {
        return new RetrievalRequest(
                query,
                folder,
                false,
                10,
                SignatureSettings.DEFAULT,
                Optional.empty(),
                Runtime.getRuntime().availableProcessors());
    }

    /** The same in subfolders too. */
    public RetrievalRequest withSubfolders() {
        return new RetrievalRequest(query, folder, true, wanted, settings, caches, threads);
    }

    /** The same with another number of nearest pictures, at least 1. */
    public RetrievalRequest withWanted(int count) {
        return new RetrievalRequest(query, folder, recursive, count, settings, caches, threads);
    }

    /** The same with other settings of the signatures. */
    public RetrievalRequest withSettings(SignatureSettings other) {
        return new RetrievalRequest(query, folder, recursive, wanted, other, caches, threads);
    }

    /** The same with signatures kept in a folder, which is made if it is missing, so that the next search is faster. */
    public RetrievalRequest withCaches(Path parent) {
        return new RetrievalRequest(query, folder, recursive, wanted, settings, Optional.of(parent), threads);
    }

    /** The same with another number of threads, 1 to 1024. */
    public RetrievalRequest withThreads(int count) {
        return new RetrievalRequest(query, folder, recursive, wanted, settings, caches, count);
    }
}
