package org.wgan4j.report.retrieval;

import java.nio.file.Path;

/**
 * A picture of the folder compared with the query. Immutable.
 *
 * @param file its path
 * @param name its path below the folder
 * @param distance the exact W1 distance of the colours, in units of the colour space
 * @param lowerBound the lower bound of that distance by which it was ranked before it was solved
 * @param l2 the Euclidean distance of the histograms of all cells, 0 to the square root of 2
 * @param chiSquare half the sum of (p - q)^2 / (p + q) over all cells, 0 to 1
 * @param signature its colour signature
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
