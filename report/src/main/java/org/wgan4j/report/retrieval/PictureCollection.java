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
 * The pictures of a folder with their signatures.
 *
 * @param pictures in the order of their names
 * @param skipped files that could not be read, in the order of their names
 * @param known how many signatures came from the cache
 */
record PictureCollection(List<CollectedPicture> pictures, List<SkippedFile> skipped, int known) {
    /** Pictures that are read between two checks whether to save. */
    private static final int BLOCK = 256;

    /** The longest time of reading that is lost when the program ends early. */
    private static final long NANOS_BETWEEN_SAVES = 30_000_000_000L;

    /**
     * A picture.
     *
     * @param file its path
     * @param name its path below the folder
     * @param signature its colours
     */
    record CollectedPicture(Path file, String name, ColourSignature signature) {}

    /** Takes copies of the lists. */
    PictureCollection {
        pictures = List.copyOf(pictures);
        skipped = List.copyOf(skipped);
    }

    /** The result of reading a file. */
    private sealed interface Result {
        /** A picture, and whether its signature came from the cache. */
        record Read(CollectedPicture entry, FileStamp stamp, boolean known) implements Result {}

        /** A file that could not be read. */
        record Unreadable(SkippedFile skipped) implements Result {}
    }

    /** Reads all files on the threads of a pool, and stores the signatures in the cache. */
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
            return new Result.Unreadable(new SkippedFile(name, unreadable.reason()));
        } catch (IOException failure) {
            return new Result.Unreadable(new SkippedFile(name, failure.toString()));
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
            } else if (result instanceof Result.Unreadable unreadable) {
                skipped.add(unreadable.skipped());
            }
        }
        skipped.sort(Comparator.comparing(SkippedFile::name));
        return new PictureCollection(pictures, skipped, known);
    }
}
