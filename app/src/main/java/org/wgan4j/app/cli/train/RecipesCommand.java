package org.wgan4j.app.cli.train;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.recipe.SettingHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wgan4j recipes}: what can be trained, and with which settings. */
@Command(
        name = "recipes",
        description = "Lists the built-in recipes in a sentence each, or prints one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j recipes                      the built-in recipes",
            "  wgan4j recipes wgan-gp              the text of one",
            "  wgan4j recipes wgan-gp > mine.yaml  a start for one of your own: wgan4j train mine.yaml",
            "  wgan4j recipes --settings           what --set and a recipe file can say",
        })
public final class RecipesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The recipe to print; without it, all are listed.")
    private String name = "";

    @Option(names = "--settings", description = "Lists every setting with its type, default, range and meaning.")
    private boolean settings;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (settings && !name.isEmpty()) {
            throw new ActionableException(
                    "--settings lists the settings of all recipes, so leave out '" + name + "' or --settings");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (settings) {
            printSettings(out);
        } else if (name.isEmpty()) {
            printList(out);
        } else {
            printOne(out);
        }
        out.flush();
        return ExitCodes.OK;
    }

    private void printList(PrintWriter out) {
        List<String> names = Recipes.names();
        if (json) {
            List<Map<String, Object>> rows = new ArrayList<>();
            names.forEach(recipe -> rows.add(object("name", recipe, "about", Recipes.about(recipe))));
            out.println(Json.text(object("recipes", rows)));
            return;
        }
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        names.forEach(recipe -> out.println(padded(recipe, width) + "  " + Recipes.about(recipe)));
    }

    private void printOne(PrintWriter out) {
        String text = Recipes.text(name);
        if (json) {
            out.println(Json.text(object("name", name, "about", Recipes.about(name), "yaml", text)));
        } else {
            out.print(text.endsWith("\n") ? text : text + System.lineSeparator());
        }
    }

    private void printSettings(PrintWriter out) {
        List<SettingHelp> all = Recipes.settings();
        if (json) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (SettingHelp help : all) {
                rows.add(object(
                        "key", help.key(),
                        "type", help.type(),
                        "default", help.defaultValue(),
                        "range", help.range(),
                        "help", help.help()));
            }
            out.println(Json.text(object("settings", rows)));
            return;
        }
        for (SettingHelp help : all) {
            out.println(help.key() + ": " + help.type() + ", default " + help.defaultValue()
                    + (help.range().isEmpty() ? "" : ", " + help.range()));
            out.println("    " + help.help());
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
