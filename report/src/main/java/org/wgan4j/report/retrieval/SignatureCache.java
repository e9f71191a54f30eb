package org.wgan4j.report.retrieval;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.format.MalformedFileException;

/**
 * The signatures of a folder from earlier searches, in one file for each folder and settings, outside of that folder.
 *
 * <p>A cache that is damaged or cannot be written is reported, and the signatures are computed again.
 */
final class SignatureCache {
    private final @Nullable Path file;
    private final SignatureSettings settings;
    private final Consumer<String> note;
    private Map<FileStamp, ColourSignature> stored = Map.of();

    private SignatureCache(@Nullable Path file, SignatureSettings settings, Consumer<String> note) {
        this.file = file;
        this.settings = settings;
        this.note = note;
    }

    /** A cache that stores nothing. */
    static SignatureCache none(SignatureSettings settings) {
        return new SignatureCache(null, settings, ignored -> {});
    }

    /**
     * Reads the cache of a folder.
     *
     * @param caches the folder of the cache files; need not exist
     * @param note gets a sentence about what could not be read or written
     */
    static SignatureCache open(
            Path caches, Path folder, boolean recursive, SignatureSettings settings, Consumer<String> note) {
        SignatureCache cache =
                new SignatureCache(caches.resolve(fileName(folder, recursive, settings)), settings, note);
        cache.stored = cache.read();
        return cache;
    }

    private static String fileName(Path folder, boolean recursive, SignatureSettings settings) {
        Path place;
        try {
            place = folder.toRealPath();
        } catch (IOException unresolved) {
            place = folder.toAbsolutePath().normalize();
        }
        String key = place + "\n" + recursive + "\n" + settings;
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".signatures";
    }

    /** The signature of a file that has not changed since; null if there is none. */
    @Nullable
    ColourSignature get(FileStamp stamp) {
        return stored.get(stamp);
    }

    /** Adds signatures. */
    void add(Map<FileStamp, ColourSignature> signatures) {
        Map<FileStamp, ColourSignature> all = new LinkedHashMap<>(stored);
        all.putAll(signatures);
        keep(all);
    }

    /** Replaces the stored signatures if they differ. */
    void keep(Map<FileStamp, ColourSignature> signatures) {
        if (file == null || stored.equals(signatures)) {
            return;
        }
        Map<FileStamp, ColourSignature> copy = new LinkedHashMap<>(signatures);
        try {
            AtomicFile.write(file, out -> new CacheFile(file.toString(), settings).write(out, copy));
            stored = copy;
        } catch (ActionableException refused) {
            note.accept("the cache was not written: " + refused.getMessage());
        }
    }

    private Map<FileStamp, ColourSignature> read() {
        if (file == null) {
            return Map.of();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new CacheFile(file.toString(), settings).read(in, Files.size(file));
        } catch (NoSuchFileException fresh) {
            return Map.of();
        } catch (MalformedFileException damaged) {
            note.accept("the cache is damaged and will be rebuilt: " + damaged.getMessage());
            return Map.of();
        } catch (IOException failure) {
            note.accept("the cache cannot be read (" + failure + "), so all pictures are read anew");
            return Map.of();
        }
    }
}
