package org.wgan4j.app.cli.input;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.NumberTable;

/** A selection of columns of a table, by their names or their numbers from 1. */
final class TableColumns {
    private static final int MOST_NAMED = 12;

    private TableColumns() {}

    /** The columns that are wanted, side by side; a single one is a table of one column. */
    static NumberTable select(InputName name, NumberTable table, List<String> wanted) {
        if (table.shape().size() != 2) {
            throw new ActionableException(
                    name.title() + " has the shape " + table.shape() + " and no columns to choose from");
        }
        List<Integer> chosen = new ArrayList<>();
        for (String one : wanted) {
            chosen.add(index(name, table, one.strip()));
        }
        return table.select(chosen);
    }

    /** Why a table cannot be taken for a vector, and how to name a column of it. */
    static String offer(InputName name, NumberTable table, String need) {
        String file =
                name.file() + (name.parts().isEmpty() ? "" : ":" + name.parts().get(0));
        String example = table.columns().isEmpty() ? "2" : table.columns().get(table.width() - 1);
        return name.title() + " has the shape " + table.shape() + "; " + need + ", so name a column (" + choice(table)
                + "), as in " + file + ":" + example;
    }

    private static int index(InputName name, NumberTable table, String wanted) {
        int named = table.columns().indexOf(wanted);
        if (named >= 0) {
            return named;
        }
        for (int column = 1; column <= table.width(); column++) {
            if (wanted.equals(Integer.toString(column))) {
                return column - 1;
            }
        }
        throw new ActionableException(
                name.title() + " has no column '" + wanted + "'; its columns are " + choice(table));
    }

    private static String choice(NumberTable table) {
        List<String> names = table.columns();
        if (names.isEmpty() || names.size() > MOST_NAMED) {
            return "1 to " + table.width();
        }
        return String.join(
                        ", ",
                        names.stream().map(one -> one.isEmpty() ? "''" : one).toList()) + ", or 1 to " + table.width();
    }
}
