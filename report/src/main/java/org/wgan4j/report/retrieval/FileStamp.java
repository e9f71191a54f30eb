package org.wgan4j.report.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * The key of a file in the cache: a change of the file that changes none of these is not noticed.
 *
 * @param name its path below the folder, with {@code /} between the parts
 * @param size bytes
 * @param modified nanoseconds since 1970
 */
record FileStamp(String name, long size, long modified) {
    static FileStamp of(Path folder, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(
                name(folder, file),
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    /** The path of a file below a folder. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
