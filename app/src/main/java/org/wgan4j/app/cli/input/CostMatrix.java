package org.wgan4j.app.cli.input;

import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.CsvFile;
import org.wgan4j.gan.format.NumberTable;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.MatrixCost;
import org.wgan4j.transport.TransportException;

/**
 * A cost matrix from a file, in the precision of the file. Immutable, as the cost is.
 *
 * @param cost the costs; an infinite one forbids its pair
 * @param sources the number of rows
 * @param targets the number of columns
 */
public record CostMatrix(MatrixCost cost, int sources, int targets) {
    /** Reads numbers {@code [sources, targets]}, none of them NaN or -inf. */
    public static CostMatrix read(String file, InputReader reader) {
        NumberTable table = reader.numbers(file, CsvFile.Range.INFINITE_TOO);
        if (table.shape().size() != 2) {
            throw new ActionableException(file + " has the shape " + table.shape()
                    + "; a cost matrix needs a row for every source and a column for every target");
        }
        try {
            return new CostMatrix(cost(table), table.height(), table.width());
        } catch (TransportException wrong) {
            throw new ActionableException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static MatrixCost cost(NumberTable table) {
        return table instanceof NumberTable.Doubles doubles
                ? Cost.matrix(doubles.rows())
                : Cost.matrix(((NumberTable.Singles) table).rows());
    }
}
