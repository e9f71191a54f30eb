package org.wgan4j.gan.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.wgan4j.gan.ActionableException;

/**
 * Reads and writes NumPy's npz format: a zip file with an npy file for each array, under its name. Stateless and safe for use by several threads.
 */
public final class NpzFile {
    private static final String SUFFIX = ".npy";
    private static final String EXPECTED = "a whole npz file (a zip of npy files)";
    /** The earliest time a zip can hold, always the same, so that equal arrays make equal files. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzFile() {}

    /** Writes a compressed file; the arrays lie in it in the order of the map. */
    public static void write(Path path, Map<String, NpyArray> arrays) {
        AtomicFile.write(path, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                NpyFile.write(zip, array.getValue());
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /**
     * Reads all arrays of a file, compressed or not.
     *
     * @throws MalformedFileException if it is no whole zip file, or an array in it is not one that {@link NpyFile} reads
     */
    public static SortedMap<String, NpyArray> read(Path path) {
        return read(path, name -> true, NpyFile::read);
    }

    /** The names of all arrays of a file, in the order of the alphabet. */
    public static SortedSet<String> names(Path path) {
        return opened(path, zip -> new TreeSet<>(entries(path, zip).keySet()));
    }

    /**
     * Reads one array of a file as numbers, of any type and order that {@link NpyNumbers} reads.
     *
     * @throws MalformedFileException if it is no whole zip file, or the array is damaged or not there
     */
    public static NumberTable readNumbers(Path path, String array) {
        NumberTable numbers = read(path, array::equals, NpyNumbers::read).get(array);
        if (numbers == null) {
            throw new MalformedFileException(path.toString(), "no array called " + array, "one of " + names(path));
        }
        return numbers;
    }

    private interface EntryReader<T> {
        T read(InputStream in, String name);
    }

    private interface ZipUse<T> {
        T use(ZipFile zip) throws IOException;
    }

    private static <T> SortedMap<String, T> read(Path path, Predicate<String> wanted, EntryReader<T> reader) {
        return opened(path, zip -> {
            SortedMap<String, T> arrays = new TreeMap<>();
            for (Map.Entry<String, ZipEntry> entry : entries(path, zip).entrySet()) {
                if (wanted.test(entry.getKey())) {
                    arrays.put(entry.getKey(), readEntry(path, zip, entry.getValue(), reader));
                }
            }
            return Collections.unmodifiableSortedMap(arrays);
        });
    }

    private static <T> T opened(Path path, ZipUse<T> use) {
        if (!Files.isRegularFile(path)) {
            throw new ActionableException("There is no file " + path + "; check the path");
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return use.use(zip);
        } catch (ZipException | EOFException | IllegalArgumentException invalid) {
            throw new MalformedFileException(
                    path.toString(), "a damaged zip file (" + invalid.getMessage() + ")", EXPECTED, invalid);
        } catch (IOException failure) {
            throw NamedInput.unreadable(path.toString(), failure);
        }
    }

    private static SortedMap<String, ZipEntry> entries(Path path, ZipFile zip) {
        SortedMap<String, ZipEntry> entries = new TreeMap<>();
        for (ZipEntry entry : List.copyOf(Collections.list(zip.entries()))) {
            String file = entry.getName();
            if (!file.endsWith(SUFFIX)) {
                throw new MalformedFileException(path.toString(), "an entry " + file, "entries that end in " + SUFFIX);
            }
            String name = file.substring(0, file.length() - SUFFIX.length());
            if (entries.put(name, entry) != null) {
                throw new MalformedFileException(
                        path.toString(), "two arrays called " + name, "a name of its own for each");
            }
        }
        return entries;
    }

    private static <T> T readEntry(Path path, ZipFile zip, ZipEntry entry, EntryReader<T> reader) throws IOException {
        String name = path + " (" + entry.getName() + ")";
        CRC32 sum = new CRC32();
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw new MalformedFileException(name, "no data", EXPECTED);
            }
            T array = reader.read(new CheckedInputStream(in, sum), name);
            if (sum.getValue() != entry.getCrc()) {
                throw new MalformedFileException(name, "values that do not match their checksum", EXPECTED);
            }
            return array;
        }
    }
}
