package org.wgan4j.app.retrieval;

/**
 * A candidate among the nearest.
 *
 * @param candidate its number
 * @param distance the exact W1 distance to the query
 * @param lowerBound what was known of it before it was solved
 */
record Neighbour(int candidate, double distance, double lowerBound) {}
