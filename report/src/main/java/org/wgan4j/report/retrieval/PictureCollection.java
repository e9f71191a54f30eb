package org.wgan4j.report.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.wgan4j.gan.picture.UnreadablePictureException;

/**
 * The pictures of a folder, each with its signature and nothing more.
 *
 * @param pictures in the order of their names
 * @param skipped what could not be read, in the order of the names
 * @param known how many signatures were known from earlier runs
 */
record PictureCollection(List<CollectedPicture> pictures, List<SkippedFile> skipped, int known) {
    /** Pictures that are read between two looks at the clock. */
    private static final int BLOCK = 256;

    /** A run that is broken off loses what it read in this time at most. */
    private static final long NANOS_BETWEEN_SAVES = 30_000_000_000L;

    /**
     * A picture.
     *
     * @param file where it is
     * @param name its path below the folder
     * @param signature its colours
     */
    record CollectedPicture(Path file, String name, ColourSignature signature) {}

    /** Takes copies of the lists. */
    PictureCollection {
        pictures = List.copyOf(pictures);
        skipped = List.copyOf(skipped);
    }

    /** What became of a file. */
    private sealed interface Result {
        /** A picture, and whether its signature was known. */
        record Read(CollectedPicture entry, FileStamp stamp, boolean known) implements Result {}

        /** No picture. */
        record Left(SkippedFile skipped) implements Result {}
    }

    /** Reads all files, by as many threads as the crew has, and keeps the signatures in the cache. */
    static PictureCollection read(
            FolderListing folder,
            SignatureSettings settings,
            SignatureCache cache,
            WorkerPool workers,
            RetrievalListener listener) {
        List<Path> files = folder.files();
        List<Result> results = new ArrayList<>(files.size());
        AtomicInteger done = new AtomicInteger();
        long saved = System.nanoTime();
        for (int from = 0; from < files.size(); from += BLOCK) {
            List<Path> block = files.subList(from, Math.min(files.size(), from + BLOCK));
            Result[] read = new Result[block.size()];
            workers.each(read.length, i -> {
                read[i] = read(folder.folder(), block.get(i), settings, cache);
                listener.read(done.incrementAndGet(), files.size());
            });
            results.addAll(List.of(read));
            if (System.nanoTime() - saved > NANOS_BETWEEN_SAVES) {
                cache.add(signatures(results));
                saved = System.nanoTime();
            }
        }
        cache.keep(signatures(results));
        return of(results, folder.skipped());
    }

    private static Result read(Path folder, Path file, SignatureSettings settings, SignatureCache cache) {
        String name = FileStamp.name(folder, file);
        try {
            FileStamp stamp = FileStamp.of(folder, file);
            ColourSignature known = cache.get(stamp);
            ColourSignature signature = known == null ? ColourSignature.of(file, settings) : known;
            return new Result.Read(new CollectedPicture(file, name, signature), stamp, known != null);
        } catch (UnreadablePictureException unreadable) {
            return new Result.Left(new SkippedFile(name, unreadable.reason()));
        } catch (IOException failure) {
            return new Result.Left(new SkippedFile(name, failure.toString()));
        }
    }

    private static Map<FileStamp, ColourSignature> signatures(List<Result> results) {
        Map<FileStamp, ColourSignature> signatures = new LinkedHashMap<>();
        for (Result result : results) {
            if (result instanceof Result.Read read) {
                signatures.put(read.stamp(), read.entry().signature());
            }
        }
        return signatures;
    }

    private static PictureCollection of(List<Result> results, List<SkippedFile> unlisted) {
        List<CollectedPicture> pictures = new ArrayList<>();
        List<SkippedFile> skipped = new ArrayList<>(unlisted);
        int known = 0;
        for (Result result : results) {
            if (result instanceof Result.Read read) {
                pictures.add(read.entry());
                known += read.known() ? 1 : 0;
            } else if (result instanceof Result.Left left) {
                skipped.add(left.skipped());
            }
        }
        skipped.sort(Comparator.comparing(SkippedFile::name));
        return new PictureCollection(pictures, skipped, known);
    }
}
