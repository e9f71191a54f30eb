package org.wgan4j.transport;

/** A submatrix of other costs: some of their rows and columns. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record SelectedRows(CostRows all, int[] rows, int[] columns) implements CostRows {
    @Override
    public int sources() {
        return rows.length;
    }

    @Override
    public int targets() {
        return columns.length;
    }

    @Override
    public double cost(int source, int target) {
        return all.cost(rows[source], columns[target]);
    }

    @Override
    public double forbidden() {
        return all.forbidden();
    }

    @Override
    public double[] row(int source, double[] buffer) {
        if (columns.length == all.targets()) {
            return all.row(rows[source], buffer);
        }
        // Computing a whole row costs as much as its length; the few columns of a small support are cheaper one by
        // one.
        if (8L * columns.length < all.targets()) {
            for (int j = 0; j < columns.length; j++) {
                buffer[j] = all.cost(rows[source], columns[j]);
            }
            return buffer;
        }
        double[] row = all.row(rows[source], new double[all.targets()]);
        for (int j = 0; j < columns.length; j++) {
            buffer[j] = row[columns[j]];
        }
        return buffer;
    }
}
