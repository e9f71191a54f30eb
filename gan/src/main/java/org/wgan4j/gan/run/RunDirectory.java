package org.wgan4j.gan.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

/** The folder that holds all of one run; the only seam between training and what looks at it. */
public record RunDirectory(Path path) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);
    private static final int LONGEST_NAME = 60;

    /**
     * Makes the folder, with the resolved recipe in it.
     *
     * @throws ActionableException if there is a file, or a folder with something in it
     */
    public static RunDirectory create(Path path, Recipe recipe) {
        try {
            if (Files.exists(path) && !isEmptyFolder(path)) {
                throw new ActionableException(
                        "'" + path + "' is there already: name a new or empty folder, or go on with its run by resume");
            }
            RunDirectory run = new RunDirectory(path);
            Files.createDirectories(run.samples());
            Files.createDirectories(run.checkpoints());
            run.writeRecipe(recipe);
            return run;
        } catch (IOException failure) {
            throw RunFailure.of(path, "written", failure);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        }
    }

    /**
     * Opens the folder of a run that has been started before.
     *
     * @throws ActionableException if it is none
     */
    public static RunDirectory open(Path path) {
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

    /** A folder that is not there yet, named by the local time and the recipe: {@code runs/2026-11-22T05-16-20-quick}. */
    public static Path defaultPath(Path parent, String recipeName, Instant now) {
        String name = recipeName.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.ya?ml$", "");
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        String shortened = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        String folder = TIME.format(now.atZone(ZoneId.systemDefault())) + "-" + shortened;
        Path path = parent.resolve(folder);
        for (int copy = 2; Files.exists(path); copy++) {
            path = parent.resolve(folder + "-" + copy);
        }
        return path;
    }

    /** Every setting, resolved. */
    public Path recipeFile() {
        return path.resolve("recipe.yaml");
    }

    /** Replaces the resolved recipe, when a run goes on with another length. */
    public void writeRecipe(Recipe recipe) {
        AtomicFile.write(recipeFile(), Recipes.toYaml(recipe));
    }

    /** What made the run. */
    public Path provenanceFile() {
        return path.resolve("provenance.json");
    }

    /** How the run computes, and the timings behind that choice. */
    public Path kernelsFile() {
        return path.resolve("kernels.json");
    }

    /** One line a step or epoch. */
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

    /** The sample grids one after the other. */
    public Path animation() {
        return path.resolve("training.gif");
    }

    /** The curves of the losses. */
    public Path lossPlot() {
        return path.resolve("losses.png");
    }

    /** All of the run on one page. */
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

    /** Reads what made the run. */
    public Provenance provenance() {
        return Provenance.read(provenanceFile());
    }

    /**
     * Takes the folder for writing.
     *
     * @throws ActionableException if another process has it; the message says which
     */
    public RunLock lock() {
        return RunLock.take(path);
    }
}
