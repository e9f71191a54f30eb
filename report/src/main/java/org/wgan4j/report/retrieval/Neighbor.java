package org.wgan4j.report.retrieval;

/**
 * A candidate among the nearest.
 *
 * @param candidate its number
 * @param distance the exact W1 distance to the query
 * @param lowerBound what was known of it before it was solved
 */
record Neighbor(int candidate, double distance, double lowerBound) {}
