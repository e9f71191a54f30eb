package org.wgan4j.report.retrieval;

import java.nio.file.Path;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;

/**
 * What to search for, and where.
 *
 * @param query the picture whose colours are searched for
 * @param folder the pictures to search in
 * @param recursive whether subfolders belong to it
 * @param wanted how many of the nearest, at least 1
 * @param settings how colours are compared
 * @param caches the folder of all caches, if one is to be used
 * @param threads how many threads, at least 1; the answer does not depend on it
 */
public record RetrievalRequest(
        Path query,
        Path folder,
        boolean recursive,
        int wanted,
        SignatureSettings settings,
        Optional<Path> caches,
        int threads) {
    /** Checks the number of pictures that are wanted. */
    public RetrievalRequest {
        if (wanted < 1) {
            throw new ActionableException("-k must be a whole number of 1 or more, not " + wanted);
        }
    }
}
