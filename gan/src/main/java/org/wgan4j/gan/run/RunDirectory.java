package org.wgan4j.gan.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

/**
 * The folder of a run, and the paths of the files in it.
 *
 * <p>Immutable and safe for use by several threads. A writer holds its {@link #lock}.
 */
public record RunDirectory(Path path) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);
    private static final int LONGEST_NAME = 60;

    /**
     * Creates the folder, with the resolved recipe in it.
     *
     * @throws ActionableException if there is a file, or a folder with something in it
     */
    public static RunDirectory create(Path path, Recipe recipe) {
        RunDirectory run = claim(path);
        run.fill(recipe);
        return run;
    }

    /**
     * Creates a folder for a run, or takes an empty one; nothing is written into it.
     *
     * @throws ActionableException if the name is empty, or there is a file, or a folder with something in it
     */
    public static RunDirectory claim(Path path) {
        if (path.toString().isEmpty()) {
            throw new ActionableException("The name of the run directory is empty: name a new or empty folder");
        }
        try {
            if (Files.exists(path) && !isEmptyFolder(path)) {
                throw new ActionableException(
                        "'" + path + "' is there already: name a new or empty folder, or go on with its run by resume");
            }
            Files.createDirectories(path);
            return new RunDirectory(path);
        } catch (IOException failure) {
            throw RunFailure.of(path, "written", failure);
        }
    }

    /**
     * Creates a new folder for a run, named by the local time and the recipe: {@code runs/2026-11-22T05-16-20-quick}, with a number
     * appended where that one exists. No other process gets the same.
     *
     * @param parent is created if it is missing
     * @param recipeName a name, or the path of a recipe file
     */
    public static RunDirectory claimIn(Path parent, String recipeName, Instant now) {
        String folder = folderName(recipeName, now);
        try {
            Files.createDirectories(parent);
            for (int copy = 1; true; copy++) {
                Path path = parent.resolve(copy == 1 ? folder : folder + "-" + copy);
                try {
                    return new RunDirectory(Files.createDirectory(path));
                } catch (FileAlreadyExistsException taken) {
                    // Another process has created it: try the next number.
                }
            }
        } catch (IOException failure) {
            throw RunFailure.of(parent, "written", failure);
        }
    }

    private static String folderName(String recipeName, Instant now) {
        String name = recipeName.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.ya?ml$", "");
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        String shortened = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return TIME.format(now.atZone(ZoneId.systemDefault())) + "-" + shortened;
    }

    /**
     * Writes what a new run begins with into a folder that was claimed: the resolved recipe, and the folders for pictures and checkpoints.
     *
     * @throws ActionableException if another run was started here meanwhile
     */
    public void fill(Recipe recipe) {
        try {
            if (!isEmptyFolder(path)) {
                throw new ActionableException("Another run was begun in '" + path + "': name a new or empty folder");
            }
            Files.createDirectories(samples());
            Files.createDirectories(checkpoints());
            writeRecipe(recipe);
        } catch (IOException failure) {
            throw RunFailure.of(path, "written", failure);
        }
    }

    /** Whether the folder holds nothing but a lock. */
    public boolean isEmpty() {
        try {
            return isEmptyFolder(path);
        } catch (IOException failure) {
            throw RunFailure.of(path, "read", failure);
        }
    }

    /** Deletes the content of the folder, for a run that failed before its first step. */
    public void discard() {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path entry : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!entry.equals(path)) {
                    Files.delete(entry);
                }
            }
        } catch (IOException failure) {
            throw RunFailure.of(path, "tidied", failure);
        }
    }

    /** Whether a folder holds nothing but the lock of a run. */
    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.allMatch(entry -> entry.getFileName().toString().equals(RunLock.FILE));
        }
    }

    /**
     * Opens the folder of an existing run.
     *
     * @throws ActionableException if it is none
     */
    public static RunDirectory open(Path path) {
        if (path.toString().isEmpty()) {
            throw new ActionableException(
                    "The name of the run directory is empty: name the folder that training wrote");
        }
        RunDirectory run = new RunDirectory(path);
        if (!Files.isDirectory(path)) {
            throw new ActionableException("There is no run '" + path + "': name the folder that training wrote");
        }
        if (!Files.isRegularFile(run.recipeFile())) {
            throw new ActionableException(
                    "'" + path + "' is no run, as it has no recipe.yaml: name the folder that training wrote");
        }
        return run;
    }

    /** The resolved recipe. */
    public Path recipeFile() {
        return path.resolve("recipe.yaml");
    }

    /** Replaces the resolved recipe, when a run goes on with another length. */
    public void writeRecipe(Recipe recipe) {
        AtomicFile.write(recipeFile(), Recipes.toYaml(recipe));
    }

    /** The provenance of the run. */
    public Path provenanceFile() {
        return path.resolve("provenance.json");
    }

    /** The precision, memory layout and convolution algorithms of the run, with their timings. */
    public Path kernelsFile() {
        return path.resolve("kernels.json");
    }

    /** The status of the run. */
    public Path statusFile() {
        return path.resolve("status.json");
    }

    /** The metrics, one line for each step, epoch or evaluation. */
    public Path metricsFile() {
        return path.resolve("metrics.jsonl");
    }

    /** The folder of sample grids. */
    public Path samples() {
        return path.resolve("samples");
    }

    /** A sample grid, labelled {@code epoch-0001} or {@code step-00000100}. */
    public Path sample(String label) {
        if (!label.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("'" + label + "' is no label: use letters, digits, - and _");
        }
        return samples().resolve(label + ".png");
    }

    /** The folder of checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The folder of the one checkpoint with the best samples, where the recipe names a measure. */
    public Path best() {
        return path.resolve("best");
    }

    /** The animation of the sample grids. */
    public Path animation() {
        return path.resolve("training.gif");
    }

    /** The curves of the losses. */
    public Path lossPlot() {
        return path.resolve("losses.png");
    }

    /** The HTML report. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** The folder of the TensorBoard file. */
    public Path events() {
        return path.resolve("events");
    }

    /** Reads the resolved recipe. */
    public Recipe recipe() {
        return Recipes.loadResolved(recipeFile().toAbsolutePath());
    }

    /** Reads the provenance. */
    public Provenance provenance() {
        return Provenance.read(provenanceFile());
    }

    /** Reads the status; empty in runs of earlier versions. */
    public Optional<RunStatus> status() {
        return RunStatus.read(statusFile());
    }

    /**
     * Locks the folder for writing.
     *
     * @throws ActionableException if another process has it; the message says which
     */
    public RunLock lock() {
        return RunLock.take(path);
    }
}
