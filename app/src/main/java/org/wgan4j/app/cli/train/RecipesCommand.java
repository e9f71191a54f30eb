package org.wgan4j.app.cli.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.recipe.SettingHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j recipes}: the built-in recipes and their settings. Used by one thread. */
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
    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The recipe to print; without it, all are listed.")
    private String name = "";

    @Option(names = "--settings", description = "Lists every setting with its type, default, range and meaning.")
    private boolean settings;

    @Override
    public Integer call() {
        if (settings && !name.isEmpty()) {
            throw new ActionableException(
                    "--settings lists the settings of all recipes, so leave out '" + name + "' or --settings");
        }
        if (settings) {
            printSettings();
        } else if (name.isEmpty()) {
            printList();
        } else {
            printOne();
        }
        return ExitCodes.OK;
    }

    private void printList() {
        List<String> names = Recipes.names();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        output.answer(
                () -> Map.of(
                        "recipes",
                        names.stream()
                                .map(recipe -> object("name", recipe, "about", Recipes.about(recipe)))
                                .toList()),
                () -> names.stream()
                        .map(recipe -> recipe + " ".repeat(width - recipe.length()) + "  " + Recipes.about(recipe))
                        .toList());
    }

    private void printOne() {
        String text = Recipes.text(name);
        output.answer(
                () -> object("name", name, "about", Recipes.about(name), "yaml", text),
                () -> text.lines().toList());
    }

    private void printSettings() {
        List<SettingHelp> all = Recipes.settings();
        output.answer(
                () -> Map.of(
                        "settings", all.stream().map(RecipesCommand::object).toList()),
                () -> all.stream().flatMap(RecipesCommand::lines).toList());
    }

    private static Map<String, Object> object(SettingHelp help) {
        return object(
                "key", help.key(),
                "type", help.type(),
                "default", help.defaultValue(),
                "range", help.range(),
                "help", help.help());
    }

    private static Stream<String> lines(SettingHelp help) {
        return Stream.of(
                help.key() + ": " + help.type() + ", default " + help.defaultValue()
                        + (help.range().isEmpty() ? "" : ", " + help.range()),
                "    " + help.help());
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
