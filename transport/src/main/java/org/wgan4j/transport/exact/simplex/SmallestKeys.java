package org.wgan4j.transport.exact.simplex;

/** A bounded list of the entries with the smallest keys of a row or column, sorted by key; equal keys keep their order of insertion. */
final class SmallestKeys {
    static final SmallestKeys NONE = new SmallestKeys(0);

    private static final int SPARE = 8;

    private final double[] keys;
    private final double[] costs;
    private final int[] indices;
    private int size;

    SmallestKeys(int capacity) {
        keys = new double[capacity];
        costs = new double[capacity];
        indices = new int[capacity];
    }

    /** Keys from this on are rejected. */
    double bound() {
        return size < keys.length ? Double.POSITIVE_INFINITY : size == 0 ? Double.NEGATIVE_INFINITY : keys[size - 1];
    }

    /** Inserts an entry if its key is among the smallest. */
    void offer(double key, int index, double cost) {
        if (!(key < bound())) {
            return;
        }
        if (size == keys.length) {
            size--;
        }
        int place = size++;
        while (place > 0 && keys[place - 1] > key) {
            keys[place] = keys[place - 1];
            costs[place] = costs[place - 1];
            indices[place] = indices[place - 1];
            place--;
        }
        keys[place] = key;
        costs[place] = cost;
        indices[place] = index;
    }

    int size() {
        return size;
    }

    int index(int rank) {
        return indices[rank];
    }

    double cost(int rank) {
        return costs[rank];
    }

    /** Subtracts an amount from the cost of every entry. */
    void lowerCosts(double amount) {
        for (int k = 0; k < size; k++) {
            costs[k] -= amount;
        }
    }

    /** Whether an entry has this index. */
    boolean contains(int wanted) {
        for (int k = 0; k < size; k++) {
            if (indices[k] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** These entries and one more at the end, with spare capacity. */
    SmallestKeys with(int index, double cost) {
        SmallestKeys more = this;
        if (size == keys.length) {
            more = new SmallestKeys(size + SPARE);
            System.arraycopy(keys, 0, more.keys, 0, size);
            System.arraycopy(costs, 0, more.costs, 0, size);
            System.arraycopy(indices, 0, more.indices, 0, size);
        }
        more.keys[size] = Double.POSITIVE_INFINITY;
        more.costs[size] = cost;
        more.indices[size] = index;
        more.size = size + 1;
        return more;
    }
}
