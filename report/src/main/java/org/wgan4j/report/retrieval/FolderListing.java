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
 * The files of a folder with the name of a picture, in the order of their names.
 *
 * @param folder the folder
 * @param files its picture files, with the folder before their names
 * @param skipped folders that could not be listed
 */
record FolderListing(Path folder, List<Path> files, List<SkippedFile> skipped) {
    /** Takes copies of the lists. */
    FolderListing {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /**
     * Lists a folder.
     *
     * @param folder the folder, or a link to it
     * @param recursive whether subfolders are listed as well; links to folders below it never are
     * @throws ActionableException if it is no folder, or holds no pictures
     */
    static FolderListing list(Path folder, boolean recursive) {
        if (!Files.isDirectory(folder)) {
            String why = Files.exists(folder)
                    ? " is no folder"
                    : Files.isSymbolicLink(folder) ? " is a link that leads to no folder" : " does not exist";
            throw new ActionableException(folder + why + "; name the folder of pictures to search in");
        }
        Collector collector;
        try {
            // A walk that begins at a link would see a file.
            collector = new Collector(folder, folder.toRealPath(), recursive);
            Set<FileVisitOption> noLinks = EnumSet.noneOf(FileVisitOption.class);
            Files.walkFileTree(collector.real, noLinks, recursive ? Integer.MAX_VALUE : 1, collector);
        } catch (IOException failure) {
            throw new ActionableException(
                    folder + " cannot be listed (" + failure + "); check its permissions", failure);
        }
        if (collector.files.isEmpty() && collector.skipped.isEmpty()) {
            throw new ActionableException(folder + " holds no pictures (.jpg, .png, .gif, .bmp, .webp, .tif)"
                    + (recursive
                            ? ", nor do its subfolders; name another folder"
                            : "; name another folder, or search its subfolders too"));
        }
        collector.files.sort(Comparator.comparing(file -> FileStamp.name(folder, file)));
        return new FolderListing(folder, collector.files, collector.skipped);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Path real;
        private final boolean recursive;
        private final List<Path> files = new ArrayList<>();
        private final List<SkippedFile> skipped = new ArrayList<>();

        Collector(Path folder, Path real, boolean recursive) {
            this.folder = folder;
            this.real = real;
            this.recursive = recursive;
        }

        /** The path of a file below the folder as given, whatever links lead to the folder. */
        private Path asGiven(Path file) {
            return folder.resolve(real.relativize(file));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isDirectory(file)) {
                if (recursive && attributes.isSymbolicLink()) {
                    skipped.add(new SkippedFile(FileStamp.name(real, file), "links to folders are not followed"));
                }
            } else if (PictureFile.hasPictureExtension(file)) {
                files.add(asGiven(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            String reason = failure instanceof AccessDeniedException ? "permission denied" : failure.toString();
            skipped.add(new SkippedFile(FileStamp.name(real, file), reason));
            return FileVisitResult.CONTINUE;
        }
    }
}
