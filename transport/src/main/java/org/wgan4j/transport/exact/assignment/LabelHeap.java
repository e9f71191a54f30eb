package org.wgan4j.transport.exact.assignment;

import java.util.Arrays;

/** A binary min-heap of nodes by label; a node may be in it several times. */
final class LabelHeap {
    private double[] labels = new double[64];
    private int[] nodes = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The least label; the heap must not be empty. */
    double leastLabel() {
        return labels[0];
    }

    void push(double label, int node) {
        if (size == labels.length) {
            labels = Arrays.copyOf(labels, 2 * size);
            nodes = Arrays.copyOf(nodes, 2 * size);
        }
        int place = size++;
        while (place > 0) {
            int parent = (place - 1) >> 1;
            if (labels[parent] <= label) {
                break;
            }
            labels[place] = labels[parent];
            nodes[place] = nodes[parent];
            place = parent;
        }
        labels[place] = label;
        nodes[place] = node;
    }

    /** Takes out the node with the least label; the heap must not be empty. */
    int pop() {
        int top = nodes[0];
        double label = labels[--size];
        int node = nodes[size];
        int place = 0;
        for (int child = 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && labels[child + 1] < labels[child]) {
                child++;
            }
            if (labels[child] >= label) {
                break;
            }
            labels[place] = labels[child];
            nodes[place] = nodes[child];
            place = child;
        }
        labels[place] = label;
        nodes[place] = node;
        return top;
    }
}
