package org.wgan4j.report.retrieval;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.picture.PictureFile;

/**
 * The files of a folder that call themselves pictures, in the order of their names.
 *
 * @param folder the folder
 * @param files its picture files, with the folder before their names
 * @param skipped what could not be looked into
 */
record PictureFolder(Path folder, List<Path> files, List<Skipped> skipped) {
    /** Takes copies of the lists. */
    PictureFolder {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /**
     * Lists a folder.
     *
     * @param recursive whether subfolders are looked into as well; links to folders never are
     * @throws ActionableException if it is no folder, or holds no pictures
     */
    static PictureFolder list(Path folder, boolean recursive) {
        if (!Files.isDirectory(folder)) {
            throw new ActionableException(folder + (Files.exists(folder) ? " is no folder" : " does not exist")
                    + "; name the folder of pictures to search in");
        }
        Collector collector = new Collector(folder);
        try {
            Set<FileVisitOption> noLinks = EnumSet.noneOf(FileVisitOption.class);
            Files.walkFileTree(folder, noLinks, recursive ? Integer.MAX_VALUE : 1, collector);
        } catch (IOException failure) {
            throw new ActionableException(
                    folder + " cannot be listed (" + failure + "); check its permissions", failure);
        }
        if (collector.files.isEmpty() && collector.skipped.isEmpty()) {
            throw new ActionableException(folder + " holds no pictures (.jpg, .png, .gif, .bmp, .webp, .tif)"
                    + (recursive
                            ? ", nor do its subfolders; name another folder"
                            : "; name another folder, or search subfolders with -r"));
        }
        collector.files.sort(Comparator.comparing(file -> FileStamp.name(folder, file)));
        return new PictureFolder(folder, collector.files, collector.skipped);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Path> files = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();

        Collector(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!Files.isDirectory(file) && PictureFile.isNamedSo(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            String reason = failure instanceof AccessDeniedException ? "permission denied" : failure.toString();
            skipped.add(new Skipped(FileStamp.name(folder, file), reason));
            return FileVisitResult.CONTINUE;
        }
    }
}
