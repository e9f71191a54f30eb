package org.wgan4j.report.figure.draw;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;

/**
 * The check that this machine has a font; a bare container often has none, and Java then fails in one of several ways.
 *
 * <p>Charts need a font; sample grids fall back to a built-in one. Safe for use by several threads.
 */
public final class DisplayFonts {
    private static final FontRenderContext ANTIALIASED = new FontRenderContext(null, true, false);

    private DisplayFonts() {}

    /** The reason why text cannot be drawn, and what to install; empty where it can. */
    public static Optional<String> problem() {
        return Found.PROBLEM;
    }

    /**
     * Requires that text can be drawn.
     *
     * @throws ActionableException with the sentence of {@link #problem()} if not
     */
    public static void require() {
        problem().ifPresent(sentence -> {
            throw new ActionableException(sentence);
        });
    }

    private static final class Found {
        static final Optional<String> PROBLEM = look();

        private static Optional<String> look() {
            try {
                Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
                if (font.getStringBounds("Epoch: 0", ANTIALIASED).getWidth() > 0) {
                    return Optional.empty();
                }
                return Optional.of(sentence("letters have no width"));
            } catch (RuntimeException | LinkageError | InternalError failure) {
                return Optional.of(sentence(rootOf(failure).toString()));
            }
        }

        private static Throwable rootOf(Throwable failure) {
            Throwable cause = failure.getCause();
            return cause == null ? failure : rootOf(cause);
        }

        private static String sentence(String found) {
            return "Charts need a font and Java finds none on this machine (" + found
                    + "); install fontconfig and any font, on Debian and Ubuntu with"
                    + " \"apt-get install fontconfig fonts-dejavu-core\"";
        }
    }
}
