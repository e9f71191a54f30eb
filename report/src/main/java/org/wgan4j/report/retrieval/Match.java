package org.wgan4j.report.retrieval;

import java.nio.file.Path;

/**
 * A picture of the folder beside the query.
 *
 * @param file where it is
 * @param name its path below the folder
 * @param distance the exact W1 distance of the colours, in units of the colour space
 * @param lowerBound what was known of that distance before it was solved
 * @param l2 the root of the summed squared differences of the shares of all cells, 0 to the root of 2
 * @param chiSquare half the sum of (p - q)^2 / (p + q) over all cells, 0 to 1
 * @param signature its colours
 * @param isQuery whether it is the query's own file
 */
public record Match(
        Path file,
        String name,
        double distance,
        double lowerBound,
        double l2,
        double chiSquare,
        ColourSignature signature,
        boolean isQuery) {}
