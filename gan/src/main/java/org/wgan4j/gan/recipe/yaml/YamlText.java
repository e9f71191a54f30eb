package org.wgan4j.gan.recipe.yaml;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.wgan4j.gan.recipe.setting.RecipeException;

/** Parses a YAML text into nodes; refuses anchors, aliases, tags, a second document, and great size or depth. */
final class YamlText {
    private static final int MAXIMUM_LENGTH = 1 << 18;
    private static final int MAXIMUM_DEPTH = 8;

    private final String source;
    private final boolean marked;

    /** A text named for messages; without marks every message names the source alone. */
    YamlText(String source, boolean marked) {
        this.source = source;
        this.marked = marked;
    }

    /** The root of the one document; empty where the text has none. */
    Optional<Node> root(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new RecipeException(source + ": has " + text.length() + " characters, but a recipe has at most "
                    + MAXIMUM_LENGTH + "; is this a recipe?");
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            refuseExtras(parser(settings, content));
            return new Composer(settings, parser(settings, content)).getSingleNode();
        } catch (MarkedYamlEngineException notYaml) {
            String problem = String.valueOf(notYaml.getProblem());
            throw new RecipeException(
                    location(notYaml.getProblemMark()).words() + ": is not YAML: " + problem, notYaml);
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException notYaml) {
            throw new RecipeException(source + ": is not YAML: " + firstLine(notYaml), notYaml);
        }
    }

    /** From the packages that the parser's module exports; its package {@code lowlevel} is not among them. */
    private static Parser parser(LoadSettings settings, String content) {
        return new ParserImpl(settings, new StreamReader(settings, content));
    }

    /** The location of a node or event. */
    SourceLocation location(Optional<Mark> mark) {
        return SourceLocation.at(source, marked ? mark : Optional.empty());
    }

    private void refuseExtras(Iterator<Event> events) {
        int depth = 0;
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            SourceLocation location = location(event.getStartMark());
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw location.refuse("a second document begins, but a recipe is one: remove the line ---");
            }
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                throw location.refuse("anchors and aliases (&name, *name) are not allowed: write the value itself");
            }
            if (hasTag(event)) {
                throw location.refuse("tags (!name) are not allowed: write the value alone");
            }
            if (event instanceof CollectionStartEvent && ++depth > MAXIMUM_DEPTH) {
                throw location.refuse(
                        "lists and groups are nested deeper than " + MAXIMUM_DEPTH + ", which no setting needs");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static boolean hasTag(Event event) {
        return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
    }

    private static String firstLine(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
