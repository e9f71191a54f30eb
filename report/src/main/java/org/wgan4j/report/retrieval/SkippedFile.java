package org.wgan4j.report.retrieval;

/**
 * A file or folder that could not be read. Immutable.
 *
 * @param name its path below the folder
 * @param reason why, as the end of "it was skipped, since ..."
 */
public record SkippedFile(String name, String reason) {}
