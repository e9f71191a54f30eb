package org.wgan4j.report.retrieval;

/** Receives the progress of a search; called from several threads. */
public interface RetrievalListener {
    /** A listener that ignores everything. */
    RetrievalListener SILENT = new RetrievalListener() {
        @Override
        public void read(int pictures, int all) {}

        @Override
        public void note(String message) {}
    };

    /**
     * A picture was read.
     *
     * @param pictures how many have been read so far
     * @param all how many there are
     */
    void read(int pictures, int all);

    /** A cache of signatures cannot be used; the sentence says why. */
    void note(String message);
}
