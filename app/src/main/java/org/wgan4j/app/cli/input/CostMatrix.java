package org.wgan4j.app.cli.input;

import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.CsvFile;
import org.wgan4j.gan.format.NumberTable;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.MatrixCost;
import org.wgan4j.transport.TransportException;

/**
 * A cost matrix from a file, in the precision that the file has.
 *
 * @param sources the number of rows
 * @param targets the number of columns
 * @param forbidden which pairs the file gives an infinite cost
 */
public record CostMatrix(MatrixCost cost, int sources, int targets, ForbiddenPairs forbidden) {
    public static CostMatrix read(String file, InputReader reader) {
        NumberTable table = reader.numbers(file, CsvFile.Range.INFINITE_TOO);
        if (table.shape().size() != 2) {
            throw new ActionableException(file + " has the shape " + table.shape()
                    + "; a cost matrix needs a row for every source and a column" + " for every target");
        }
        ForbiddenPairs forbidden = ForbiddenPairs.in(table);
        try {
            return new CostMatrix(cost(table, forbidden), table.height(), table.width(), forbidden);
        } catch (TransportException wrong) {
            throw new ActionableException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static MatrixCost cost(NumberTable table, ForbiddenPairs forbidden) {
        if (forbidden.any()) {
            return Cost.matrix(forbidden.priced(table));
        }
        return table instanceof NumberTable.Doubles doubles
                ? Cost.matrix(doubles.rows())
                : Cost.matrix(((NumberTable.Singles) table).rows());
    }
}
