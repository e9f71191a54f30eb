package org.wgan4j.report.retrieval;

/**
 * One of the nearest candidates.
 *
 * @param candidate its index
 * @param distance the exact W1 distance to the query
 * @param lowerBound of that distance, before it was solved
 */
record Neighbor(int candidate, double distance, double lowerBound) {}
